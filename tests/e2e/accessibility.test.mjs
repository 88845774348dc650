/** Every state of the widget by the rules of axe (WCAG 2.2 AA, best practice), wide and narrow. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, violations } from "./axe.mjs";
import { useSite } from "./harness.mjs";
import { STATES, openState } from "./states.mjs";
import { sentence, ui, uiPattern } from "./words.mjs";

const site = useSite({ reducedMotion: "reduce" });

/** High enough for all of a form: the bar at its bottom would else half cover what can be scrolled from under it. */
const HEIGHT = 2400;
/** Two that differ in everything; `cargo xtask test --all` looks from all sides. */
const LOOKS = [
  { width: 320, direction: "rtl", scheme: "dark" },
  { width: 1280, direction: "ltr", scheme: "light" },
];

/** What has to be seen before a state is looked at: that it is the state it says it is. */
const SIGNS = {
  empty: (widget) => widget.host.getByText(ui("empty")),
  typing: (widget) => widget.field.and(widget.page.locator(":focus")),
  suggesting: (widget) => widget.host.getByRole("option", { name: "Anders Berg" }),
  "roles-open": (widget) => widget.host.getByRole("checkbox", { name: "Organisation manager" }),
  flagged: (widget) => widget.host.getByText(ui("flag_member", { email: "carla@acme.com" })),
  table: (widget) => widget.host.getByRole("group", { name: ui("pasted_table") }),
  "file-refused": (widget) => widget.host.getByText("team.xlsx"),
  mixed: (widget) => widget.editField("mia(at)acme.com"),
  ready: (widget) => widget.host.getByRole("button", { name: ui("invite_people", { count: 3 }) }),
  restored: async (widget) => {
    await widget.editField("mia(at)acme.com").waitFor();
    assert.equal(await widget.field.inputValue(), "carla@ac");
    return widget.row("ann@acme.com");
  },
  disabled: (widget) => widget.host.locator("[inert]"),
  many: (widget) => widget.host.getByRole("button", { name: ui("invite_people", { count: 200 }) }),
  "nobody-found": (widget) => widget.host.getByText(ui("nobody_shown")),
  long: (widget) => widget.host.getByRole("button", { name: uiPattern("show_rows") }),
  selected: (widget) => widget.host.getByText(ui("selected", { count: 3 }), { exact: true }),
  filtered: (widget) => widget.host.getByText(ui("summary_hidden", { count: 58 })),
  "plan-open": (widget) => widget.host.getByRole("list", { name: ui("plan") }),
  confirming: (widget) => widget.host.getByText(ui("confirm_people", { count: 2 })),
  "over-limit": (widget) =>
    widget.host.locator("[part=counts]").getByText(ui("count_of", { people: 5, count: 3 })),
  sending: (widget) => widget.cancelButton,
  offline: (widget) => widget.progress.and(widget.page.getByLabel(ui("offline"))),
  interrupted: (widget) => widget.host.getByRole("button", { name: ui("continue"), exact: true }),
  sent: (widget) => widget.host.getByText(ui("all_invited", { count: 3 })),
  partial: (widget) => widget.results.getByText(ui("count_failed", { count: 1 })),
  retry: (widget) => widget.host.getByRole("button", { name: ui("retry_failed", { count: 2 }) }),
  failed: (widget) => widget.results.getByText(ui("count_failed", { count: 2 })),
  "key-refused": (widget) => widget.row("ann@acme.com").getByText(sentence("unauthorized")),
  cancelled: (widget) => widget.results.getByText(uiPattern("count_not_sent")),
  unconfirmed: (widget) => widget.results.getByText(ui("count_unconfirmed", { count: 2 })),
  "unconfirmed-question": (widget) => widget.question,
  "rate-limited": (widget) => widget.host.getByText(uiPattern("waiting")),
  "setting-missing": (widget) => widget.problems,
  collect: (widget) => widget.editField("mia(at)acme.com"),
  settings: (widget) => widget.host.locator("textarea[aria-invalid=true]"),
  problems: (widget) => widget.host.getByText(ui("problems_count", { count: 4 })),
  "roles-loading": (widget) => widget.row("ann@acme.com").getByText(ui("roles_loading")),
  "roles-failed": (widget) => widget.host.getByRole("button", { name: ui("try_again") }),
  misconfigured: (widget) => widget.host.getByRole("alert").getByText("maxInvitees"),
  loading: (widget) => widget.host.getByText("Loading the form …"),
  "wasm-failed": (widget) => widget.host.getByRole("alert").getByText(ui("load_failed")),
};

for (const { name, description } of STATES) {
  test(`${name}: ${description}`, async () => {
    const widget = await openState(site.page, name);
    await (await SIGNS[name](widget)).waitFor();
    for (const look of LOOKS) await passes(look);
  });
}

test("open role choices, a row being edited and a disabled form pass, too", async () => {
  const widget = await site.openWith("extractor");
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.rolesButton("ann@acme.com").click();
  await widget.host.getByRole("button", { name: ui("edit", { email: "ben@acme.com" }) }).click();
  await widget.editField("ben@acme.com").waitFor();
  assert.deepEqual(await violations(site.page, "invite-users"), []);
  await widget.set({ disabled: true });
  await widget.host.locator("[inert]").waitFor();
  assert.deepEqual(await violations(site.page, "invite-users"), []);
});

test("targets are 24 pixels high and wide at least", async () => {
  const widget = await openState(site.page, "mixed");
  await site.page.setViewportSize({ width: 320, height: 900 });
  const kinds = ["button", "select", "input", "textarea"].map((name) => `${name}:visible`);
  for (const control of await widget.host.locator(kinds.join(", ")).all()) {
    const { width, height } = await control.evaluate((element) => {
      const box = (element.closest("label") ?? element).getBoundingClientRect();
      return { width: box.width, height: box.height };
    });
    const name = await control.getAttribute("aria-label");
    assert.ok(width >= 24 && height >= 24, `${name}: ${width} x ${height}`);
  }
});

test("with larger text nothing is cut off", async () => {
  const widget = await openState(site.page, "mixed");
  await site.page.setViewportSize({ width: 640, height: 900 });
  await site.page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  assert.ok(await fits(site.page));
  const cut = await widget.host.evaluate(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("button, p, bdi")]
      .filter((element) => element.checkVisibility() && element.closest(".hidden") === null)
      .filter(({ clientHeight: shown, scrollHeight }) => shown > 0 && scrollHeight > shown + 2)
      .map((element) => element.textContent));
  assert.deepEqual(cut, []);
});

/** No sideways scrolling, and nothing that axe finds. */
async function passes({ width, direction, scheme }) {
  const look = `${direction}, ${width} px, ${scheme}`;
  await site.page.setViewportSize({ width, height: HEIGHT });
  await site.page.emulateMedia({ colorScheme: scheme });
  await site.page.evaluate((dir) => void (document.documentElement.dir = dir), direction);
  assert.ok(await fits(site.page), `scrolls sideways: ${look}`);
  assert.deepEqual(await violations(site.page, "invite-users"), [], look);
}
