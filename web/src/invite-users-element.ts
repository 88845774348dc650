/** The class of `<invite-users>`: methods, events and life cycle around the widget. */

import { ATTRIBUTES, reflect } from "./attributes.js";
import { Deferred } from "./deferred.js";
import { InviteError } from "./error.js";
import { changeDetail, dispatch } from "./events.js";
import type { EventListening } from "./events.js";
import { failed, waiting } from "./fallback.js";
import { FormField, defineField, unread } from "./form.js";
import type { FieldProperties } from "./form.js";
import { Keeper } from "./keeper.js";
import { isWanted, loadLanguage } from "./language.js";
import type { Language } from "./language.js";
import { Mistakes } from "./mistakes.js";
import { Options } from "./options.js";
import { defineOptions, upgrade } from "./properties.js";
import type { ElementConfig, FormRetryOptions, FormSendOptions, OptionProperties } from "./properties.js";
import { save } from "./save.js";
import { showEvent, showLooks, showProgress } from "./states.js";
import { styleSheet } from "./styles.js";
import type { Invitee, Plan, Report } from "./types.js";
import { Watch } from "./watch.js";
import { configure, widgetBindings } from "./widget.js";
import type { Widget, WidgetBindings } from "./widget.js";

const COLLECTING = "with `collect` your form sends the people, and the element sends nothing";

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
  static readonly observedAttributes: readonly string[] = [...Object.keys(ATTRIBUTES), "lang", "dir"];

  static {
    defineOptions<InviteUsersElement>(
      this.prototype, (host) => host.#options, (host, name, value) => host.#set(name, value),
    );
    defineField<InviteUsersElement>(this.prototype, (host) => host.#internals);
  }

  readonly #internals = this.attachInternals();
  readonly #root = this.attachShadow({ mode: "open", delegatesFocus: false });
  readonly #options = new Options();
  readonly #field = new FormField(this.#internals, () => {
    if (this.collect) this.#widget?.addTyped();
  });
  readonly #mistakes = new Mistakes((mistake) => this.#complain(mistake));
  readonly #watch = new Watch(() => this.#widget?.networkChanged());
  /** A page in several languages changes its own `lang` and goes on. */
  readonly #page = new MutationObserver(() => this.#configureSoon());
  readonly #keeper = new Keeper((error) => this.#complain(error));
  #ready = new Deferred();
  #widget: Widget | undefined;
  #language: Language | undefined;
  #mounting = false;
  #outdated = false;
  #sending: Promise<Report> | undefined;
  /** What the host set, for a form that is reset. */
  #given: Invitee[] = [];
  /** What was in the list when there was a widget. */
  #people: Invitee[] = [];
  #draft: string | undefined;
  #report: Report | undefined;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styleSheet()];
    this.#root.append(waiting());
    this.#internals.states.add("loading");
    // A label's click reaches the host itself, one inside the form reaches its control.
    this.addEventListener("click", (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  /** Everything at once; what is set by itself wins over it. */
  get config(): ElementConfig | undefined { return this.#options.config; }
  set config(value: ElementConfig | undefined) {
    this.#options.config = value;
    this.#configureSoon();
  }

  /** The people in the list whose addresses are right. */
  get invitees(): Invitee[] { return this.#widget?.invitees() ?? this.#people; }
  set invitees(value: Invitee[]) {
    this.#given = this.#people = Array.isArray(value) ? [...value] : [];
    this.#draft = undefined;
    this.#configureNow();
    this.#putPeople();
  }

  /** What happened in the last delivery. */
  get report(): Report | undefined { return this.#widget?.report() ?? this.#report; }

  /** Resolves when the form can be used; rejects with an InviteError when it can't be loaded. */
  get ready(): Promise<void> { return this.#ready.promise; }

  /** Adds the people in a text, as pasting it does; answers how many entries were added. */
  add(text: string): Promise<number> {
    return this.#whenReady((widget) => widget.add(text));
  }

  /** Adds the people in a table's or text's file; answers its entries: 0 where the form refused it. */
  importFile(file: File): Promise<number> {
    return this.#whenReady((widget) => widget.importFile(file));
  }

  /** What would be sent now. */
  plan(): Promise<Plan> {
    return this.#whenReady((widget) => widget.plan());
  }

  /**
   * Invites the people in the list; a call while one runs answers the same promise.
   *
   * Where somebody would be able to manage others, the person at the page is asked first, unless the
   * host has `confirmed` it.
   */
  send({ confirmed = false }: FormSendOptions = {}): Promise<Report> {
    if (this.#sending && confirmed) {
      this.#whenReady((widget) => widget.confirm()).catch(() => {});
    }
    return this.#deliver((widget) => widget.send(confirmed));
  }

  /**
   * Sends those again whom the last delivery failed to invite, and with `unconfirmed` also those who may
   * be invited already, who may get two invitations by it. Answers the report of everybody, the last one
   * where nobody goes again; a call while a delivery runs answers its promise.
   */
  retry({ unconfirmed = false }: FormRetryOptions = {}): Promise<Report> {
    return this.#deliver((widget) => widget.retry(unconfirmed));
  }

  /** Stops the delivery that runs: who was not asked for yet is not sent. */
  cancel(): Promise<void> {
    return this.#whenReady((widget) => widget.cancel());
  }

  /** Empties the list. */
  async clear(): Promise<void> {
    await this.#whenReady((widget) => widget.clear());
    showProgress(this.#internals.states, "ready");
  }

  /** Leads to the field, once there is one. */
  override focus(): void {
    this.#whenReady((widget) => widget.focus()).catch(() => {});
  }

  connectedCallback(): void {
    upgrade(this);
    this.#page.observe(document.documentElement, { attributeFilter: ["lang", "dir"] });
    // Never inside a handler of another widget, which would become the owner of this one.
    queueMicrotask(() => void this.#mount());
    this.#configureSoon();
  }

  disconnectedCallback(): void {
    this.#widget?.hold();
    // An element that is only moved is connected again by then, and keeps its state.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#page.disconnect();
      this.#unmount();
    });
  }

  /** `moveBefore()` keeps even the focus, so there is nothing to do. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    if (attribute in ATTRIBUTES) this.#options.setAttribute(attribute, text);
    this.#configureSoon();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#field.follow(form);
  }

  formDisabledCallback(): void {
    this.#configureSoon();
  }

  formResetCallback(): void {
    if (this.collect) this.#restore(JSON.stringify({ people: this.#given }));
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string") this.#restore(state);
  }

  async #mount(): Promise<void> {
    if (this.#widget || this.#mounting || !this.isConnected) return;
    this.#mounting = true;
    if (this.#ready.failed) this.#ready = new Deferred();
    const language = loadLanguage(this, this.#options);
    language.then((loaded) => this.#speak(loaded), () => {});
    try {
      const loaded = await Promise.all([widgetBindings(), language]);
      if (this.isConnected) this.#start(...loaded);
    } catch (thrown) {
      this.#fail(InviteError.from(thrown), await language.catch(() => undefined));
    } finally {
      this.#mounting = false;
    }
  }

  #start({ Widget }: WidgetBindings, language: Language): void {
    this.#root.replaceChildren();
    const emit = (type: string, detail: unknown) =>
      this.#emit(type, type === "change" ? changeDetail(() => this.invitees) : detail);
    const entered = () => this.#enter();
    const sending = (on: boolean) => this.#watch.follow(on);
    const { persistence } = this.#keeper;
    const hooks = { emit, entered, save, sending, persistence };
    this.#widget = new Widget(this.#root, hooks, language.messages);
    this.#outdated = true;
    this.#configureNow();
    if (!this.#keeper.tookUp) {
      if (this.#draft !== undefined) this.#restore(this.#draft);
      else if (this.#people.length > 0) this.#putPeople();
    }
    this.#ready.resolve();
    this.#emit("ready", null);
  }

  /** Words may be there before the widget. */
  #speak(language: Language): void {
    this.#language = language;
    this.#enter();
  }

  #fail(error: InviteError, language: Language | undefined): void {
    this.#root.replaceChildren(failed(language));
    showProgress(this.#internals.states, "failed");
    this.#ready.reject(error);
    this.#complain(error);
  }

  #unmount(): void {
    if (!this.#widget) return;
    this.#widget.abandon();
    this.#people = this.#widget.invitees();
    this.#draft = this.#widget.draft();
    this.#report = this.#widget.report();
    this.#keeper.stop();
    this.#widget.free();
    this.#widget = undefined;
    this.#ready = new Deferred();
    this.#root.replaceChildren(waiting());
    showProgress(this.#internals.states, "loading");
  }

  #deliver(start: (widget: Widget) => Promise<Report>): Promise<Report> {
    if (this.collect) return Promise.reject(new InviteError("collecting", COLLECTING));
    this.#sending ??= this.#whenReady(start).finally(() => (this.#sending = undefined));
    return this.#sending;
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
    if (!this.#outdated) return;
    this.#outdated = false;
    showLooks(this.#internals.states, [this.theme, this.density]);
    if (this.#widget) {
      const speaks = isWanted(this.#language!, this, this.#options);
      // What was wrong with the words before may be mended by those that are to come.
      const mistakes = [...this.#options.mistakes(), ...(speaks ? this.#language!.mistakes : [])];
      const disabled = this.disabled || this.matches(":disabled");
      mistakes.push(...configure(this.#widget, this.#options.resolved(disabled)));
      this.#mistakes.show(this.#widget, mistakes);
      this.#followKey();
      if (!speaks) void this.#translate();
    }
    this.#enter();
  }

  /** Another key is another list, but not while this one is being sent. */
  #followKey(): void {
    const { states } = this.#internals;
    if (!this.#widget || states.has("sending")) return;
    if (this.#keeper.follow(this.#widget, this.#options.get("persist"))) showProgress(states, "ready");
  }

  async #translate(): Promise<void> {
    const language = await loadLanguage(this, this.#options).catch(() => undefined);
    if (!language || !this.#widget || !isWanted(language, this, this.#options)) return;
    this.#language = language;
    this.#widget.setMessages(language.messages);
    this.#configureSoon();
  }

  #putPeople(): void {
    try {
      this.#widget?.setInvitees(this.#people);
    } catch (thrown) {
      this.#mistakes.add(this.#widget!, InviteError.from(thrown));
    }
    this.#enter();
  }

  #restore(draft: string): void {
    this.#draft = draft;
    this.#configureNow();
    this.#widget?.restore(draft);
    this.#enter();
  }

  /** Hands the form what is in the list. */
  #enter(): void {
    if (!this.collect) return this.#field.withdraw();
    const collected = this.#widget?.collected() ?? unread(this.#people, this.required ?? false, this.#language);
    const anchor = this.#root.querySelector<HTMLElement>("#field");
    this.#field.show(this.name ?? "", collected, this.#widget?.draft() ?? null, anchor);
  }

  async #whenReady<T>(call: (widget: Widget) => T): Promise<Awaited<T>> {
    while (!this.#widget) await this.#ready.promise;
    this.#configureNow();
    try {
      return await call(this.#widget);
    } catch (thrown) {
      throw InviteError.from(thrown);
    } finally {
      this.#enter();
    }
  }

  #emit(type: string, detail: unknown): boolean {
    if (type === "sent") queueMicrotask(() => this.#followKey());
    return showEvent(this.#internals.states, type, detail, () => dispatch(this, type, detail));
  }

  #complain({ code, message, params }: InviteError): void {
    dispatch(this, "error", { code, message, params });
  }
}

/** Its options, what every field has, and its events. */
export interface InviteUsersElement extends OptionProperties, FieldProperties {
  addEventListener: EventListening<InviteUsersElement>["addEventListener"];
  removeEventListener: EventListening<InviteUsersElement>["removeEventListener"];
}
