/** The page of ours: the element as docs/embed.md shows it, for an API with one role for each person. */

const SETTINGS = { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" };

const element = document.createElement("invite-users");
const inside = (selector) => element.shadowRoot.querySelector(selector);
const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
const input = (field) => inside(`[part~=${field}]`);
const edited = () => all("[part~=edit-field]");
let told = 0;

/** Rows below the screen need not be drawn for the list to be seen. */
function count() {
  const drawn = all("[part~=row]");
  const fillsScreen = drawn.at(-1)?.getBoundingClientRect().bottom > innerHeight;
  return fillsScreen ? told : Math.min(drawn.length, told);
}

/** So many frames without another one are the end. */
async function allEdited(quiet = 20) {
  for (let [last, same] = [-1, 0]; same < quiet; same++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = edited().length;
    if (now !== last) [last, same] = [now, 0];
  }
  return edited().map(({ value }) => value);
}

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
  count,
  focus: (field) => input(field).focus(),
  typed: (field) => input(field).value,
  people: () => element.invitees.map(({ email, name }) => ({ address: email, name: name ?? null })),
  /** As a person finds them: by the filter, each in a field of its own. */
  async leftovers() {
    all("[part~=filter] label").find(({ textContent }) => textContent.includes("fix"))?.click();
    return allEdited();
  },
};
