/** The requests as they would leave: all but the credential, which is added then. Else those that left last. */

import type { Plan, PlannedRequest, Problem } from "invite-users";
import type { InviteUsersElement } from "invite-users/element";
import { byId, make } from "./dom.js";
import { clip, indent } from "./json.js";
import { counts } from "./log.js";

/** The most requests that are drawn. */
const LIMIT = 20;

/** How long the list has to be at rest before it is planned anew, in milliseconds. */
const REST = 100;

/** The panel of the requests. */
export class Requests {
  readonly #widget: InviteUsersElement;
  #last: Plan | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(widget: InviteUsersElement) {
    this.#widget = widget;
    widget.addEventListener("invite-users-send", ({ detail }) => (this.#last = detail));
    for (const type of ["ready", "change", "send", "sent", "done"] as const) {
      widget.addEventListener(`invite-users-${type}`, () => this.refresh());
    }
  }

  /** Shows what would leave now, as soon as the list is at rest. */
  refresh(): void {
    clearTimeout(this.#timer);
    // Without wasm there is no plan; the widget has said why.
    this.#timer = setTimeout(() => void this.#widget.plan().then((plan) => this.#show(plan), () => {}), REST);
  }

  #show(plan: Plan): void {
    const { requests, problems } = plan;
    if (this.#widget.collect) return show("", collected(this.#widget));
    if (requests.length > 0) return show(count(requests), cards(requests));
    const blocking = problems.filter(({ code }) => code !== "no_invitees");
    if (blocking.length > 0) return show("", [list(blocking)]);
    const { report } = this.#widget;
    if (!report || !this.#last) return show("", [note("Add people to see what would be sent.")]);
    const told = note(`Nothing more to send. The last time: ${counts(report.counts)}, with these requests.`);
    show(count(this.#last.requests), [told, ...cards(this.#last.requests)]);
  }
}

function show(summary: string, content: HTMLElement[]): void {
  byId("request-count").textContent = summary;
  byId("requests").replaceChildren(...content);
}

function count(requests: PlannedRequest[]): string {
  const people = requests.reduce((sum, { invitees }) => sum + invitees.length, 0);
  const number = (size: number, one: string, many: string) =>
    `${size.toLocaleString("en")} ${size === 1 ? one : many}`;
  return `${number(requests.length, "request", "requests")} for ${number(people, "person", "people")}`;
}

function cards(requests: PlannedRequest[]): HTMLElement[] {
  const drawn = requests.slice(0, LIMIT).map(card);
  const more = requests.length - drawn.length;
  return more > 0 ? [...drawn, note(`and ${more.toLocaleString("en")} more requests`)] : drawn;
}

function card({ method, url, headers, body }: PlannedRequest): HTMLElement {
  const line = make("p", { class: "line" }, make("b", {}, method), " ", make("span", {}, url));
  const names = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = make("p", { class: "head" }, [...names, "+ the credential, when it leaves"].join("\n"));
  return make("article", { class: "request", dir: "ltr" }, line, head, make("pre", { tabindex: "0" }, indent(body)));
}

/** What a host's form would send. */
function collected({ form, name }: InviteUsersElement): HTMLElement[] {
  const value = form && new FormData(form).get(name ?? "");
  const told = note(`Nothing is sent from here. Your form sends “${name}”:`);
  const text = typeof value === "string" && value !== "" ? indent(value) : "nothing yet";
  return [told, make("pre", { class: "code", dir: "ltr", tabindex: "0" }, clip(text))];
}

function note(text: string): HTMLElement {
  return make("p", { class: "empty" }, text);
}

function list(problems: Problem[]): HTMLElement {
  const items = problems.slice(0, LIMIT).map(({ code, message, field }) =>
    make("li", {}, make("code", {}, code), ` ${message}`, field ? ` (${field})` : ""));
  return make("ul", { class: "problems" }, ...items);
}
