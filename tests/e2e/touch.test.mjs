/** Phones: a finger, a keyboard without key events, and targets that are large enough. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

const HOST = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";

/** What the keyboard of a phone does: it inserts text, whole words among it. */
async function type(...words) {
  for (const word of words) await site.page.keyboard.insertText(word);
}

test("from a tap on the field to sent, with fingers alone", async () => {
  const widget = await openReadyHost(site, HOST + vijilElement(site));
  await widget.field.tap();
  await focused(widget.field);
  await type("ann", "@acme.com", " ");
  await widget.row("ann@acme.com").waitFor();
  await type("dev@gmial.com");
  await widget.host.getByRole("button", { name: ui("use_suggestion", { email: "dev@gmail.com" }) })
    .tap();
  await focused(widget.field);
  await widget.addButton.tap();
  await widget.row("dev@gmail.com").waitFor();
  await type("ben@acme.com");
  await widget.inviteButton.tap();
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), [
    ["ann@acme.com", "invited"], ["dev@gmail.com", "invited"], ["ben@acme.com", "invited"],
  ]);
});

test("what is beside the field is 44 pixels high at least, and its text keeps Safari from zooming", async () => {
  const widget = await openReadyHost(site, HOST + vijilElement(site));
  const names = ["choose_file", "download_template", "add"].map((key) => ui(key));
  for (const name of names) {
    const button = widget.host.getByRole("button", { name, exact: true });
    const { height } = await button.boundingBox();
    assert.ok(height >= 44, `${name}: ${height}`);
  }
  const size = await widget.field.evaluate((field) => getComputedStyle(field).fontSize);
  assert.ok(parseFloat(size) >= 16, size);
});
