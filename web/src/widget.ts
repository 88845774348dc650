/** The wasm module behind the element: its bindings, and how they are loaded. */

import * as glue from "../generated/widget/widget.js";

import { InviteError } from "./error.js";
import type { Collected } from "./form.js";
import type { SpokenMessages } from "./language.js";
import { loader } from "./loader.js";
import type { Source } from "./loader.js";
import { failed } from "./loading-failure.js";
import type { Kept, Persistence } from "./persist.js";
import type { Invitee, Plan, Report } from "./types.js";

/** What the widget calls on its element. */
export interface WidgetHooks {
  /** Tells the page; answers whether the host let it pass. */
  emit(type: string, detail: unknown): boolean;
  /** With `collect`: the form may get something else. */
  entered(): void;
  /** Hands a text file to the person. */
  save(name: string, text: string): void;
  /** A delivery has begun, or is over. */
  sending(on: boolean): void;
  /** Keeps what survives a reload, where the host wishes it. */
  persistence: Persistence;
}

/** One mounted form. */
export interface Widget {
  configure(config: object): void;
  setMessages(messages: SpokenMessages): void;
  complain(reason: string): void;
  add(text: string): number;
  importFile(file: File): Promise<number>;
  invitees(): Invitee[];
  setInvitees(invitees: Invitee[]): void;
  plan(): Plan;
  send(confirmed: boolean): Promise<Report>;
  confirm(): void;
  retry(unconfirmed: boolean): Promise<Report>;
  cancel(): void;
  networkChanged(): void;
  report(): Report | undefined;
  clear(): void;
  collected(): Collected;
  addTyped(): void;
  draft(): string;
  restore(draft: string): void;
  recover(kept: Kept | undefined): boolean;
  keep(): void;
  notKept(): void;
  abandon(): void;
  hold(): void;
  focus(): void;
  free(): void;
}

/** What an instantiated widget module exports. */
export interface WidgetBindings {
  Widget: new (root: ShadowRoot, hooks: WidgetHooks, messages: SpokenMessages) => Widget;
}

let bindings: WidgetBindings | undefined;

/** Where elements find their wasm, unless somebody has loaded it before. */
let usual: (() => Source) | undefined;

const load = loader(async (module) => {
  await glue.default({ module_or_path: module });
  bindings ??= glue as unknown as WidgetBindings;
});

/**
 * Says where elements find their wasm, and answers the class of theirs, so that whoever uses that has said
 * it. What is at hand wins over what would have to be fetched.
 */
export function loadedFrom<Class>(elementClass: Class, source: () => Source, { atHand = false } = {}): Class {
  if (atHand || !usual) usual = source;
  return elementClass;
}

/** Loads the widget's wasm, unless it is there. */
export async function loadWidgetFrom(source: () => Source): Promise<void> {
  if (!bindings) await load(source);
}

/** Makes elements use a module that something else, such as trunk, has instantiated already. */
export function useBindings(instantiated: WidgetBindings): void {
  bindings = instantiated;
}

/** The bindings, loaded if need be. */
export async function widgetBindings(): Promise<WidgetBindings> {
  await loadWidgetFrom(() => usual?.() ?? noSource());
  return bindings!;
}

function noSource(): never {
  throw failed("wasm_source_required", { file: "widget.wasm" });
}

/** Applies a configuration but for what can't be used of it; answers why. */
export function configure(widget: Widget, config: Record<string, unknown>): InviteError[] {
  const mistakes: InviteError[] = [];
  for (const usable = { ...config };;) {
    try {
      widget.configure(usable);
      return mistakes;
    } catch (thrown) {
      const mistake = InviteError.from(thrown);
      mistakes.push(mistake);
      const [member] = String(mistake.params.path ?? "").split(/[.[]/);
      if (!member || !Object.hasOwn(usable, member)) return mistakes;
      delete usable[member];
    }
  }
}
