/** The HTML that brings a widget with this configuration, and in this place, into a page. */

import type { Auth } from "invite-users";
import type { ElementConfig } from "invite-users/element";
import { bare } from "./address.js";

/** What can stand in an attribute, and how it is called there. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  api: "api",
  baseUrl: "base-url",
  settings: "settings",
  ask: "ask",
  roles: "roles",
  defaultRole: "default-role",
  maxInvitees: "max-invitees",
  locale: "locale",
  theme: "theme",
  density: "density",
  persist: "persist",
  collect: "collect",
  required: "required",
  name: "name",
  disabled: "disabled",
};

/** What is a property of its own; all else that is no attribute stands in `config`. */
const PROPERTIES = ["members", "domains", "messages"];

const DIRECTORY = `form.suggest = async (query, signal) => {
  const reply = await fetch(\`/directory?q=\${encodeURIComponent(query)}\`, { signal });
  return reply.json();
};`;

/** Where the element stands. */
export interface Surroundings {
  /** Its direction, where that is not the page's. */
  dir: string;
  place: string;
  /** Its width in pixels; "full" where there is none. */
  width: string;
}

/** The markup and script for a configuration; its functions and its secret are not in it. */
export function snippet(config: ElementConfig, around: Surroundings): string {
  const define = "<script type=\"module\" src=\"/node_modules/invite-users/dist/define.js\"></script>";
  return [define, ...style(around), markup(config, around), script(config, around)].join("\n\n") + "\n";
}

/** What a dialog or a sidebar draws, the element does not draw again. */
function style({ place, width }: Surroundings): string[] {
  const rules = [
    ...(width === "full" ? [] : [`inline-size: ${Number(width)}px;`, "max-inline-size: 100%;"]),
    ...(place === "inline" ? [] : ["--invite-users-frame: 0;"]),
  ];
  if (rules.length === 0) return [];
  return [`<style>\n  invite-users {\n${rules.map((rule) => `    ${rule}\n`).join("")}  }\n</style>`];
}

function markup(config: ElementConfig, { dir, place }: Surroundings): string {
  const facts = Object.entries(config).filter(([, value]) => value != null && value !== false);
  const attributes = facts.flatMap(([name, value]) => attribute(name, value));
  const all = dir ? [...attributes, `dir="${dir}"`] : attributes;
  const element = `<invite-users\n${all.map((one) => `  ${one}\n`).join("")}></invite-users>`;
  if (place === "inline") return element;
  const inside = element.replaceAll(/^/gm, "  ");
  if (place === "sidebar") return `<aside>\n${inside}\n</aside>`;
  return `<button id="open-invite">Invite people</button>\n<dialog id="invite">\n${inside}\n</dialog>`;
}

function attribute(name: string, value: unknown): string[] {
  const called = ATTRIBUTES[name];
  if (!called || value === "" || (Array.isArray(value) && value.length === 0)) return [];
  if (value === true) return [called];
  if (name === "ask") return [`${called}="${escape((value as string[]).join(" "))}"`];
  if (name === "baseUrl") return [`${called}="${escape(bare(String(value)))}"`];
  if (typeof value !== "object") return [`${called}="${escape(String(value))}"`];
  const json = escape(JSON.stringify(value)).replaceAll("&quot;", "\"");
  return json === "{}" ? [] : [`${called}='${json}'`];
}

function script(config: ElementConfig, { place }: Surroundings): string {
  const known = Object.entries(config).filter(([, value]) => value != null);
  const own = known.filter(([name]) => PROPERTIES.includes(name));
  const other = known.filter(([name, value]) =>
    !(name in ATTRIBUTES) && !PROPERTIES.includes(name) && name !== "auth" && typeof value !== "function");
  const lines = [
    "const form = document.querySelector(\"invite-users\");",
    ...(config.collect ? [] : credential(config.auth)),
    ...own.map(([name, value]) => `form.${name} = ${literal(value)};`),
    ...(other.length > 0 ? [`form.config = ${literal(Object.fromEntries(other))};`] : []),
    ...(config.suggest ? [DIRECTORY] : []),
    ...(config.collect ? [] : [SENT]),
    ...(place === "modal" ? [DIALOG] : []),
  ].flatMap((text) => text.split("\n"));
  return `<script type="module">\n${lines.map((line) => `  ${line}`).join("\n")}\n</script>`;
}

const SENT = "form.addEventListener(\"invite-users-sent\", ({ detail }) => console.log(detail.counts));";

const DIALOG = `const dialog = document.getElementById("invite");
document.getElementById("open-invite").addEventListener("click", () => dialog.showModal());
form.addEventListener("invite-users-done", () => dialog.close());`;

/** A function that asks the host's server, since a key in a page is everybody's. */
function credential(auth: Auth | undefined): string[] {
  const token = "() => fetch(\"/invite-token\").then((reply) => reply.text())";
  const kind = auth?.type === "header"
    ? `type: "header", name: ${literal(auth.name)}, value: token`
    : "type: \"bearer\", token";
  return [
    "// From your server, for whoever is signed in. Better still: a route of your server that holds the key,",
    "// endpoint=\"/api/invite\" in place of base-url and auth.",
    `const token = ${token};`,
    `form.auth = { ${kind} };`,
  ];
}

/** A value as a script writes it; never something that ends the script. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;").replaceAll("<", "&lt;");
}
