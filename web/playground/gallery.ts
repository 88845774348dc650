/** The states to look at: a link for each, and a step to the one before and after. */

import { address } from "./address.js";
import { byId, make } from "./dom.js";
import type { State } from "./states.js";
import type { Values } from "./values.js";

/** What the address of a step ends in, so that the focus is on the same step afterwards. */
const STEPS = { "previous-state": -1, "next-state": 1 } as const;

/** The links of the page, and the state that is shown. */
export class Gallery {
  readonly #states: State[];
  readonly #links: Map<State, HTMLAnchorElement>;

  /** `leave` is called before the page goes to another state. */
  constructor(states: State[], leave: () => void) {
    this.#states = states;
    this.#links = new Map(states.map((state) => [state, link(state)]));
    const groups = [...new Set(states.map(({ group }) => group))];
    byId("gallery").replaceChildren(...groups.map((group) => this.#group(group)));
    for (const one of [...this.#links.values(), ...steps()]) {
      one.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
        if (!ctrlKey && !metaKey && !shiftKey) leave();
      });
    }
  }

  /** Marks the state that is shown, and lets each link keep these looks. */
  show(current: State | undefined, looks: Values): void {
    for (const [state, anchor] of this.#links) {
      anchor.href = address(looks, {}, state.name);
      if (state === current) anchor.setAttribute("aria-current", "true");
      else anchor.removeAttribute("aria-current");
    }
    byId("current-state").textContent = current?.name ?? "All states";
    for (const step of steps()) this.#lead(step, current, looks);
  }

  /** Puts the focus back on the step that led here. */
  resume(): void {
    const step = location.hash.slice(1);
    if (step in STEPS) byId(step).focus({ preventScroll: true });
  }

  #lead(step: HTMLAnchorElement, current: State | undefined, looks: Values): void {
    const way = STEPS[step.id as keyof typeof STEPS];
    const all = this.#states.length;
    const place = current ? this.#states.indexOf(current) + way : Math.min(way, 0);
    const next = this.#states[(place + all) % all];
    if (!next) return;
    step.href = `${address(looks, {}, next.name)}#${step.id}`;
    step.setAttribute("aria-label", `${way < 0 ? "Previous" : "Next"} state: ${next.name}`);
  }

  #group(name: string): HTMLElement {
    const items = this.#states.filter(({ group }) => group === name).map((state) =>
      make("li", {}, this.#links.get(state)!));
    return make("section", { class: "group" }, make("h3", {}, name), make("ul", {}, ...items));
  }
}

function link({ name, description }: State): HTMLAnchorElement {
  return make("a", {}, make("b", {}, name), " ", make("span", {}, description));
}

function steps(): HTMLAnchorElement[] {
  return Object.keys(STEPS).map((id) => byId<HTMLAnchorElement>(id));
}
