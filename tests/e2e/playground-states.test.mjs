/** The playground's states: found in the gallery, walked through, and left by whatever changes more than the look. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { STATES, openState } from "./states.mjs";

const site = useSite();

const gallery = () => site.page.getByRole("region", { name: "States", exact: true });
const step = (way) => site.page.getByRole("link", { name: `${way} state:` });
const asked = () => Object.fromEntries(new URL(site.page.url()).searchParams);
const shown = (name) => site.page.locator(`html[data-state="${name}"]`).waitFor();

test("every state has a link with its description, under a heading", async () => {
  await site.open();
  const groups = [...new Set(STATES.map(({ group }) => group))];
  assert.deepEqual(await gallery().getByRole("heading", { level: 3 }).allInnerTexts(), groups);
  const links = await gallery().getByRole("link").allInnerTexts();
  assert.deepEqual(links.map((text) => text.split("\n")), STATES.map(({ name, description }) => [name, description]));
});

test("the state that is shown is marked, in the gallery and above the widget", async () => {
  await openState(site.page, "partial");
  const current = gallery().locator("[aria-current=true]");
  assert.deepEqual(await current.locator("b").allInnerTexts(), ["partial"]);
  await site.page.getByRole("navigation", { name: "States of the widget" }).getByText("partial").waitFor();
});

test("an unknown state is said in a sentence, and the widget works", async () => {
  const widget = await site.open("/?state=wonderful");
  await site.page.getByText("There is no state “wonderful”. Choose one at the end of this page.").waitFor();
  await widget.addPeople("ann@acme.com");
});

test("one goes from state to state by keys, with the same look and the focus where it was", async () => {
  const [first, second] = STATES;
  await site.open("/?theme=dark&width=480");
  await step("Next").focus();
  await site.page.keyboard.press("Enter");
  await shown(first.name);
  await focused(step("Next"));
  assert.deepEqual(asked(), { state: first.name, theme: "dark", width: "480" });
  await site.page.keyboard.press("Enter");
  await shown(second.name);
  await step("Previous").focus();
  await site.page.keyboard.press("Enter");
  await shown(first.name);
  await focused(step("Previous"));
  await site.page.keyboard.press("Enter");
  await shown(STATES.at(-1).name);
});

test("nobody is asked whether to leave a state in which something is sent", async () => {
  const widget = await openState(site.page, "sending");
  const questions = [];
  site.page.on("dialog", (dialog) => questions.push(dialog.type()) && dialog.accept());
  await widget.host.click({ position: { x: 5, y: 5 } });
  await gallery().getByRole("link", { name: "empty" }).click();
  await shown("empty");
  assert.deepEqual(questions, []);
});

test("a look keeps the state, and anything else leads out of it", async () => {
  const widget = await openState(site.page, "collect");
  const feature = site.page.getByRole("checkbox", { name: "Field of a form" });
  assert.ok(await feature.isChecked());
  assert.ok(await site.page.getByRole("radio", { name: "Compact" }).isChecked());
  await site.page.getByRole("radio", { name: "Comfortable" }).check();
  assert.deepEqual(asked(), { state: "collect", density: "comfortable" });
  assert.equal(await widget.host.evaluate(({ density }) => density), "comfortable");
  await feature.uncheck();
  assert.deepEqual(asked(), { api: "vijil" });
  assert.equal(await gallery().locator("[aria-current]").count(), 0);
  await widget.inviteButton.waitFor();
});

test("what a state's server does wrong ends with the state", async () => {
  const widget = await openState(site.page, "failed");
  const behaviour = site.page.getByRole("combobox", { name: "Server behaviour" });
  assert.equal(await behaviour.evaluate(({ selectedOptions: [option] }) => option.text), "As this state needs it");
  await behaviour.selectOption({ label: "As documented" });
  await site.page.locator("html:not([data-state])").waitFor();
  await widget.retryButton.click();
  await widget.results.getByText("2 invited").or(widget.results.getByText("All 2 people were invited")).first().waitFor();
});

test("after a sending the panel says that nothing is left, and what left", async () => {
  await openState(site.page, "sent");
  const requests = site.page.getByRole("region", { name: "Planned requests" });
  await requests.getByText("Nothing more to send. The last time: 3 invited, with these requests.").waitFor();
  const [{ body }] = await site.server.ledger();
  assert.deepEqual(JSON.parse(await requests.locator("pre").innerText()), body);
});

test("an event's detail is opened by keys, and is JSON", async () => {
  await openState(site.page, "partial");
  const sent = site.page.getByRole("region", { name: "Events" }).getByRole("group").first();
  await sent.locator("summary").focus();
  await site.page.keyboard.press("Enter");
  const { counts } = JSON.parse(await sent.locator("pre").innerText());
  assert.deepEqual([counts.invited, counts.failed], [2, 1]);
});

test("nowhere on the page stands what only a program would say", async () => {
  for (const name of ["sent", "partial", "problems", "collect", "interrupted", "wasm-failed"]) {
    await openState(site.page, name);
    const text = await site.page.locator("body").innerText();
    assert.doesNotMatch(text, /undefined|\[object|NaN/, name);
  }
});
