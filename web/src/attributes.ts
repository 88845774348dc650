/** Which attribute mirrors which property of the element, and how its text is read. */

import { InviteError } from "./error.js";

/** One attribute: its property, and what its text holds. */
export interface AttributeSpec {
  property: string;
  type: "text" | "boolean" | "json" | "text_or_json";
}

/** Every attribute that the element observes. */
export const ATTRIBUTES: Readonly<Record<string, AttributeSpec>> = {
  api: { property: "api", type: "text_or_json" },
  endpoint: { property: "endpoint", type: "text" },
  "base-url": { property: "baseUrl", type: "text" },
  settings: { property: "settings", type: "json" },
  roles: { property: "roles", type: "json" },
  "default-role": { property: "defaultRole", type: "text" },
  theme: { property: "theme", type: "text" },
  disabled: { property: "disabled", type: "boolean" },
};

/** The properties that a framework may have set before the element was defined. */
export const PROPERTIES: readonly string[] = [
  ...Object.values(ATTRIBUTES).map(({ property }) => property),
  "config", "auth", "fetch", "invitees",
];

/** The value that the attribute stands for; throws InviteError `invalid_json`. */
export function readAttribute(attribute: string, text: string): unknown {
  const type = ATTRIBUTES[attribute]?.type;
  if (type === "boolean") return true;
  const isJson = type === "json" || (type === "text_or_json" && text.trimStart().startsWith("{"));
  return isJson ? readJson(attribute, text) : text;
}

/** Shows a property in its attribute; objects stay properties only. */
export function reflect(host: Element, property: string, value: unknown): void {
  const found = Object.entries(ATTRIBUTES).find(([, spec]) => spec.property === property);
  if (!found || found[1].type === "json" || (typeof value === "object" && value)) return;
  const [attribute, { type }] = found;
  if (type === "boolean") host.toggleAttribute(attribute, Boolean(value));
  else if (value == null) host.removeAttribute(attribute);
  else if (host.getAttribute(attribute) !== String(value)) {
    host.setAttribute(attribute, String(value));
  }
}

/** Runs the setter of a value that was set before the element had one. */
export function upgrade(host: object, property: string): void {
  if (!Object.hasOwn(host, property)) return;
  const target = host as Record<string, unknown>;
  const value = target[property];
  delete target[property];
  target[property] = value;
}

function readJson(attribute: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `the attribute ${attribute} is not JSON`;
    throw new InviteError("invalid_json", message, { attribute }, { cause });
  }
}
