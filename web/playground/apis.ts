/** What makes each API work at once with the local server, and the fields of its settings. */

import type { ApiId, ApiInfo, Auth, SettingSpec } from "invite-users";
import type { ElementConfig } from "invite-users/element";
import { labelled, make, option } from "./dom.js";
import type { Values } from "./values.js";

/** Beyond the required settings, which take their documented examples. */
interface Preset {
  /** The path of the API on the local server, in the place of its base URL. */
  path: string;
  roles?: string[];
  defaultRole?: string;
}

const PRESETS: Readonly<Record<ApiId, Preset>> = {
  contextual: { path: "/contextual/v1" },
  galileo: { path: "/galileo" },
  // The document names no roles; these are what the local server knows.
  smartdocumentor: {
    path: "/smartdocumentor",
    roles: ["Administrator", "Editor", "Viewer"],
    defaultRole: "Viewer",
  },
  vijil: { path: "/vijil" },
  extractor: { path: "/extractor" },
};

/** What comes before a setting's name in that of its field. */
const PREFIX = "set.";

/** The name of a setting's field. */
export function fieldName(setting: string): string {
  return PREFIX + setting;
}

/** Where the local server answers as this API does. */
export function localBase(id: ApiId): string {
  return location.origin + PRESETS[id].path;
}

/** The fields of an API's settings, filled so that it works. */
export function settingFields({ settings }: ApiInfo): HTMLElement[] {
  return settings.map(field);
}

/** What the widget is told of the API. */
export function connection(info: ApiInfo, values: Values, key: () => string): ElementConfig {
  const { path: _, ...preset } = PRESETS[info.id];
  const said = info.settings.map((spec) => [spec.name, setting(spec, values[fieldName(spec.name)] ?? "")]);
  const settings = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  const config = { api: info.id, baseUrl: values.base, auth: auth(info, key), ...preset };
  return (info.settings.length > 0 ? { ...config, settings } : config) as ElementConfig;
}

/** The key stays in its field: requests ask for it. */
function auth({ auth: [usual] }: ApiInfo, key: () => string): Auth {
  if (usual?.type === "header") return { type: "header", name: usual.name, value: key };
  return { type: "bearer", token: key };
}

function field(spec: SettingSpec): HTMLElement {
  const label = spec.required ? spec.label : `${spec.label} (optional)`;
  return labelled(control(spec), label, spec.help);
}

function control(spec: SettingSpec): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const [id, name] = [`setting-${spec.name}`, fieldName(spec.name)];
  const attributes = { id, name, spellcheck: "false", autocomplete: "off" };
  switch (spec.type) {
    case "boolean": {
      const input = make("input", { ...attributes, type: "checkbox" });
      input.checked = spec.default === true;
      return input;
    }
    case "choice": {
      const choices = (spec.choices ?? []).map((choice) => option(choice, choice));
      const select = make("select", attributes, ...choices);
      select.value = String(spec.default);
      return select;
    }
    case "uuid_list":
      return make("textarea", { ...attributes, rows: "2", placeholder: "one UUID a line" });
    default: {
      const input = make("input", { ...attributes, type: "text", placeholder: spec.example });
      if (spec.required) input.value = spec.example;
      return input;
    }
  }
}

/** The value as the API's settings take it; `undefined` where the field is blank. */
function setting(spec: SettingSpec, value: string): unknown {
  if (spec.type === "boolean") return value !== "";
  const text = value.trim();
  if (text === "") return undefined;
  return spec.type === "uuid_list" ? text.split(/[\s,]+/) : text;
}
