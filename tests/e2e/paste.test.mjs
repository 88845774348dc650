/** Pasting and dropping text: whatever people copy, wherever in the element it arrives. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { dragOver, drop, pasteData } from "./transfers.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const LISTS = JSON.parse(readFileSync(new URL("../data/lists.json", import.meta.url), "utf8"));

const open = (markup = vijilElement(site)) => openReadyHost(site, markup);

/** Cells below headings: a list makes a rejected entry of these, a table knows better. */
const TABLE = "cells: no address";

/** What people copy, and the people in it; other options than the element's belong to the core. */
const SNIPPETS = LISTS.filter(({ name, options, entries }) =>
  !options && entries.length > 0 && name !== TABLE);

test("whatever people copy is read as the people in it, and nothing of it is lost", async () => {
  const widget = await open();
  assert.ok(new Set(SNIPPETS.map(({ from }) => from)).size >= 20, "kinds of sources");
  for (const { name, text, entries } of SNIPPETS) {
    await widget.field.focus();
    const left = await pasteData(site.page, { texts: { "text/plain": text } });
    if (left) {
      await widget.field.fill(text);
      await widget.field.press("Enter");
    }
    await widget.rows.nth(entries.length - 1).waitFor();
    assert.equal(await widget.rows.count(), entries.length, name);
    const wanted = new Set(entries.map(({ email }) => email).filter(Boolean));
    const people = await widget.host.evaluate((element) => element.invitees);
    assert.deepEqual(people.filter(({ email }) => !wanted.has(email)), [], name);
    assert.equal(await widget.field.inputValue(), "", name);
    await widget.call("clear");
  }
});

test("forty people from paste to sent in four actions at most", async () => {
  const people = Array.from({ length: 40 }, (_, index) => `Person ${index} <p${index}@acme.com>`);
  const widget = await open();
  await site.page.evaluate((text) => navigator.clipboard.writeText(text), people.join("; "));
  let actions = 0;
  const act = (action) => {
    actions += 1;
    return action;
  };
  await act(widget.field.click());
  await act(site.page.keyboard.press("ControlOrMeta+V"));
  await widget.rows.nth(39).waitFor();
  await act(widget.inviteButton.click());
  await widget.results.getByText(ui("count_invited", { count: 40 })).waitFor();
  assert.ok(actions <= 4);
  assert.equal((await site.server.acceptedBodies()).length, 40);
});

for (const [place, focus] of [
  ["a button", (widget) => widget.removeButton("ann@acme.com").focus()],
  ["the role of a person", (widget) => widget.roleSelect("ann@acme.com").focus()],
  ["nothing in it, after a press on it", (widget) => widget.host.getByText(ui("heading")).click()],
]) {
  test(`a paste with the focus on ${place} adds people`, async () => {
    const widget = await open();
    await widget.addPeople("ann@acme.com");
    await focus(widget);
    await site.page.evaluate(() => navigator.clipboard.writeText("ben@acme.com, mia(at)acme.com"));
    await site.page.keyboard.press("ControlOrMeta+V");
    await widget.row("ben@acme.com").waitFor();
    await widget.editField("mia(at)acme.com").waitFor();
  });
}

test("a paste into another text field is that field's own", async () => {
  const widget = await open(`${vijilElement(site)}<input aria-label="Other">`);
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  await site.page.evaluate(() => navigator.clipboard.writeText("ben@acme.com"));
  for (const field of [widget.editField("mia(at)acme.com"), site.page.getByLabel("Other")]) {
    await field.focus();
    await field.press("ControlOrMeta+A");
    await field.press("ControlOrMeta+V");
    assert.equal(await field.inputValue(), "ben@acme.com");
  }
  assert.equal(await widget.rows.count(), 2);
});

test("a piece that belongs to what is being typed stays in the field", async () => {
  const widget = await open();
  await widget.paste("Ann Lee ");
  assert.equal(await widget.field.inputValue(), "Ann Lee ");
  await widget.paste("<ann@acme.com>");
  await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
  assert.equal(await widget.field.inputValue(), "");
});

