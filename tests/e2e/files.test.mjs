/** Files: chosen, dropped or pasted, they end in the same list, and say what was in them. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { drop, pasteData } from "./transfers.mjs";
import { sentence, ui, uiPattern } from "./words.mjs";

const site = useSite();

const CSV = { name: "people.csv", type: "text/csv", text:
  "\uFEFFVorname;Nachname;E-Mail;Rolle;Telefon\r\n"
  + "Ann;Lee;ann@acme.com;Admin;1\r\n\"Ben \"\"B\"\"\";Okafor;ben@acme.com;;2\r\n"
  + "Mia;Roy;mia(at)acme.com;Member;3\r\nAnn;Lee;ANN@acme.com;Member;4\r\nNo;Body;;King;5\r\n" };

async function open(markup = vijilElement(site)) {
  const widget = await openReadyHost(site, markup);
  widget.fileInput = widget.host.getByLabel(ui("choose_file"), { exact: true });
  widget.review = (name) => widget.host.getByRole("group", { name, exact: true });
  return widget;
}

function upload({ name, type, text }) {
  return { name, mimeType: type, buffer: Buffer.from(text) };
}

test("a file is chosen by keyboard, and the same one again", async () => {
  // From now on the driver takes every dialog; asked at the press itself, it may come too late.
  site.page.on("filechooser", () => {});
  const widget = await open();
  await widget.field.focus();
  await tabTo(widget.fileInput);
  for (const rows of [5, 10]) {
    const [chooser] = await Promise.all([
      site.page.waitForEvent("filechooser"), site.page.keyboard.press("Space"),
    ]);
    assert.ok(chooser.isMultiple());
    await chooser.setFiles(upload(CSV));
    await widget.rows.nth(rows - 1).waitFor();
    assert.equal(await widget.rows.count(), rows);
    await focused(widget.fileInput);
  }
});

test("a file gives people their names and roles, and a review says what was in it", async () => {
  const events = await hearEvents(site.page);
  const widget = await open();
  await widget.fileInput.setInputFiles(upload(CSV));
  const review = widget.review("people.csv");
  await review.waitFor();
  const people = await widget.host.evaluate((element) => element.invitees);
  assert.deepEqual(people, [
    { email: "ann@acme.com", name: "Ann Lee", roles: ["ADMIN"] },
    { email: "ben@acme.com", name: "Ben B Okafor" },
  ]);
  const said = await review.innerText();
  for (const words of [
    ui("announce_added", { count: 2 }), ui("announce_duplicates", { count: 1 }),
    ui("column_as", { heading: "Rolle", kind: ui("column_role") }),
    ui("columns_unread", { columns: "Telefon" }),
    ui("row_finding", { row: 4, finding: sentence("missing_at") }),
    ui("row_finding", { row: 6, finding: sentence("email_missing") }),
    ui("row_finding", { row: 6, finding: sentence("unknown_role", { role: "King" }) }),
  ]) assert.ok(said.includes(words), `${words} in ${said}`);
  await widget.host.getByRole("status").filter({ hasText: "people.csv: 2 people added" }).waitFor();
  const [{ invitees }] = await events.details("change");
  assert.equal(invitees.length, 2);
  await review.getByRole("button", { name: ui("review_put_away", { file: "people.csv" }) }).click();
  await review.waitFor({ state: "detached" });
  await focused(widget.field);
  assert.equal(await widget.rows.count(), 5);
});

test("a role that can't be given is told on its row at once, and choosing one mends it", async () => {
  const widget = await open();
  const text = "name,email,role\nAnn Lee,ann@acme.com,King\nBen Okafor,ben@acme.com,Admin\n";
  await widget.fileInput.setInputFiles(upload({ name: "people.csv", type: "text/csv", text }));
  const told = widget.row("ann@acme.com").getByText(sentence("unknown_role", { role: "King" }));
  await told.waitFor();
  await widget.host.getByRole("button", { name: ui("count_to_fix", { count: 1 }) }).waitFor();
  await widget.chooseRoles("ann@acme.com", "Member");
  await told.waitFor({ state: "detached" });
});

test("how many are to be fixed is said once, and shown where the number falls", async () => {
  const widget = await open();
  const text = "name,email,role\nAnn Lee,ann@acme.com,King\nMia Roy,mia(at)acme.com,Admin\n";
  await widget.fileInput.setInputFiles(upload({ name: "people.csv", type: "text/csv", text }));
  const words = [ui("announce_added", { count: 1 }), ui("announce_to_fix", { count: 2 })].join(", ");
  await widget.host.getByRole("status").filter({ hasText: `people.csv: ${words}` }).waitFor();
  await widget.host.getByRole("button", { name: ui("count_to_fix", { count: 2 }) }).waitFor();
  const said = await widget.review("people.csv").innerText();
  assert.ok(said.startsWith(`people.csv · ${ui("announce_added", { count: 1 })}\n`), said);
  assert.ok(!uiPattern("announce_to_fix").test(said), said);
});

test("of many findings the first are shown, and how many more there are", async () => {
  const widget = await open();
  const text = `email,name\nann@acme.com,Ann\n${"nobody,Nobody\n".repeat(17)}`;
  await widget.fileInput.setInputFiles(upload({ ...CSV, text }));
  const review = widget.review("people.csv");
  await review.getByText(ui("findings_more", { count: 12 })).waitFor();
  assert.equal(await review.getByRole("listitem").count(), 6);
});

test("several files are dropped at once, wherever in the element", async () => {
  const widget = await open();
  const files = ["ann", "ben"].map((name) => (
    { name: `${name}.txt`, type: "text/plain", text: `${name}@acme.com` }));
  assert.ok(await drop(widget.field, { files }));
  await widget.row("ann@acme.com").waitFor();
  await widget.row("ben@acme.com").waitFor();
  await widget.review("ann.txt").waitFor();
  await widget.review("ben.txt").waitFor();
  assert.equal(await widget.field.inputValue(), "");
});

test("a copied file is pasted, the picture beside copied cells is not", async () => {
  const widget = await open();
  await widget.field.focus();
  const texts = { "text/plain": "people.csv" };
  await pasteData(site.page, { texts, files: [CSV] });
  await widget.rows.nth(4).waitFor();
  const picture = { name: "image.png", type: "image/png", text: "\x89PNG" };
  await pasteData(site.page, { texts: { "text/plain": "zoe@acme.com" }, files: [picture] });
  await widget.row("zoe@acme.com").waitFor();
  assert.equal(await widget.rows.count(), 6);
});

test("a file in UTF-16 is read, and one in neither says so", async () => {
  const widget = await open();
  const wide = Buffer.from("\uFEFFname\temail\nÅsa Berg\tasa@acme.com", "utf16le");
  await widget.fileInput.setInputFiles({ name: "wide.tsv", mimeType: "text/plain", buffer: wide });
  await widget.row("asa@acme.com").getByText("Åsa Berg").waitFor();
  const old = Buffer.from("name,email\nJos\xe9,jose@acme.com", "latin1");
  await widget.fileInput.setInputFiles({ name: "old.csv", mimeType: "text/csv", buffer: old });
  await widget.row("jose@acme.com").getByText("José").waitFor();
  await widget.review("old.csv").getByText(sentence("encoding_guessed")).waitFor();
});

test("a person's further fields are read from their columns", async () => {
  const widget = await open("<invite-users api=\"contextual\"></invite-users>");
  const text = "email,tenant admin\nann@acme.com,yes\nben@acme.com,no\n";
  await widget.fileInput.setInputFiles(upload({ ...CSV, text }));
  await widget.rows.nth(1).waitFor();
  const people = await widget.host.evaluate((element) => element.invitees);
  assert.deepEqual(people.map((person) => person.is_tenant_admin), [true, false]);
});

for (const api of ["contextual", "galileo", "smartdocumentor", "vijil", "extractor"]) {
  test(`${api}: the template downloads, and reads as it is meant`, async () => {
    const server = `base-url="${site.server.origin}/${api}"`;
    const widget = await open(`<invite-users api="${api}" ${server}></invite-users>`);
    const [download] = await Promise.all([
      site.page.waitForEvent("download"),
      widget.host.getByRole("button", { name: ui("download_template") }).click(),
    ]);
    assert.equal(download.suggestedFilename(), ui("template_file"));
    const path = await download.path();
    const text = await readFile(path, "utf8");
    assert.match(text, /^\uFEFFname,email,role/);
    assert.equal(text.includes("is_tenant_admin"), api === "contextual");
    await widget.fileInput.setInputFiles({ name: "t.csv", mimeType: "text/csv",
      buffer: Buffer.from(text) });
    await widget.row("ann@example.com").getByText("Ann Lee").waitFor();
    const review = await widget.review("t.csv").innerText();
    assert.ok(!uiPattern("columns_unread").test(review) && !uiPattern("row_finding").test(review));
  });
}

for (const [what, file, refusal] of [
  ["over 10 MB", { name: "big.csv", type: "text/csv", text: "x".repeat(10_000_001) },
    ui("file_too_large", { file: "big.csv", max: 10 })],
  ["that is binary", { name: "a.bin", type: "", text: "\0\x01\x02\0\0\0".repeat(50) },
    ui("file_refused", { file: "a.bin", reason: sentence("binary_file") })],
  ["of a spreadsheet program", { name: "a.xlsx", type: "", text: "PK\x03\x04xl/workbook.xml\0\0" },
    ui("file_refused", { file: "a.xlsx", reason: sentence("spreadsheet_file") })],
  ["that is empty", { name: "a.csv", type: "text/csv", text: "" },
    ui("file_without_addresses", { file: "a.csv" })],
  ["without an address", { name: "a.csv", type: "text/csv", text: "name,phone\nAnn,1\nBen,2\n" },
    ui("file_without_addresses", { file: "a.csv" })],
]) {
  test(`a file ${what} is refused, and nothing else is touched`, async () => {
    const widget = await open();
    await widget.addPeople("ann@acme.com");
    await widget.field.fill("ben@acme.com");
    await drop(widget.host.getByText(ui("heading")), { files: [file] });
    await widget.host.getByRole("alert").getByText(refusal).waitFor();
    assert.equal(await widget.rows.count(), 1);
    assert.equal(await widget.field.inputValue(), "ben@acme.com");
  });
}

test("the host hands a file over: it is told how many entries that had, and of no change", async () => {
  const events = await hearEvents(site.page);
  const widget = await open();
  const handed = (text) => widget.host.evaluate((element, content) =>
    element.importFile(new File([content], "people.csv")), text);
  assert.deepEqual([await handed(CSV.text), await handed("")], [5, 0]);
  assert.equal(await widget.rows.count(), 5);
  const refusal = ui("file_without_addresses", { file: "people.csv" });
  await widget.host.getByRole("alert").getByText(refusal).waitFor();
  assert.deepEqual(await events.details("change"), []);
});

test("a file that was added is taken back in one step", async () => {
  const widget = await open();
  await widget.addPeople("zoe@acme.com");
  await widget.fileInput.setInputFiles(upload(CSV));
  await widget.rows.nth(5).waitFor();
  await widget.host.locator("[part~=undo-button]").click();
  await widget.rows.nth(1).waitFor({ state: "detached" });
  await widget.row("zoe@acme.com").waitFor();
});

test("a file that can't be read is refused, and the next one is read", async () => {
  const widget = await open();
  await site.page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function read() {
      return this.name === "gone.csv"
        ? Promise.reject(new DOMException("", "NotFoundError")) : arrayBuffer.call(this);
    };
  });
  const files = [{ ...CSV, name: "gone.csv" }, CSV];
  await drop(widget.field, { files });
  await widget.rows.nth(4).waitFor();
  const alert = widget.host.getByRole("alert");
  await alert.getByText(ui("file_unreadable", { file: "gone.csv" })).waitFor();
});
