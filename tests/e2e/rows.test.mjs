/** The list as a set of rows: one stop in the Tab order, keys from row to row, and where the focus goes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const [ANN, BEN, CARLA] = ["ann@acme.com", "ben@acme.com", "carla@acme.com"];

/** A form with these people, wrapped in two buttons of the host. */
async function open(...people) {
  const markup = `<button>Before</button>${vijilElement(site)}<button>After</button>`;
  const widget = await openReadyHost(site, markup);
  await widget.addPeople(...people);
  return widget;
}

function many(count) {
  return Array.from({ length: count }, (_, index) => `person${index}@acme.com`);
}

async function press(...keys) {
  for (const key of keys) await site.page.keyboard.press(key);
}

/** What the row with the focus is called. */
function focusedRow(widget) {
  return widget.host.evaluate(({ shadowRoot }) => shadowRoot.activeElement.getAttribute("aria-label"));
}

test("each row is a group with its address for a name, in a list", async () => {
  const widget = await open("Ann Lee <ann@acme.com>", BEN, "mia(at)acme.com");
  for (const name of [ANN, BEN, "mia(at)acme.com"]) await widget.person(name).waitFor();
  assert.equal(await widget.rows.count(), 3);
});

test("one row is in the Tab order, with its controls, and Tab leaves the list after them", async () => {
  const widget = await open(ANN, BEN, CARLA);
  await widget.addButton.focus();
  const stops = [];
  const remove = widget.removeButton(ANN).and(site.page.locator(":focus"));
  while (await remove.count() === 0) {
    await press("Tab");
    stops.push(await focusedRow(widget));
  }
  const controls = ["select", "role_of", "edit", "remove"].map((key) => ui(key, { email: ANN }));
  assert.deepEqual(stops.slice(-5), [ANN, ...controls]);
  await press("Tab");
  await focused(widget.host.locator("[part~=plan-button]"));
  await press("Shift+Tab");
  await focused(widget.removeButton(ANN));
});

test("the row that had the focus last is the stop, also after a click into it", async () => {
  const widget = await open(ANN, BEN, CARLA);
  await widget.person(CARLA).getByText(CARLA).click();
  await focused(widget.person(CARLA));
  await widget.field.focus();
  await tabTo(widget.person(CARLA));
  await widget.removeButton(BEN).focus();
  await tabTo(widget.person(BEN), "Shift+Tab");
  await widget.addPeople("dev@acme.com");
  await tabTo(widget.person(BEN));
});

test("Up, Down, Page Up, Page Down, Home and End move between rows", async () => {
  const people = many(30);
  const widget = await open(...people);
  await widget.person(people[0]).focus();
  const moves = [
    ["ArrowDown", 1], ["ArrowDown", 2], ["ArrowUp", 1], ["PageDown", 11], ["End", 29], ["ArrowDown", 29],
    ["PageUp", 19], ["Home", 0], ["ArrowUp", 0], ["PageUp", 0],
  ];
  for (const [key, place] of moves) {
    await press(key);
    assert.equal(await focusedRow(widget), people[place], key);
  }
});

test("the keys work from a row's buttons, and are a field's and a select's own there", async () => {
  const widget = await open(ANN, BEN, "mia(at)acme.com");
  await widget.removeButton(ANN).focus();
  await press("ArrowDown");
  await focused(widget.person(BEN));
  await widget.roleSelect(BEN).focus();
  await press("ArrowUp", "Delete", "Home");
  await focused(widget.roleSelect(BEN));
  await widget.editField("mia(at)acme.com").focus();
  await press("End", "ArrowUp", "Home", "Delete");
  assert.equal(await widget.editField("mia(at)acme.com").inputValue(), "ia(at)acme.com");
  assert.equal(await widget.rows.count(), 3);
});

test("Delete removes a row, Backspace too where the row itself has the focus, and a held key one only", async () => {
  const widget = await open(...many(5));
  await widget.person("person1@acme.com").focus();
  await press("Delete");
  await focused(widget.person("person2@acme.com"));
  await press("Backspace");
  await focused(widget.person("person3@acme.com"));
  await widget.removeButton("person3@acme.com").focus();
  await press("Backspace");
  await site.page.keyboard.down("Delete");
  await focused(widget.person("person4@acme.com"));
  await site.page.keyboard.down("Delete");
  await site.page.keyboard.up("Delete");
  assert.equal(await widget.rows.count(), 2);
});

