/** The class of `<invite-users>`: attributes, properties, events and life cycle around the widget. */

import messages from "../locales/en.json";
import { ATTRIBUTES, PROPERTIES, reflect, upgrade } from "./attributes.js";
import { Deferred } from "./deferred.js";
import { InviteError } from "./error.js";
import { dispatch, stateAfter } from "./events.js";
import type { ElementState, InviteUsersEventMap } from "./events.js";
import { failureNotice, slot } from "./fallback.js";
import { Options } from "./options.js";
import type { ElementConfig } from "./options.js";
import { styleSheet } from "./styles.js";
import type { ApiId, Auth, CustomApi, Invitee, Plan, Report } from "./types.js";
import { widgetBindings } from "./widget.js";
import type { Widget } from "./widget.js";

export { InviteError } from "./error.js";
export { loadWidget, useBindings } from "./widget.js";
export type { ElementState, InviteUsersEventMap } from "./events.js";
export type { ElementConfig } from "./options.js";
export type * from "./types.js";
export type { Widget, WidgetBindings, WidgetHooks } from "./widget.js";

/** The colour schemes to choose from; `auto` follows the page. */
export type Theme = "auto" | "light" | "dark";

// A server has no HTMLElement; importing the class there must do no harm.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * A form that invites people.
 *
 * @element invite-users
 * @csspart field - the field for addresses
 * @csspart failure - the sentence that is shown when the form can't be loaded
 * @slot - shown until the form is ready, and when it can't be loaded
 */
export class InviteUsersElement extends Base {
  /** A host's `<label>` leads to the field, and a disabled `<fieldset>` disables the form. */
  static readonly formAssociated = true;
  static readonly observedAttributes: readonly string[] = Object.keys(ATTRIBUTES);

