/** Pieces that are no address, and addresses that are not meant: mended where they stand, nothing lost. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

const MIA = "mia(at)acme.com";

async function open(...people) {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.call("add", people.join("\n"));
  await widget.rows.nth(people.length - 1).waitFor();
  return widget;
}

/** Opens the edit field of a row by key and writes into it. */
async function rewrite(widget, email, text) {
  await widget.person(email).focus();
  await site.page.keyboard.press("F2");
  await widget.editField(email).fill(text);
}

function says(widget, words) {
  return widget.host.getByRole("status").getByText(words, { exact: true }).waitFor();
}

test("a rejected piece stands in a field as it was typed, with its reason", async () => {
  const widget = await open(MIA);
  const field = widget.editField(MIA);
  assert.equal(await field.inputValue(), MIA);
  const reasons = await widget.person(MIA).getByRole("paragraph").allInnerTexts();
  assert.deepEqual(reasons, [sentence("missing_at")]);
  const description = await field.evaluate((element) =>
    element.getRootNode().getElementById(element.getAttribute("aria-describedby")).innerText);
  assert.equal(description, sentence("missing_at"));
});

test("an edit that is still wrong stays open with the new reason, and Escape takes all of it back", async () => {
  const widget = await open(MIA);
  await widget.editField(MIA).fill("mia@acme@com");
  await site.page.keyboard.press("Enter");
  const field = widget.editField("mia@acme@com");
  await focused(field);
  const reason = sentence("multiple_at");
  await widget.person("mia@acme@com").getByText(reason).waitFor();
  await says(widget, ui("still_to_fix", { reason }));
  await site.page.keyboard.press("Escape");
  await focused(widget.person(MIA));
  assert.equal(await widget.editField(MIA).inputValue(), MIA);
});

test("a good address that was spoilt comes back by Escape, with its name and role", async () => {
  const widget = await open("Ann Lee <ann@acme.com>");
  await widget.chooseRoles("ann@acme.com", "Admin");
  await rewrite(widget, "ann@acme.com", "ann");
  await site.page.keyboard.press("Enter");
  await widget.editField("ann").waitFor();
  await site.page.keyboard.press("Escape");
  await focused(widget.person("ann@acme.com"));
  await widget.person("ann@acme.com").getByText("Ann Lee").waitFor();
  assert.deepEqual(await widget.plannedBodies(), [{ email: "ann@acme.com", role: "ADMIN" }]);
});

test("Enter on an unchanged rejected piece says again what is wrong", async () => {
  const widget = await open(MIA);
  await widget.editField(MIA).press("Enter");
  await says(widget, ui("still_to_fix", { reason: sentence("missing_at") }));
  await focused(widget.editField(MIA));
});

test("leaving the field takes the correction, and says so", async () => {
  const widget = await open(MIA);
  await widget.editField(MIA).fill("mia@acme.com");
  await widget.field.focus();
  await says(widget, ui("corrected", { email: "mia@acme.com" }));
  assert.deepEqual(await widget.plannedBodies(), [{ email: "mia@acme.com" }]);
});

test("leaving an emptied field removes nobody", async () => {
  const widget = await open(MIA);
  await widget.editField(MIA).fill("");
  await widget.field.focus();
  await widget.page.waitForFunction((text) =>
    document.querySelector("invite-users").shadowRoot.querySelector("li textarea").value === text, MIA);
});

test("a corrected address that is in the list already is said to be", async () => {
  const widget = await open("ann@acme.com", MIA);
  await widget.editField(MIA).fill("ann@acme.com");
  await site.page.keyboard.press("Enter");
  await says(widget, `${ui("corrected", { email: "ann@acme.com" })}. ${ui("duplicate")}`);
});

test("a list pasted into a row becomes rows in its place, line by line", async () => {
  const widget = await open("ann@acme.com", MIA, "zoe@acme.com");
  await site.page.evaluate(() => navigator.clipboard.writeText("mia@acme.com\nBen <ben@acme.com>\nleo@acme"));
  await widget.editField(MIA).focus();
  await site.page.keyboard.press("ControlOrMeta+V");
  await site.page.keyboard.press("Enter");
  await focused(widget.editField("leo@acme"));
  const names = await widget.rows.getByRole("group").evaluateAll((rows) => rows.map((row) => row.ariaLabel));
  assert.deepEqual(names, ["ann@acme.com", "mia@acme.com", "ben@acme.com", "leo@acme", "zoe@acme.com"]);
});

test("a keyboard without key events corrects, too", async () => {
  const widget = await open(MIA);
  await widget.editField(MIA).focus();
  const client = await site.page.context().newCDPSession(site.page);
  await client.send("Input.insertText", { text: "mia@acme.com" });
  await widget.editField(MIA).evaluate((field) => {
    field.value += "\n";
    field.dispatchEvent(new InputEvent("input", { inputType: "insertLineBreak", bubbles: true }));
  });
  await focused(widget.person("mia@acme.com"));
});

test("a suggestion for a piece that is no address is one press away", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.set({ invitees: [{ email: "Ann <ann@acme.com>" }] });
  const use = widget.host.getByRole("button", { name: ui("use_suggestion", { email: "ann@acme.com" }) });
  await use.click();
  await focused(widget.person("ann@acme.com"));
  assert.deepEqual(await widget.plannedBodies(), [{ email: "ann@acme.com" }]);
});

test("an edit outlasts a look at another window", async () => {
  const widget = await open("ann@acme.com");
  await rewrite(widget, "ann@acme.com", "ann@acme.org");
  await site.page.evaluate(() => { document.hasFocus = () => false; });
  await widget.editField("ann@acme.com").evaluate((field) => field.blur());
  await site.page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 50); }));
  assert.equal(await widget.editField("ann@acme.com").inputValue(), "ann@acme.org");
});

/** Texts that are longer, or run in another direction, than a row expects. */
const HARD = [
  ["the longest address", `${"a".repeat(64)}@${["b", "c", "d"].map((it) => it.repeat(60)).join(".")}.com`],
  ["300 characters without a space", "x".repeat(300)],
  ["300 characters of words", "not an address ".repeat(20).trim()],
  ["a name from right to left", "\u05d3\u05e0\u05d4 \u05dc\u05d5\u05d9 <dana@acme.com>"],
  ["an emoji for a name", "\u{1f469}\u200d\u{1f469}\u200d\u{1f467} <family@acme.com>"],
];

for (const [what, text] of HARD) {
  test(`${what}: at 320 pixels nothing runs over, shown and edited`, async () => {
    await site.page.setViewportSize({ width: 320, height: 800 });
    const widget = await open(text);
    assert.deepEqual(await wide(widget), []);
    const row = widget.rows.getByRole("group").first();
    await row.focus();
    await site.page.keyboard.press("F2");
    await focused(row.getByRole("textbox"));
    assert.deepEqual(await wide(widget), []);
  });
}

/** What of a row is wider than the page, or than its own box. */
function wide(widget) {
  return widget.host.evaluate(({ shadowRoot }) => {
    const hidden = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
    const parts = [...shadowRoot.querySelectorAll("li, li *:not(.hidden)")];
    const over = parts.filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1);
    return [...hidden, ...over.map(({ className, tagName }) => `${tagName}.${className}`)];
  });
}
