/** What the host said about one element, and which of it counts: default < config < its own. */

import { ATTRIBUTES, readAttribute } from "./attributes.js";
import { pageOrigin } from "./config.js";
import { InviteError } from "./error.js";
import type { InviteConfig, Suggest } from "./types.js";

/** Everything at once, for the property `config`. */
export type ElementConfig = InviteConfig & {
  /** What a new person gets who is given no role. */
  defaultRole?: string;
  /** Whether the form can be used. */
  disabled?: boolean;
  /** Used instead of the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Finds people in a directory while somebody types. */
  suggest?: Suggest;
};

const DEFAULTS: Readonly<Record<string, unknown>> = { disabled: false, theme: "auto" };

/** The options of one element. */
export class Options {
  #config: ElementConfig | undefined;
  #own = new Map<string, unknown>();
  #mistakes: InviteError[] = [];

  get config(): ElementConfig | undefined {
    return this.#config;
  }

  set config(config: ElementConfig | undefined) {
    this.#config = config ?? undefined;
  }

  /** The value that counts. */
  get<T>(property: string): T {
    const config = this.#config as Record<string, unknown> | undefined;
    return (this.#own.get(property) ?? config?.[property] ?? DEFAULTS[property]) as T;
  }

  /** The host's own value; `undefined` and `null` fall back to the configuration. */
  set(property: string, value: unknown): void {
    if (value == null) this.#own.delete(property);
    else this.#own.set(property, value);
  }

  /** The host's own value as an attribute; what can't be read is one of the mistakes. */
  setAttribute(attribute: string, text: string | null): void {
    const property = ATTRIBUTES[attribute]!.property;
    this.set(property, undefined);
    if (text === null) return;
    try {
      this.set(property, readAttribute(attribute, text));
    } catch (mistake) {
      this.#mistakes.push(InviteError.from(mistake));
    }
  }

  /** The mistakes since the last call. */
  takeMistakes(): InviteError[] {
    return this.#mistakes.splice(0);
  }

  /** All that counts, as the widget is configured. */
  resolved(disabled: boolean): object {
    const own = Object.fromEntries(this.#own);
    return { ...this.#config, ...own, disabled, pageOrigin: pageOrigin() };
  }
}