  readonly #internals = this.attachInternals();
  readonly #root = this.attachShadow({ mode: "open", delegatesFocus: false });
  readonly #options = new Options();
  #ready = new Deferred();
  #widget: Widget | undefined;
  #mounting = false;
  #outdated = false;
  #sending: Promise<Report> | undefined;
  #people: Invitee[] = [];
  #report: Report | undefined;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styleSheet()];
    this.#root.append(slot());
    this.#internals.states.add("loading");
    // A label's click reaches the host itself, one inside the form reaches its control.
    this.addEventListener("click", (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  /** The API that invites. */
  get api(): ApiId | CustomApi | undefined { return this.#options.get("api"); }
  set api(value: ApiId | CustomApi | undefined) { this.#set("api", value); }

  /** The exact URL to call, such as a route of your own server. */
  get endpoint(): string | undefined { return this.#options.get("endpoint"); }
  set endpoint(value: string | undefined) { this.#set("endpoint", value); }

  /** Replaces the documented server of the API. */
  get baseUrl(): string | undefined { return this.#options.get("baseUrl"); }
  set baseUrl(value: string | undefined) { this.#set("baseUrl", value); }

  /** The API's settings. */
  get settings(): ElementConfig["settings"] { return this.#options.get("settings"); }
  set settings(value: ElementConfig["settings"]) { this.#set("settings", value); }

  /** The roles to choose from. */
  get roles(): string[] | undefined { return this.#options.get("roles"); }
  set roles(value: string[] | undefined) { this.#set("roles", value); }

  /** What a new person gets who is given no role. */
  get defaultRole(): string | undefined { return this.#options.get("defaultRole"); }
  set defaultRole(value: string | undefined) { this.#set("defaultRole", value); }

  /** The colour scheme. */
  get theme(): Theme { return this.#options.get("theme"); }
  set theme(value: Theme | undefined) { this.#set("theme", value); }

  /** Whether the form can be used. */
  get disabled(): boolean { return this.#options.get("disabled"); }
  set disabled(value: boolean | undefined) { this.#set("disabled", value); }

  /** How requests are authorised: a property only, since a page's markup is no place for secrets. */
  get auth(): Auth | undefined { return this.#options.get("auth"); }
  set auth(value: Auth | undefined) { this.#set("auth", value); }

  /** Used instead of the global `fetch`. */
  get fetch(): typeof globalThis.fetch | undefined { return this.#options.get("fetch"); }
  set fetch(value: typeof globalThis.fetch | undefined) { this.#set("fetch", value); }

  /** Everything at once; what is set by itself wins over it. */
  get config(): ElementConfig | undefined { return this.#options.config; }
  set config(value: ElementConfig | undefined) {
    this.#options.config = value;
    this.#configureSoon();
  }

  /** The people in the list whose addresses are right. */
  get invitees(): Invitee[] { return this.#widget?.invitees() ?? this.#people; }
  set invitees(value: Invitee[]) {
    this.#people = [...(value ?? [])];
    this.#configureNow();
    this.#widget?.setInvitees(this.#people);
  }

  /** What happened in the last delivery. */
  get report(): Report | undefined { return this.#widget?.report() ?? this.#report; }

  /** Resolves when the form can be used; rejects with an InviteError when it can't be loaded. */
  get ready(): Promise<void> { return this.#ready.promise; }

  /** Adds the people in a text, as pasting it does; answers how many entries were added. */
  add(text: string): Promise<number> {
    return this.#whenReady((widget) => widget.add(text));
  }

  /** What would be sent now. */
  plan(): Promise<Plan> {
    return this.#whenReady((widget) => widget.plan());
  }

  /** Invites the people in the list; a call while one runs answers the same promise. */
  send(): Promise<Report> {
    const end = () => (this.#sending = undefined);
    this.#sending ??= this.#whenReady((widget) => widget.send()).finally(end);
    return this.#sending;
  }

  /** Empties the list. */
  async clear(): Promise<void> {
    await this.#whenReady((widget) => widget.clear());
    this.#show("ready");
  }

  /** Leads to the field. */
  override focus(): void {
    this.#widget?.focus();
  }

  connectedCallback(): void {
    for (const property of PROPERTIES) upgrade(this, property);
    // Never inside a handler of another widget, which would become the owner of this one.
    queueMicrotask(() => void this.#mount());
  }

  disconnectedCallback(): void {
    // An element that is only moved is connected again by then, and keeps its state.
    queueMicrotask(() => {
      if (!this.isConnected) this.#unmount();
    });
  }

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    this.#options.setAttribute(attribute, text);
    this.#configureSoon();
  }

  formDisabledCallback(): void {
    this.#configureSoon();
  }

  async #mount(): Promise<void> {
    if (this.#widget || this.#mounting || !this.isConnected) return;
    this.#mounting = true;
    if (this.#ready.failed) this.#ready = new Deferred();
    try {
      const { Widget } = await widgetBindings();
      if (this.isConnected) this.#start(Widget);
    } catch (thrown) {
      this.#fail(InviteError.from(thrown));
    } finally {
      this.#mounting = false;
    }
  }

  #start(Widget: Awaited<ReturnType<typeof widgetBindings>>["Widget"]): void {
    this.#root.replaceChildren();
    const emit = (type: string, detail: unknown) => this.#emit(type, detail);
    this.#widget = new Widget(this.#root, { emit }, messages);
    this.#outdated = true;
    this.#configureNow();
    if (this.#people.length > 0) this.#widget.setInvitees(this.#people);
    this.#ready.resolve();
    this.#emit("ready", null);
  }

  #fail(error: InviteError): void {
    this.#root.replaceChildren(failureNotice(), slot());
    this.#show("failed");
    this.#ready.reject(error);
    this.#complain(error);
  }

  #unmount(): void {
    if (!this.#widget) return;
    this.#people = this.#widget.invitees();
    this.#report = this.#widget.report();
    this.#widget.free();
    this.#widget = undefined;
    this.#ready = new Deferred();
    this.#root.replaceChildren(slot());
    this.#show("loading");
  }

  #set(property: string, value: unknown): void {
    reflect(this, property, value);
    this.#options.set(property, value);
    this.#configureSoon();
  }

  /** Once for all that is set in one go. */
  #configureSoon(): void {
    if (this.#outdated) return;
    this.#outdated = true;
    queueMicrotask(() => this.#configureNow());
  }

  #configureNow(): void {
    if (!this.#widget || !this.#outdated) return;
    this.#outdated = false;
    const mistakes = this.#options.takeMistakes();
    try {
      this.#widget.configure(this.#options.resolved(this.disabled || this.matches(":disabled")));
    } catch (thrown) {
      mistakes.push(InviteError.from(thrown));
    }
    for (const mistake of mistakes) {
      this.#widget.complain(mistake.message);
      this.#complain(mistake);
    }
  }

  async #whenReady<T>(call: (widget: Widget) => T): Promise<Awaited<T>> {
    while (!this.#widget) await this.#ready.promise;
    this.#configureNow();
    try {
      return await call(this.#widget);
    } catch (thrown) {
      throw InviteError.from(thrown);
    }
  }

  #emit(type: string, detail: unknown): boolean {
    const state = stateAfter(type, detail, this.#internals.states.has("sending"));
    if (state) this.#show(state);
    const passed = dispatch(this, type, detail);
    if (type === "send" && passed) this.#show("sending");
    return passed;
  }

  #complain({ code, message, params }: InviteError): void {
    dispatch(this, "error", { code, message, params });
  }

  #show(state: ElementState): void {
    this.#internals.states.clear();
    this.#internals.states.add(state);
  }
}

/** Lets `addEventListener` know the events of the element. */
export interface InviteUsersElement {
  addEventListener<Type extends keyof (HTMLElementEventMap & InviteUsersEventMap)>(
    type: Type,
    listener: (
      this: InviteUsersElement, event: (HTMLElementEventMap & InviteUsersEventMap)[Type],
    ) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
