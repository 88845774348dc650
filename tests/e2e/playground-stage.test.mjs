/** The playground's stage: how wide the widget is, and where it stands. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { ui } from "./words.mjs";

const site = useSite({ viewport: { width: 1280, height: 900 } });

const place = (name) => site.page.getByRole("radio", { name, exact: true });
const width = (name) => site.page.getByRole("button", { name, exact: true });
const dialog = () => site.page.getByRole("dialog", { name: "Dialog with the widget" });
const grip = () => site.page.getByRole("separator", { name: "Width of the widget" });

/** How wide the widget is, in whole pixels. */
async function widthOf(widget) {
  return Math.round((await widget.host.boundingBox()).width);
}

test("the widget is as wide as is chosen", async () => {
  const widget = await site.open();
  const full = await widthOf(widget);
  for (const pixels of [320, 480, 640]) {
    await width(String(pixels)).click();
    assert.equal(await widthOf(widget), pixels);
    assert.equal(await grip().getAttribute("aria-valuenow"), String(pixels));
    assert.equal(await width(String(pixels)).getAttribute("aria-pressed"), "true");
  }
  await width("Full").click();
  assert.equal(await widthOf(widget), full);
});

test("the grip is moved by arrow keys, and stays within its limits", async () => {
  const widget = await site.open("/?width=480");
  await grip().focus();
  await site.page.keyboard.press("ArrowRight");
  await site.page.keyboard.press("ArrowRight");
  await site.page.keyboard.press("ArrowLeft");
  assert.equal(await widthOf(widget), 500);
  assert.equal(new URL(site.page.url()).searchParams.get("width"), "500");
  await site.page.keyboard.press("Home");
  await site.page.keyboard.press("ArrowLeft");
  assert.equal(await widthOf(widget), 280);
  await site.page.keyboard.press("End");
  assert.equal(new URL(site.page.url()).searchParams.get("width"), null);
});

test("the grip is dragged", async () => {
  const widget = await site.open("/?width=480");
  const before = await grip().boundingBox();
  const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
  await site.page.mouse.move(x, y);
  await site.page.mouse.down();
  await site.page.mouse.move(x + 30, y);
  await site.page.mouse.up();
  const after = await widthOf(widget);
  assert.ok(after > 480, String(after));
  await site.page.mouse.move(x + 200, y);
  assert.equal(await widthOf(widget), after);
});

test("in a sidebar the widget stands at the end, and its grip before it", async () => {
  const widget = await site.open("/?people=messy&api=vijil");
  await widget.rows.nth(6).waitFor();
  await place("Sidebar").check();
  const [host, handle] = [await widget.host.boundingBox(), await grip().boundingBox()];
  assert.ok(handle.x < host.x);
  await grip().focus();
  await site.page.keyboard.press("ArrowLeft");
  assert.equal(await widthOf(widget), Math.round(host.width) + 20);
  assert.equal(await widget.rows.count(), 7);
});

test("in a dialog the field has the focus, Escape closes, and the list is still there", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await place("Dialog").check();
  await focused(widget.field);
  assert.equal(await dialog().getByRole("list", { name: ui("list") }).getByRole("listitem").count(), 2);
  await site.page.keyboard.press("Escape");
  await dialog().waitFor({ state: "hidden" });
  await site.page.getByRole("button", { name: "Open the dialog" }).click();
  await focused(widget.field);
  assert.equal(await widget.rows.count(), 2);
  await dialog().getByRole("button", { name: "Close" }).click();
  await place("Inline").check();
  assert.equal(await widget.rows.count(), 2);
});

test("a link to a dialog opens it with the focus in the field, and the widget's Done closes the dialog", async () => {
  const widget = await site.open("/?api=vijil&place=modal");
  await focused(widget.field);
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  await widget.doneButton.click();
  await dialog().waitFor({ state: "hidden" });
});

test("everything is reached by Tab, in the order in which it is read", async () => {
  await site.open();
  const stops = [
    site.page.getByRole("button", { name: "Copy link" }),
    site.page.getByRole("button", { name: "Try a sample" }),
    place("Inline"),
    width("320"),
    site.page.getByRole("link", { name: "Next state:" }),
    grip(),
    site.page.getByRole("combobox", { name: "API", exact: true }),
    site.page.getByRole("radio", { name: "Auto", exact: true }),
    site.page.getByRole("checkbox", { name: "Disabled", exact: true }),
    site.page.getByRole("button", { name: "Clear log" }),
    site.page.getByRole("button", { name: "Copy", exact: true }),
    site.page.getByRole("link", { name: "wasm-failed" }),
  ];
  for (const stop of stops) await tabTo(stop);
});
