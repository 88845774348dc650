/** Which attribute mirrors which property of the element, and how its text is read. */

import { InviteError } from "./error.js";

/** One attribute: its property, what its text holds, and the only words for it if there are such. */
export interface AttributeSpec {
  property: string;
  type: "text" | "boolean" | "number" | "json" | "text_or_json" | "names";
  words?: readonly string[];
}

/** Every attribute that the element observes. */
export const ATTRIBUTES: Readonly<Record<string, AttributeSpec>> = {
  api: { property: "api", type: "text_or_json" },
  endpoint: { property: "endpoint", type: "text" },
  "base-url": { property: "baseUrl", type: "text" },
  settings: { property: "settings", type: "json" },
  ask: { property: "ask", type: "names" },
  roles: { property: "roles", type: "json" },
  "default-role": { property: "defaultRole", type: "text" },
  "max-invitees": { property: "maxInvitees", type: "number" },
  locale: { property: "locale", type: "text" },
  theme: { property: "theme", type: "text", words: ["auto", "light", "dark"] },
  density: { property: "density", type: "text", words: ["comfortable", "compact"] },
  persist: { property: "persist", type: "text" },
  disabled: { property: "disabled", type: "boolean" },
  collect: { property: "collect", type: "boolean" },
  required: { property: "required", type: "boolean" },
  name: { property: "name", type: "text" },
};

/** What the attribute of a property is like; undefined where it has none. */
export function specOf(property: string): (AttributeSpec & { attribute: string }) | undefined {
  const found = Object.entries(ATTRIBUTES).find(([, spec]) => spec.property === property);
  return found && { attribute: found[0], ...found[1] };
}

/**
 * The value that a text in an attribute stands for, and as well in its property, since a framework
 * may set either; throws InviteError `invalid_json` or `invalid_number`.
 */
export function readText({ attribute, type }: ReturnType<typeof specOf> & {}, text: string): unknown {
  const begins = text.trimStart()[0];
  const isJson = type === "json" || (type === "text_or_json" && begins === "{")
    || (type === "names" && begins === "[");
  if (isJson) return readJson(attribute, text);
  if (type === "names") return text.split(/\s+/).filter(Boolean);
  return type === "number" ? readNumber(attribute, text) : text;
}

/** Shows a property in its attribute; objects and lists stay properties only. */
export function reflect(host: Element, property: string, value: unknown): void {
  const spec = specOf(property);
  if (!spec || spec.type === "json" || (typeof value === "object" && value)) return;
  const { attribute, type } = spec;
  if (type === "boolean") host.toggleAttribute(attribute, Boolean(value));
  else if (value == null) host.removeAttribute(attribute);
  else if (host.getAttribute(attribute) !== String(value)) {
    host.setAttribute(attribute, String(value));
  }
}

function readJson(attribute: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `the attribute ${attribute} is not JSON`;
    throw new InviteError("invalid_json", message, { attribute }, { cause });
  }
}

function readNumber(attribute: string, text: string): number {
  if (/^\s*\d{1,15}\s*$/.test(text)) return Number(text);
  const message = `the attribute ${attribute} is not a whole number`;
  throw new InviteError("invalid_number", message, { attribute, text });
}
