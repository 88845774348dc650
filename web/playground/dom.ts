/** Finds and makes elements: never from HTML text, which Trusted Types forbid. */

type Child = Node | string;

/** The element of the page with this id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

/** A new element with attributes and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An option of a select. */
export function option(value: string, label: string): HTMLOptionElement {
  return make("option", { value }, label);
}

/** A control with its label, and a sentence on what it does. */
export function labelled(control: HTMLElement, label: string, help: string): HTMLElement {
  const isSwitch = control instanceof HTMLInputElement && control.type === "checkbox";
  const described = make("small", { id: `${control.id}-help` }, help);
  control.setAttribute("aria-describedby", described.id);
  const name = make("label", { for: control.id }, label);
  return make("div", { class: isSwitch ? "field switch" : "field" }, name, control, described);
}
