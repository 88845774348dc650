/** Suggestions from the host's directory while somebody types. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

/** Whom the host knows; `Mia` has no address. */
const DIRECTORY = [
  { email: "ann@acme.com", name: "Ann Lee", description: "Design" },
  { email: "anders@acme.com", name: "Anders Berg", roles: ["ADMIN"], id: 7 },
  { email: "hannah@acme.com", name: "Hannah Okafor" },
  { email: null, name: "Mia Anand" },
];

/** Opens a page whose element asks a directory; `window.asked` holds the queries. */
async function openWithDirectory(people = DIRECTORY) {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.host.evaluate((element, known) => {
    window.asked = [];
    const fits = (person, query) => JSON.stringify(person).toLowerCase().includes(query);
    const suggest = async (query) => {
      window.asked.push(query);
      return known.filter((person) => fits(person, query.toLowerCase()));
    };
    element.config = { ...element.config, suggest };
  }, people);
  return withSuggestions(widget);
}

/** Opens a page whose directory fails in this way. */
async function openWithFailing(failure) {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.host.evaluate((element, name) => {
    const all = {
      throwing: () => { throw new Error("no directory"); },
      rejecting: async () => { throw new Error("no directory"); },
      "answering no list": () => ({ people: [] }),
      "answering nobody with an address": () => [{ mail: "ann@acme.com" }],
      "being no function": "https://directory.example",
      "never answering": () => new Promise(() => {}),
    };
    element.config = { suggest: all[name] };
  }, failure);
  return withSuggestions(widget);
}

function withSuggestions(widget) {
  widget.suggestions = widget.host.getByRole("listbox", { name: ui("suggestions") });
  widget.options = widget.suggestions.getByRole("option");
  widget.option = (name) => widget.options.filter({ hasText: name });
  widget.active = widget.suggestions.getByRole("option", { selected: true });
  widget.gone = () => widget.suggestions.waitFor({ state: "hidden" });
  return widget;
}

test("arrow keys lead through the people who are found, and Enter adds one", async () => {
  const events = await hearEvents(site.page);
  const widget = await openWithDirectory();
  await widget.field.pressSequentially("an");
  await widget.options.nth(2).waitFor();
  assert.equal(await widget.options.count(), 3);
  assert.equal(await widget.active.count(), 0);
  assert.equal(await widget.field.getAttribute("aria-activedescendant"), null);

  const { keyboard } = site.page;
  const leadsTo = (name) => widget.active.filter({ hasText: name }).waitFor();
  await keyboard.press("ArrowUp");
  await leadsTo("Hannah Okafor");
  await keyboard.press("ArrowDown");
  await leadsTo("Ann Lee");
  await keyboard.press("ArrowDown");
  await leadsTo("Anders Berg");
  const id = await widget.active.getAttribute("id");
  assert.equal(await widget.field.getAttribute("aria-activedescendant"), id);
  await keyboard.press("Enter");

  await widget.removeButton("anders@acme.com").waitFor();
  await widget.gone();
  await focused(widget.field);
  assert.equal(await widget.field.inputValue(), "");
  const anders = { email: "anders@acme.com", name: "Anders Berg", roles: ["ADMIN"] };
  await events.waitFor("change");
  assert.deepEqual(await events.details("change"), [{ invitees: [anders] }]);
});

test("a pointer chooses without taking what is typed, and the rest of it stays", async () => {
  const widget = await openWithDirectory();
  await widget.field.pressSequentially("somebody, han");
  await widget.option("Hannah Okafor").click();
  await widget.removeButton("hannah@acme.com").waitFor();
  assert.equal(await widget.rows.count(), 1);
  assert.equal(await widget.field.inputValue(), "somebody, ");
  await focused(widget.field);
});

test("Enter with nobody chosen adds what is typed, as always", async () => {
  const widget = await openWithDirectory();
  await widget.field.pressSequentially("ann@acme.com");
  await widget.options.first().waitFor();
  await site.page.keyboard.press("Enter");
  await widget.removeButton("ann@acme.com").waitFor();
  await widget.gone();
  assert.deepEqual(await widget.plannedBodies(), [{ email: "ann@acme.com" }]);
});

test("Escape takes the list away and leaves what is typed, and Alt+Down brings it back", async () => {
  const widget = await openWithDirectory();
  await widget.field.pressSequentially("ann");
  await widget.options.first().waitFor();
  await site.page.keyboard.press("Escape");
  await widget.gone();
  assert.equal(await widget.field.inputValue(), "ann");
  await site.page.keyboard.press("Alt+ArrowDown");
  await widget.options.first().waitFor();
});

test("Home, End and sideways arrows are the field's, so that typing goes on there", async () => {
  const widget = await openWithDirectory();
  await widget.field.pressSequentially("an");
  await widget.options.first().waitFor();
  await site.page.keyboard.press("ArrowDown");
  await widget.active.waitFor();
  await site.page.keyboard.press("Home");
  await widget.active.waitFor({ state: "detached" });
  await site.page.keyboard.type("J");
  assert.equal(await widget.field.inputValue(), "Jan");
});

