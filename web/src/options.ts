/** What the host said about one element, and which of it counts: default < config < its own. */

import { ATTRIBUTES, readText, specOf } from "./attributes.js";
import { pageOrigin } from "./config.js";
import { InviteError } from "./error.js";
import type { ElementConfig } from "./properties.js";

const DEFAULTS: Readonly<Record<string, unknown>> = {
  collect: false, density: "comfortable", disabled: false, name: "", required: false, theme: "auto",
};

/** What the element itself makes use of. */
const OWN_USE = ["density", "domains", "locale", "messages", "name", "persist", "theme"];

/** What has to be called. */
const FUNCTIONS = ["fetch"];

/** The options of one element. */
export class Options {
  #config: ElementConfig | undefined;
  #own = new Map<string, unknown>();
  #mistakes = new Map<string, InviteError>();

  get config(): ElementConfig | undefined {
    return this.#config;
  }

  set config(config: ElementConfig | undefined) {
    this.#mistakes.delete("config");
    const usable = config == null || typeof config === "object";
    this.#config = usable ? config ?? undefined : undefined;
    if (!usable) this.#mistakes.set("config", wrongType("config", "an object"));
  }

  /** The value that counts. */
  get<T>(property: string): T {
    const config = this.#config as Record<string, unknown> | undefined;
    return (this.#own.get(property) ?? config?.[property] ?? DEFAULTS[property]) as T;
  }

  /** The host's own value; `undefined` and `null` fall back to the configuration. */
  set(property: string, value: unknown): void {
    this.#mistakes.delete(property);
    this.#own.delete(property);
    if (value == null) return;
    const spec = specOf(property);
    try {
      const isText = spec && typeof value === "string";
      const read = isText ? readText(spec, value) : value;
      this.#own.set(property, spec?.type === "boolean" ? Boolean(read) : read);
    } catch (mistake) {
      this.#mistakes.set(property, InviteError.from(mistake));
    }
  }

  /** The host's own value as an attribute. */
  setAttribute(attribute: string, text: string | null): void {
    const { property, type } = ATTRIBUTES[attribute]!;
    this.set(property, type === "boolean" && text !== null ? true : text);
  }

  /** What the host set that can't be used. */
  mistakes(): InviteError[] {
    const words = Object.values(ATTRIBUTES).map(({ property, words }) =>
      words && this.#strangeWord(property, words));
    const calls = FUNCTIONS.map((property) => this.#noFunction(property));
    return [...this.#mistakes.values(), ...words, ...calls].filter((it) => it !== undefined);
  }

  /** All that counts, as the widget is configured. */
  resolved(disabled: boolean): Record<string, unknown> {
    const own = Object.fromEntries(this.#own);
    const all = { ...this.#config, ...own, disabled, pageOrigin: pageOrigin() };
    const email = this.#email();
    const entries = Object.entries({ ...all, email }).filter(([key]) => !OWN_USE.includes(key));
    return Object.fromEntries(entries);
  }

  /** The host's rules on addresses, with the team's own domains among them. */
  #email(): unknown {
    const domains = this.get<unknown>("domains");
    const rules = this.#config?.email;
    if (domains === undefined) return rules;
    const all = Array.isArray(domains) ? [...(rules?.ownDomains ?? []), ...domains] : domains;
    return { ...rules, ownDomains: all };
  }

  #strangeWord(property: string, words: readonly string[]): InviteError | undefined {
    const word = this.get<unknown>(property);
    if (words.includes(word as string)) return undefined;
    const message = `there is no ${property} ${String(word)}: it is one of ${words.join(", ")}`;
    return new InviteError(`unknown_${property}`, message, { [property]: String(word) });
  }

  #noFunction(property: string): InviteError | undefined {
    const value = this.get<unknown>(property);
    const usable = value === undefined || typeof value === "function";
    return usable ? undefined : wrongType(property, "a function");
  }
}

function wrongType(path: string, expected: string): InviteError {
  const params = { argument: "config", path };
  return new InviteError("invalid_argument", `${path} must be ${expected}`, params);
}
