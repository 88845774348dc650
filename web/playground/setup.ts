/** The form that configures the widget, its fields drawn from what the API says of itself. */

import type { ApiId, ApiInfo, Auth, SettingSpec } from "invite-users";
import type { ElementConfig } from "invite-users/element";
import { byId, make, option } from "./dom.js";
import { PRESETS } from "./presets.js";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The form. */
export class Setup {
  readonly #infos: ApiInfo[];
  readonly #api = byId<HTMLSelectElement>("api");
  readonly #baseUrl = byId<HTMLInputElement>("base-url");
  readonly #key = byId<HTMLInputElement>("key");
  readonly #settings = byId("settings");
  #controls = new Map<SettingSpec, Control>();

  /** Calls `changed` with the new configuration whenever the person changed it. */
  constructor(infos: ApiInfo[], changed: (config: ElementConfig) => void) {
    this.#infos = infos;
    this.#api.append(...infos.map(({ id, name }) => option(id, name)));
    // Before the form hears of it, so that it does not read the settings of the last API.
    this.#api.addEventListener("input", () => this.choose(this.#api.value as ApiId));
    byId("setup").addEventListener("input", ({ target }) => {
      if (target !== this.#key) changed(this.config());
    });
    byId("setup").addEventListener("submit", (event) => event.preventDefault());
    this.choose(infos[0]!.id);
  }

  /** Shows the API with what its preset says. */
  choose(id: ApiId): void {
    this.#api.value = id;
    this.#baseUrl.value = location.origin + PRESETS[id].path;
    this.#controls = new Map(this.#info().settings.map((spec) => [spec, control(spec)]));
    this.#settings.replaceChildren(...[...this.#controls].map(([spec, input]) => field(spec, input)));
  }

  /** Fills one setting's field. */
  fill(name: string, value: string): void {
    for (const [spec, input] of this.#controls) if (spec.name === name) input.value = value;
  }

  /** What the form says. */
  config(): ElementConfig {
    const { id } = this.#info();
    const { path: _, ...preset } = PRESETS[id];
    const values = [...this.#controls].map(([spec, input]) => [spec.name, read(spec, input)]);
    const settings = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    const config = { api: id, baseUrl: this.#baseUrl.value, settings, auth: this.#auth() };
    return { ...config, ...preset } as ElementConfig;
  }

  #info(): ApiInfo {
    return this.#infos.find(({ id }) => id === this.#api.value)!;
  }

  /** The key stays in its field: requests ask for it. */
  #auth(): Auth {
    const key = () => this.#key.value;
    const [usual] = this.#info().auth;
    if (usual?.type === "header") return { type: "header", name: usual.name, value: key };
    return { type: "bearer", token: key };
  }
}

function control(spec: SettingSpec): Control {
  const attributes = { id: `setting-${spec.name}`, spellcheck: "false", autocomplete: "off" };
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

function field(spec: SettingSpec, input: Control): HTMLElement {
  const help = make("small", { id: `${input.id}-help` }, spec.help);
  input.setAttribute("aria-describedby", help.id);
  const name = make("span", {}, spec.required ? spec.label : `${spec.label} (optional)`);
  const kind = spec.type === "boolean" ? "field switch" : "field";
  return make("label", { class: kind }, name, input, help);
}

/** The value as the API's settings take it; `undefined` where the field is blank. */
function read(spec: SettingSpec, input: Control): unknown {
  if (spec.type === "boolean") return (input as HTMLInputElement).checked;
  const text = input.value.trim();
  if (text === "") return undefined;
  return spec.type === "uuid_list" ? text.split(/[\s,]+/) : text;
}