test("Tab is never held, and the list does not stay behind", async () => {
  const widget = await openWithDirectory();
  await widget.field.pressSequentially("ann");
  await widget.options.first().waitFor();
  await site.page.keyboard.press("ArrowDown");
  await tabTo(widget.addButton);
  await widget.gone();
  assert.equal(await widget.field.inputValue(), "ann");
  assert.equal(await widget.rows.count(), 0);
});

test("the host is asked for the last piece, from two characters on, once nobody types", async () => {
  const widget = await openWithDirectory();
  const asked = () => site.page.evaluate(() => window.asked);
  await widget.field.pressSequentially("x");
  await widget.field.pressSequentially(" y, hanna");
  await widget.options.first().waitFor();
  assert.deepEqual(await asked(), ["hanna"]);
  await widget.field.fill("李");
  await site.page.waitForFunction(() => window.asked.length === 2);
  assert.deepEqual(await asked(), ["hanna", "李"]);
  await widget.gone();
});

test("who is in the list already is shown as that and can't be added twice", async () => {
  const widget = await openWithDirectory();
  await widget.addPeople("ANN@acme.com");
  await widget.field.pressSequentially("ann");
  const ann = widget.option("Ann Lee");
  await ann.getByText(ui("suggestion_listed")).waitFor();
  assert.equal(await ann.getAttribute("aria-disabled"), "true");
  await ann.click({ force: true });
  await site.page.keyboard.press("ArrowDown");
  await site.page.keyboard.press("Enter");
  assert.equal(await widget.rows.count(), 1);
  assert.equal(await widget.field.inputValue(), "ann");
});

test("how many are found is announced, and eight are shown at most", async () => {
  const many = Array.from({ length: 30 }, (_, index) => `team-${index}@acme.com`);
  const widget = await openWithDirectory(many);
  await widget.field.pressSequentially("team");
  const words = ui("suggestions_found", { count: 8 });
  await widget.host.getByRole("status").filter({ hasText: words }).waitFor();
  assert.equal(await widget.options.count(), 8);
});

test("an answer that comes too late is not shown, and its question was taken back", async () => {
  const widget = await openWithDirectory();
  await widget.host.evaluate((element) => {
    window.questions = [];
    const suggest = (query, signal) => new Promise((resolve) => {
      window.questions.push({ query, signal, answer: () => resolve([`${query}@acme.com`]) });
    });
    element.config = { suggest };
  });
  const waitFor = (count) =>
    site.page.waitForFunction((wanted) => window.questions.length === wanted, count);
  await widget.field.pressSequentially("slow");
  await waitFor(1);
  await widget.field.fill("fast");
  await waitFor(2);
  await site.page.evaluate(() => window.questions.toReversed().forEach(({ answer }) => answer()));
  await widget.option("fast@acme.com").waitFor();
  assert.equal(await widget.options.count(), 1);
  const aborted = await site.page.evaluate(() => window.questions.map((it) => it.signal.aborted));
  assert.deepEqual(aborted, [true, false]);
});

const FAILURES = [
  "throwing", "rejecting", "answering no list", "answering nobody with an address",
  "being no function",
];
for (const failure of FAILURES) {
  test(`a directory ${failure} is told once, and typing goes on`, async () => {
    const events = await hearEvents(site.page);
    const widget = await openWithFailing(failure);
    await widget.field.pressSequentially("ann");
    await widget.host.getByRole("paragraph").filter({ hasText: ui("suggest_failed") }).waitFor();
    await widget.field.pressSequentially("@acme.com");
    await site.page.keyboard.press("Enter");
    await widget.removeButton("ann@acme.com").waitFor();
    const errors = await events.details("error");
    assert.deepEqual(errors.map(({ code }) => code), ["suggest_failed"]);
  });
}

test("a directory that takes longer than ten seconds is told, too", async () => {
  await site.page.clock.install();
  const widget = await openWithFailing("never answering");
  await widget.field.pressSequentially("ann");
  await site.page.clock.runFor(10_500);
  await widget.host.getByRole("paragraph").filter({ hasText: ui("suggest_failed") }).waitFor();
});

test("an input method is not disturbed: its Enter and its arrows are its own", async () => {
  const widget = await openWithDirectory();
  await widget.field.focus();
  const session = await site.page.context().newCDPSession(site.page);
  const text = "ann";
  await session.send("Input.imeSetComposition", { text, selectionStart: 3, selectionEnd: 3 });
  await widget.options.first().waitFor();
  for (const key of ["ArrowDown", "Enter"]) {
    await widget.field.dispatchEvent("keydown", { key, isComposing: true, keyCode: 229 });
  }
  assert.equal(await widget.active.count(), 0);
  assert.equal(await widget.rows.count(), 0);
  await session.send("Input.insertText", { text: "ann" });
  assert.equal(await widget.field.inputValue(), "ann");
});

test("without a directory the field is a plain one", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  for (const name of ["aria-autocomplete", "aria-controls", "aria-haspopup"]) {
    assert.equal(await widget.field.getAttribute(name), null);
  }
  assert.equal(await widget.host.locator("[role=listbox]").count(), 0);
});
