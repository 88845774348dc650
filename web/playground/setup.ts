/** The form that sets the widget up: what it says, and what the widget is told of it. */

import type { ApiInfo } from "invite-users";
import type { ElementConfig } from "invite-users/element";
import { connection, localBase, settingFields } from "./apis.js";
import { byId, option } from "./dom.js";
import { featureConfig, fitFeatures, offerFeatures } from "./features.js";
import { offerLanguages } from "./languages.js";
import { offerFaults, offerNeeded } from "./server.js";
import { stateConfig, stateValues } from "./states.js";
import type { State } from "./states.js";
import { fill, read } from "./values.js";
import type { Values } from "./values.js";

/** What a state may be looked at with; anything else leads out of it. */
const LOOKS = ["theme", "density", "locale", "dir", "place", "width"];

/** What the widget assumes, so that nobody has to say it. */
const ASSUMED: Values = { theme: "auto", density: "comfortable", locale: "en" };

/** The form. */
export class Setup {
  readonly #infos: ApiInfo[];
  readonly #form = byId<HTMLFormElement>("setup");
  readonly #key = byId<HTMLInputElement>("key");
  /** What the form says at first, but for what depends on the API. */
  readonly #first: Values;
  /** What it says at first of the API that is chosen. */
  #ofApi: Values = {};
  #state: State | undefined;

  /** Calls `changed` with the name of what the person changed. */
  constructor(infos: ApiInfo[], changed: (name: string) => void) {
    this.#infos = infos;
    byId("api").append(...infos.map(({ id, name }) => option(id, name)));
    offerLanguages();
    offerFaults();
    offerFeatures();
    this.#first = read(this.#form);
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    // Some controls stand outside the form, beside what they change.
    document.addEventListener("input", (event) => {
      const name = this.#nameOf(event);
      if (!name) return;
      this.#follow(name);
      changed(name);
    });
  }

  /** Shows what the page's address asks for, in a state or without. */
  open(values: Values, state: State | undefined): void {
    this.#state = state;
    this.#choose(values.api ?? state?.api ?? "");
    offerNeeded(state?.faults);
    fill(this.#form, this.usual());
    fill(this.#form, values);
    const width = byId<HTMLInputElement>("width");
    if (!/^\d+$/.test(width.value)) width.value = this.usual().width!;
  }

  /** What is chosen. */
  values(): Values {
    return read(this.#form);
  }

  /** What is chosen where nobody has chosen anything. */
  usual(): Values {
    const usual = { ...this.#first, ...this.#ofApi };
    return this.#state ? { ...usual, ...stateValues(this.#state, this.#info()) } : usual;
  }

  /** Only how the widget is looked at, where that is not as usual. */
  looks(): Values {
    const [values, usual] = [this.values(), { ...this.#first, ...this.#ofApi }];
    return Object.fromEntries(LOOKS.filter((name) => values[name] !== usual[name]).map((name) => [name, values[name]!]));
  }

  /** Sets single values, as if the address had asked for them. */
  set(values: Values): void {
    fill(this.#form, values);
  }

  /** The state that is shown, as long as nothing leads out of it. */
  state(): State | undefined {
    return this.#state;
  }

  /** What the widget is told. */
  config(): ElementConfig {
    const [values, info] = [this.values(), this.#info()];
    const looks = Object.entries(ASSUMED).filter(([name, assumed]) => values[name] !== assumed);
    const all = {
      ...connection(info, values, () => this.#key.value),
      ...Object.fromEntries(looks.map(([name]) => [name, values[name]])),
      ...featureConfig(info, values.feature ?? ""),
      ...(this.#state && stateConfig(this.#state)),
    };
    const said = Object.entries(all).filter(([, value]) => value !== null);
    return Object.fromEntries(said) as unknown as ElementConfig;
  }

  /** The name of the control that an event comes from; a widget in the page has controls of its own. */
  #nameOf({ target, detail }: Event & { detail?: unknown }): string {
    if (target === this.#form) return String(detail);
    const control = target as HTMLInputElement;
    return control.form === this.#form ? control.name : "";
  }

  #follow(name: string): void {
    if (name === "api") this.#choose(this.values().api!);
    if (LOOKS.includes(name)) return;
    this.#state = undefined;
    offerNeeded(undefined);
  }

  /** Draws what this API wants to know; the first API where there is none of this name. */
  #choose(id: string): void {
    const info = this.#infos.find((one) => one.id === id) ?? this.#infos[0]!;
    byId<HTMLSelectElement>("api").value = info.id;
    byId("settings").replaceChildren(...settingFields(info));
    fitFeatures(info);
    const base = localBase(info.id);
    fill(this.#form, { base });
    const fresh = Object.entries(this.values()).filter(([name]) => !(name in this.#first));
    this.#ofApi = { ...Object.fromEntries(fresh), base };
  }

  #info(): ApiInfo {
    return this.#infos.find(({ id }) => id === byId<HTMLSelectElement>("api").value)!;
  }
}