test("names copied from a page bring the addresses that are linked to them", async () => {
  const widget = await open();
  await widget.field.focus();
  const html = "<ul><li><a href=\"mailto:ann@acme.com?subject=Hi\">Ann</a></li>"
    + "<li><a href='mailto:ben@acme.com'>Ben</a></li></ul>";
  await pasteData(site.page, { texts: { "text/plain": "Ann\nBen", "text/html": html } });
  await widget.rows.nth(1).waitFor();
  assert.deepEqual(await widget.plannedBodies(), [
    { email: "ann@acme.com" }, { email: "ben@acme.com" },
  ]);
});

for (const [kind, text] of [
  ["cells of a spreadsheet", "Name\tE-mail\tRole\nAnn Lee\tann@acme.com\tAdmin\nBen\tben@acme.com\t"],
  ["lines of a CSV file", "email,role,name\nann@acme.com,ADMIN,Ann Lee\nben@acme.com,,Ben"],
  ["addresses with a role beside them", "Ann Lee,ann@acme.com,admin\nBen,ben@acme.com,member"],
]) {
  test(`${kind} give people their names and roles`, async () => {
    const widget = await open();
    await widget.paste(text);
    await widget.rows.nth(1).waitFor();
    await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
    const people = await widget.host.evaluate((element) => element.invitees);
    assert.deepEqual(people.map(({ email }) => email), ["ann@acme.com", "ben@acme.com"]);
    assert.deepEqual(people[0].roles, ["ADMIN"]);
  });
}

for (const [what, text] of [
  ["of 10 MB", "x".repeat(1000).concat("\n").repeat(10_000)],
  ["of more people than a list may have", "a@b.co\n".repeat(50_001)],
]) {
  test(`a paste ${what} is refused as a whole, and what was typed stays`, async () => {
    const widget = await open();
    await widget.field.fill("ben@acme.com");
    const left = await pasteData(site.page, { texts: { "text/plain": text } });
    assert.equal(left, false);
    const refusal = widget.host.getByRole("alert");
    await refusal.getByText(ui("paste_too_long", { count: "50,000" })).waitFor();
    assert.equal(await widget.field.inputValue(), "ben@acme.com");
    assert.equal(await widget.rows.count(), 0);
    await refusal.getByRole("button", { name: ui("put_away") }).click();
    await refusal.waitFor({ state: "detached" });
  });
}

test("text is dropped anywhere in the element, and that is shown while it is over it", async () => {
  const widget = await open();
  const words = widget.host.getByText(ui("drop"));
  const content = { texts: { "text/plain": "Ann Lee <ann@acme.com>, mia(at)acme.com" } };
  const drag = await dragOver(widget.host.getByText(ui("empty")), content);
  await words.waitFor();
  await drag.evaluate(({ leave }) => leave({ clientX: -1, clientY: -1 }));
  await words.waitFor({ state: "detached" });
  assert.equal(await widget.rows.count(), 0);

  assert.ok(await drop(widget.host.getByText(ui("heading")), content));
  await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
  await widget.editField("mia(at)acme.com").waitFor();
  assert.equal(await words.count(), 0);
});

test("a drag that is given up inside the element leaves nothing behind", async () => {
  const widget = await open();
  const content = { texts: { "text/plain": "ann@acme.com" } };
  const drag = await dragOver(widget.field, content);
  const words = widget.host.getByText(ui("drop"));
  await words.waitFor();
  await drag.evaluate(({ leave }) => leave());
  await words.waitFor({ state: "detached" });
});

test("half a person that is dropped on the field is completed there", async () => {
  const widget = await open();
  assert.ok(await drop(widget.field, { texts: { "text/plain": "Ann Lee" } }));
  await focused(widget.field);
  assert.equal(await widget.field.inputValue(), "Ann Lee");
  await widget.field.pressSequentially(" <ann@acme.com>,");
  await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
});

test("nothing is taken while invitations are sent", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ delayMs: 60_000 });
  await widget.inviteButton.click();
  await widget.progress.waitFor();
  await drop(widget.host.getByText(ui("heading")), { texts: { "text/plain": "ben@acme.com" } });
  await pasteData(site.page, { texts: { "text/plain": "ben@acme.com" } });
  assert.equal(await widget.rows.count(), 1);
  await widget.cancelButton.click();
  await widget.results.waitFor();
});
