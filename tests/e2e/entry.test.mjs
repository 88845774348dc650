/** Typing people into the field: what commits, what goes on, and nothing that is lost. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const open = (markup = vijilElement(site)) => openReadyHost(site, markup);

test("a separator of any script behind a whole address adds it", async () => {
  const widget = await open();
  const separators = [",", ";", " ", "，", "；", "、", "،", "؛"];
  for (const [index, separator] of separators.entries()) {
    await widget.field.pressSequentially(`Ann Lee <a${index}@acme.com>${separator}`);
    await widget.row(`a${index}@acme.com`).getByText("Ann Lee").waitFor();
    await widget.field.pressSequentially(`b${index}@acme.com${separator}`);
    await widget.row(`b${index}@acme.com`).waitFor();
    assert.equal(await widget.field.inputValue(), "", separator);
  }
  assert.equal(await widget.rows.count(), 2 * separators.length);
});

for (const unfinished of ["\"Lee, Ann", "Ann Lee <ann@acme,", "Ann ", "ann@acme. ", "mia(at)acme.com, "]) {
  test(`${unfinished} is not whole yet and goes on`, async () => {
    const widget = await open();
    await widget.field.pressSequentially(unfinished);
    assert.equal(await widget.field.inputValue(), unfinished);
    assert.equal(await widget.rows.count(), 0);
    await site.page.keyboard.press("Enter");
    await widget.rows.first().waitFor();
    assert.equal(await widget.field.inputValue(), "");
  });
}

test("a name with a comma in quotes is typed to its end", async () => {
  const widget = await open();
  await widget.field.pressSequentially("\"Lee, Ann\" <ann@acme.com>,");
  await widget.row("ann@acme.com").getByText("Lee, Ann").waitFor();
  assert.equal(await widget.rows.count(), 1);
});

for (const [way, act] of [
  ["Enter", () => site.page.keyboard.press("Enter")],
  ["Add", (widget) => widget.addButton.click()],
  ["Invite", (widget) => widget.inviteButton.click()],
  ["leaving the element", (widget) => widget.page.getByRole("button", { name: "After" }).focus()],
]) {
  test(`${way} adds anything, and what is no address becomes a row to correct`, async () => {
    const widget = await open(`${vijilElement(site)}<button>After</button>`);
    await widget.field.pressSequentially("mia(at)acme.com");
    await act(widget);
    await widget.editField("mia(at)acme.com").waitFor();
    assert.equal(await widget.field.inputValue(), "");
  });
}

test("leaving for another window or tab keeps what is being typed", async () => {
  const widget = await open();
  await widget.field.pressSequentially("ann@acme.com");
  await site.page.evaluate(() => void (document.hasFocus = () => false));
  await widget.field.blur();
  assert.equal(await widget.field.inputValue(), "ann@acme.com");
  assert.equal(await widget.rows.count(), 0);
  await site.page.evaluate(() => void delete document.hasFocus);
  await widget.field.focus();
  await widget.field.blur();
  await widget.row("ann@acme.com").waitFor();
});

test("Tab goes on from the field, and what was typed stays", async () => {
  const widget = await open();
  await widget.field.pressSequentially("ann@acme.com");
  await site.page.keyboard.press("Tab");
  await focused(widget.host.getByRole("combobox", { name: ui("new_role"), exact: true }));
  assert.equal(await widget.field.inputValue(), "ann@acme.com");
});

test("Ctrl+Enter sends what is in the list and in the field", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com");
  await widget.field.pressSequentially("ben@acme.com");
  await site.page.keyboard.press("ControlOrMeta+Enter");
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), [
    ["ann@acme.com", "invited"], ["ben@acme.com", "invited"],
  ]);
});

test("an input method's Enter and separators belong to it until it has ended", async () => {
  const widget = await open();
  const client = await site.page.context().newCDPSession(site.page);
  const compose = (text) => {
    const { length } = text;
    return client.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
  };
  await widget.field.focus();
  await compose("ann@acme.com,");
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
  await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await client.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  assert.equal(await widget.field.inputValue(), "ann@acme.com,");
  assert.equal(await widget.rows.count(), 0);
  await compose("李安 <ann@acme.com>");
  await client.send("Input.insertText", { text: "李安 <ann@acme.com>，" });
  await widget.row("ann@acme.com").getByText("李安").waitFor();
  assert.equal(await widget.field.inputValue(), "");
});

test("Enter of an input method that says only 229 sends nothing", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com");
  await widget.field.pressSequentially("ben@acme.com");
  for (const modifiers of [{}, { ctrlKey: true }]) {
    await widget.field.evaluate((field, more) => {
      const init = { key: "Enter", keyCode: 229, bubbles: true, composed: true, ...more };
      field.dispatchEvent(new KeyboardEvent("keydown", init));
    }, modifiers);
  }
  await site.page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await widget.field.inputValue(), "ben@acme.com");
  assert.deepEqual(await site.server.requests(), []);
});

test("a keyboard without key events types, ends lines and pastes", async () => {
  const widget = await open();
  await widget.field.focus();
  for (const character of "ann@acme.com,") await site.page.keyboard.insertText(character);
  await widget.row("ann@acme.com").waitFor();
  await site.page.keyboard.insertText("mia(at)acme.com");
  await widget.field.evaluate((field) => {
    field.value += "\n";
    const init = { inputType: "insertLineBreak", bubbles: true, composed: true };
    field.dispatchEvent(new InputEvent("input", init));
  });
  await widget.editField("mia(at)acme.com").waitFor();
  await site.page.keyboard.insertText("ben@acme.com\nCarla <carla@acme.com>");
  await widget.row("carla@acme.com").waitFor();
  assert.equal(await widget.rows.count(), 4);
  assert.equal(await widget.field.inputValue(), "");
});

test("deleting behind a whole address does not add it", async () => {
  const widget = await open();
  await widget.field.fill("ann@acme.com x");
  await widget.field.press("Backspace");
  assert.equal(await widget.field.inputValue(), "ann@acme.com ");
  assert.equal(await widget.rows.count(), 0);
});

test("the field grows with its text and stays within the element", async () => {
  const widget = await open();
  await site.page.setViewportSize({ width: 320, height: 700 });
  const before = (await widget.field.boundingBox()).height;
  await widget.field.fill(`"Lee, Ann ${"and her very long name ".repeat(6)}`);
  const { height, x, width } = await widget.field.boundingBox();
  assert.ok(height > before * 2 && x >= 0 && x + width <= 320, `${height} px high`);
});

test("password managers and browsers are told to keep off", async () => {
  const widget = await open();
  const told = { autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    inputmode: "email", enterkeyhint: "done", "data-1p-ignore": "", "data-lpignore": "true",
    "data-bwignore": "true", "data-form-type": "other" };
  for (const [name, value] of Object.entries(told)) {
    assert.equal(await widget.field.getAttribute(name), value, name);
  }
});
