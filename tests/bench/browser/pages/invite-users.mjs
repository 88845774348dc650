/** The page of ours: the element as docs/embed.md shows it, for an API with one role for each person. */

const SETTINGS = { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" };

const element = document.createElement("invite-users");
const inside = (selector) => element.shadowRoot.querySelector(selector);
const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
const input = (field) => inside(`[part~=${field}]`);
let told = 0;

element.setAttribute("api", "vijil");
element.setAttribute("base-url", "/vijil");
element.setAttribute("settings", JSON.stringify(SETTINGS));
element.addEventListener("invite-users-change", ({ detail }) => (told = detail.invitees.length));
const ready = new Promise((resolve) => {
  element.addEventListener("invite-users-ready", () => resolve(performance.now()));
});
document.body.append(element);

globalThis.contender = {
  ready,
  count: () => told,
  focus: (field) => input(field).focus(),
  typed: (field) => input(field).value,
  people: () => element.invitees.map(({ email, name }) => ({ address: email, name: name ?? null })),
  /** As a person finds them: by the filter, each in a field of its own. */
  async leftovers() {
    all("[part~=filter] label").find(({ textContent }) => textContent.includes("fix"))?.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return all("[part~=edit-field]").map(({ value }) => value);
  },
};
