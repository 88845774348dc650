/** Popups: role choices and suggestions over a host's page, in its dialogs and narrow columns. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite({ hasTouch: true });

const ELEMENT = "<invite-users api=\"extractor\"></invite-users>";
const ANN = "ann@acme.com";

/** Opens a page with this markup around the element, with Ann in the list and a directory. */
async function openPage(markup = ELEMENT) {
  const widget = await openReadyHost(site, markup);
  await widget.host.evaluate((element) => {
    const suggest = (query) => [1, 2, 3, 4].map((number) => `${query}-${number}@acme.com`);
    element.config = { suggest };
    element.invitees = [{ email: "ann@acme.com" }, { email: "ben@acme.com" }];
  });
  widget.roles = widget.host.getByRole("group", { name: ui("role_of", { email: ANN }), exact: true });
  widget.suggestions = widget.host.getByRole("listbox", { name: ui("suggestions") });
  return widget;
}

/** Both kinds: how each is opened, what opened it, and what is seen then. */
const POPUPS = [
  {
    name: "role choices",
    open: (widget) => widget.rolesButton(ANN).click(),
    anchor: (widget) => widget.rolesButton(ANN),
    popup: (widget) => widget.roles,
  },
  {
    name: "suggestions",
    open: (widget) => widget.field.pressSequentially("bo"),
    anchor: (widget) => widget.field,
    popup: (widget) => widget.suggestions,
  },
];

for (const { name, open, anchor, popup } of POPUPS) {
  test(`${name} in a modal dialog: Escape takes them away, and only then the dialog`, async () => {
    const widget = await openPage(`<dialog id="dialog" aria-label="Invite">${ELEMENT}</dialog>`);
    await site.page.evaluate(() => document.getElementById("dialog").showModal());
    const dialog = site.page.getByRole("dialog");
    await open(widget);
    await popup(widget).waitFor();
    await site.page.keyboard.press("Escape");
    await popup(widget).waitFor({ state: "hidden" });
    assert.ok(await dialog.isVisible());
    await focused(anchor(widget));
    await site.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test(`${name} in a sidebar of 320 pixels are seen whole, not clipped, and covered by nothing`, async () => {
    const widget = await openPage(`<aside id="aside">${ELEMENT}</aside>`);
    await site.page.setViewportSize({ width: 800, height: 600 });
    await site.page.evaluate(() => {
      const { style } = document.getElementById("aside");
      style.cssText = "inline-size:320px;block-size:420px;overflow:hidden;transform:scale(1)";
    });
    for (const direction of ["ltr", "rtl"]) {
      await site.page.evaluate((dir) => (document.documentElement.dir = dir), direction);
      await open(widget);
      await popup(widget).waitFor();
      await atAnchor(widget, anchor(widget), popup(widget), direction);
      await popup(widget).locator("[role=option], label").last().click({ trial: true });
      await site.page.keyboard.press("Escape");
      await popup(widget).waitFor({ state: "hidden" });
    }
  });

  test(`${name} stay at their control while something around it scrolls`, async () => {
    const widget = await openPage(`<main id="main"><div id="space"></div>${ELEMENT}</main>`);
    await site.page.setViewportSize({ width: 640, height: 700 });
    await site.page.evaluate(() => {
      document.getElementById("main").style.cssText = "block-size:90vh;overflow:auto";
      document.getElementById("space").style.cssText = "block-size:300px";
    });
    await open(widget);
    await popup(widget).waitFor();
    await atAnchor(widget, anchor(widget), popup(widget), "ltr");
    await site.page.evaluate(() => document.getElementById("main").scrollTo({ top: 120 }));
    await atAnchor(widget, anchor(widget), popup(widget), "ltr");
    await site.page.setViewportSize({ width: 400, height: 700 });
    await atAnchor(widget, anchor(widget), popup(widget), "ltr");
  });

  test(`${name} scroll within themselves where there is little room, as at a zoom of 400 %`, async () => {
    const widget = await openPage();
    await site.page.setViewportSize({ width: 320, height: 256 });
    await anchor(widget).scrollIntoViewIfNeeded();
    await open(widget);
    await popup(widget).waitFor();
    const last = popup(widget).locator("[role=option], label").last();
    await last.scrollIntoViewIfNeeded();
    await last.click({ trial: true });
    await seenWhole(popupBox(popup(widget)));
  });
}

test("a press elsewhere takes role choices away", async () => {
  const widget = await openPage();
  await widget.rolesButton(ANN).click();
  await widget.roles.waitFor();
  await widget.host.getByRole("heading", { name: ui("heading") }).click();
  await widget.roles.waitFor({ state: "hidden" });
  assert.equal(await widget.rolesButton(ANN).getAttribute("aria-expanded"), "false");
});

test("Tab leads from the button through its choices and on, and nothing stays over the page", async () => {
  const widget = await openPage();
  await widget.rolesButton(ANN).focus();
  await site.page.keyboard.press("Enter");
  await tabTo(widget.roles.getByRole("checkbox").first());
  await tabTo(widget.roles.getByRole("checkbox").last());
  await site.page.keyboard.press("Tab");
  await widget.roles.waitFor({ state: "hidden" });
});

test("one popup is open at a time", async () => {
  const widget = await openPage();
  await widget.field.pressSequentially("bo");
  await widget.suggestions.waitFor();
  await widget.rolesButton(ANN).click();
  await widget.roles.waitFor();
  await widget.suggestions.waitFor({ state: "hidden" });
  await widget.host.getByRole("button", { name: `${ui("new_role")}:` }).click();
  await widget.roles.waitFor({ state: "hidden" });
  assert.equal(await widget.host.locator(":popover-open").count(), 1);
});

test("a tap chooses, and the focus stays in the field, so that the keyboard does", async () => {
  await site.page.setViewportSize({ width: 360, height: 640 });
  const widget = await openPage();
  await widget.field.pressSequentially("bo");
  const option = widget.suggestions.getByRole("option").nth(1);
  await option.tap();
  await widget.removeButton("bo-2@acme.com").waitFor();
  await focused(widget.field);
});

/** Waits until the popup is at its anchor: touching it nearly, its start at the anchor's. */
async function atAnchor(widget, anchor, popup, direction) {
  const ends = async () => {
    const [a, p] = [await anchor.boundingBox(), await popupBox(popup)];
    if (!a || !p) return "hidden";
    const gap = Math.min(Math.abs(p.y - (a.y + a.height)), Math.abs(a.y - (p.y + p.height)));
    const start = direction === "rtl" ? p.x + p.width - (a.x + a.width) : p.x - a.x;
    const { width, height } = site.page.viewportSize();
    const inside = p.x >= 0 && p.y >= 0 && p.x + p.width <= width && p.y + p.height <= height;
    const moved = p.x < 8 || p.x + p.width > width - 8;
    return inside && gap < 6 && (Math.abs(start) < 2 || moved) ? "" : JSON.stringify({ a, p });
  };
  let last = await ends();
  for (let frame = 0; last && frame < 60; frame += 1) {
    await site.page.evaluate(() => new Promise(requestAnimationFrame));
    last = await ends();
  }
  assert.equal(last, "", "where the control and its popup are");
}

/** The box of the popover around what is looked for. */
function popupBox(popup) {
  return popup.evaluate((element) => {
    const { x, y, width, height } = element.closest("[popover]").getBoundingClientRect();
    return { x, y, width, height };
  });
}

async function seenWhole(box) {
  const { x, y, width, height } = await box;
  const view = site.page.viewportSize();
  assert.ok(x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height,
    JSON.stringify({ x, y, width, height }));
}
