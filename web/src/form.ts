/** The element as a field of the host's form (HTML, form-associated custom elements). */

import { BEFORE_WORDS } from "./before-words.js";
import type { Language } from "./language.js";
import type { Invitee } from "./types.js";

/** What the field holds. */
export interface Collected {
  /** The people, as JSON. */
  value: string;
  /** A flag of `ValidityState`, or empty. */
  flaw: "" | "customError" | "valueMissing";
  /** What is wrong, in a sentence. */
  message: string;
}

/** The part that an element plays in a form. */
export class FormField {
  readonly #internals: ElementInternals;
  readonly #onSubmit: () => void;
  #form: HTMLFormElement | null = null;

  /** `onSubmit` is called before the form's own listeners. */
  constructor(internals: ElementInternals, onSubmit: () => void) {
    this.#internals = internals;
    this.#onSubmit = onSubmit;
  }

  /** The form is another one, or none. */
  follow(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener("submit", this.#onSubmit, true);
    this.#form = form;
    form?.addEventListener("submit", this.#onSubmit, true);
  }

  /** Hands the people to the form; `draft` is what a browser keeps for when the person comes back. */
  show(name: string, collected: Collected, draft: string | null, anchor: HTMLElement | null): void {
    const { value, flaw, message } = collected;
    // The name may come from `config`, where the browser does not look for it.
    const entries = new FormData();
    if (name) entries.set(name, value);
    this.#internals.setFormValue(entries, draft);
    if (!flaw) this.#internals.setValidity({});
    else this.#internals.setValidity({ [flaw]: true }, message, anchor ?? undefined);
  }

  /** The form gets nothing, and nothing keeps it back. */
  withdraw(): void {
    this.#internals.setFormValue(null);
    this.#internals.setValidity({});
  }
}

/** What a form gets that does not wait for the widget. */
export function unread(people: readonly Invitee[], required: boolean, language: Language | undefined): Collected {
  const { ui } = language?.messages ?? BEFORE_WORDS;
  const flaw = required && people.length === 0 ? "valueMissing" : "";
  return { value: JSON.stringify(people), flaw, message: String(ui.summary_nobody) };
}

/** What every field of a form has. */
export interface FieldProperties {
  /** The form that it is a field of. */
  readonly form: HTMLFormElement | null;
  /** What kind of field it is. */
  readonly type: string;
  /** The labels that lead to it. */
  readonly labels: NodeList;
  /** Whether a form would check it. */
  readonly willValidate: boolean;
  /** With `collect`: what is not right yet. */
  readonly validity: ValidityState;
  /** The same in a sentence. */
  readonly validationMessage: string;
  /** Whether nothing is wrong; tells `invalid` listeners where something is. */
  checkValidity(): boolean;
  /** The same, and shows the person what is wrong. */
  reportValidity(): boolean;
}

/** Gives a class what every field has. */
export function defineField<Host extends object>(
  prototype: Host, internals: (host: Host) => ElementInternals,
): void {
  for (const name of ["form", "labels", "willValidate", "validity", "validationMessage"] as const) {
    const get = function (this: Host) { return internals(this)[name]; };
    Object.defineProperty(prototype, name, { configurable: true, enumerable: true, get });
  }
  const get = function (this: HTMLElement) { return this.localName; };
  Object.defineProperty(prototype, "type", { configurable: true, enumerable: true, get });
  for (const name of ["checkValidity", "reportValidity"] as const) {
    const value = function (this: Host) { return internals(this)[name](); };
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
  }
}