test("after a removal the focus is on the next row, else on the last, else in the field", async () => {
  const widget = await open(ANN, BEN, CARLA, "dev@acme.com");
  await widget.removeButton(BEN).click();
  await focused(widget.person(CARLA));
  await press("F2");
  await widget.editField(CARLA).fill("");
  await press("Enter");
  await focused(widget.person("dev@acme.com"));
  await press("Delete");
  await focused(widget.person(ANN));
  await widget.roleSelect(ANN).focus();
  await widget.removeButton(ANN).click();
  await focused(widget.field);
});

test("F2 and Enter correct an address, Escape ends it, and the focus stays in the row", async () => {
  const widget = await open(ANN, BEN);
  await widget.person(BEN).focus();
  await press("F2");
  await focused(widget.editField(BEN));
  await site.page.keyboard.type("bea@acme.com");
  await press("Escape");
  await focused(widget.person(BEN));
  await press("Enter");
  await focused(widget.editField(BEN));
  await site.page.keyboard.type("bea@acme.com");
  await press("Enter");
  await focused(widget.person("bea@acme.com"));
  assert.deepEqual(await widget.plannedBodies(), [{ email: ANN }, { email: "bea@acme.com" }]);
});

test("a suggestion is taken by keys, and the focus stays in the row", async () => {
  const widget = await open("dev@gmial.com", BEN);
  const use = widget.host.getByRole("button", { name: ui("use_suggestion", { email: "dev@gmail.com" }) });
  await widget.person("dev@gmial.com").focus();
  await tabTo(use);
  await press("Enter");
  await focused(widget.person("dev@gmail.com"));
});

test("when the way to choose roles changes, the focus stays in the row", async () => {
  const widget = await open(ANN);
  await widget.roleSelect(ANN).focus();
  await widget.set({ api: "smartdocumentor", roles: [] });
  await focused(widget.person(ANN));
});

test("rows are the same elements in the same order, whatever is done to others", async () => {
  const people = many(200);
  const widget = await open(...people);
  await widget.host.evaluate(({ shadowRoot }) => {
    window.kept = [...shadowRoot.querySelectorAll("li > [role=group]")];
  });
  await widget.roleSelect(people[3]).selectOption({ label: "Admin" });
  await widget.removeButton(people[100]).click();
  await widget.person(people[150]).focus();
  await press("F2");
  await focused(widget.editField(people[150]));
  await site.page.keyboard.type("wrong");
  await press("Enter");
  await widget.editField("wrong").waitFor();
  const places = await widget.host.evaluate(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("li > [role=group]")].map((row) => window.kept.indexOf(row)));
  assert.deepEqual(places, people.map((_, place) => place).filter((place) => place !== 100));
});

for (const [width, height] of [[760, 500], [760, 640], [320, 400], [320, 640]]) {
  test(`what has the focus is never under the footer: ${width} x ${height}`, async () => {
    await site.page.setViewportSize({ width, height });
    const people = many(60);
    const widget = await open(...people);
    await widget.person(people[0]).focus();
    const seen = () => widget.host.evaluate(({ shadowRoot }) => {
      const row = shadowRoot.activeElement.getBoundingClientRect();
      const footer = shadowRoot.querySelector("[part=footer]").getBoundingClientRect();
      const covered = row.bottom > footer.top && row.top < footer.bottom;
      return !covered && row.top >= 0 && row.bottom <= innerHeight;
    });
    for (const key of [...Array(30).fill("ArrowDown"), ...Array(20).fill("ArrowUp"), "End", "Home", "PageDown"]) {
      await press(key);
      assert.ok(await seen(), `${key}: ${await focusedRow(widget)}`);
    }
    for (const control of [widget.roleSelect, widget.removeButton]) {
      await tabTo(control.call(widget, people[10]));
      assert.ok(await seen());
    }
  });
}
