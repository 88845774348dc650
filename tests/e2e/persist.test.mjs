/** `persist`: what is entered survives a reload, and no longer than it should. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { aged, duplicate, partsOf, reload, stored, waitUntilKept } from "./kept.mjs";
import { ui } from "./words.mjs";

const HALF_A_DAY = 12 * 60 * 60 * 1000;

const site = useSite();

test("list, rejected rows, roles, what is typed and answered settings survive a reload", async () => {
  const markup = `<invite-users api="extractor" base-url="${site.server.origin}/extractor"
    ask="url" persist="ann"></invite-users>`;
  const widget = await openReadyHost(site, markup);
  const url = widget.host.getByRole("textbox", { name: "Invitation page" });
  await widget.addPeople("Ann Lee <ann@acme.com>", "mia(at)acme.com");
  await widget.chooseRoles("ann@acme.com", "Organisation manager");
  await url.fill("https://acme.com/join");
  await widget.field.pressSequentially("ben@ac");
  await reload(widget);
  await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
  await widget.editField("mia(at)acme.com").waitFor();
  assert.equal(await widget.field.inputValue(), "ben@ac");
  assert.equal(await url.inputValue(), "https://acme.com/join");
  const [ann] = await widget.host.evaluate((element) => element.invitees);
  assert.deepEqual(ann, { email: "ann@acme.com", name: "Ann Lee", roles: ["organisation-manager"] });
});

test("it is written soon after it was entered, should the browser die", async () => {
  const widget = await openKeeping("ann");
  await widget.addPeople("ann@acme.com");
  await waitUntilKept(site.page, "ann@acme.com");
  await widget.field.pressSequentially("ben@ac");
  await waitUntilKept(site.page, "ben@ac");
});

test("without a key nothing is kept, and an empty one is none", async () => {
  const widget = await openReadyHost(site, vijilElement(site, "persist=\"\""));
  await widget.addPeople("ann@acme.com");
  await reload(widget);
  assert.equal(await widget.rows.count(), 0);
  assert.equal(await stored(site.page), "[{},{}]");
});

test("another key sees nothing of it, and gets its own list back", async () => {
  const widget = await openKeeping("ann");
  await widget.addPeople("ann@acme.com");
  await widget.set({ persist: "ben" });
  await widget.row("ann@acme.com").waitFor({ state: "detached" });
  await widget.addPeople("ben@acme.com");
  await widget.set({ persist: "ann" });
  await widget.row("ann@acme.com").waitFor();
  assert.equal(await widget.rows.count(), 1);
  await widget.set({ persist: null });
  await widget.row("ann@acme.com").waitFor({ state: "detached" });
  await widget.set({ persist: "ben" });
  await widget.row("ben@acme.com").waitFor();
  assert.equal(await widget.rows.count(), 1);
});

test("who is entered before there is a key is kept from then on", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.set({ persist: "ann" });
  await waitUntilKept(site.page, "ann@acme.com");
  assert.equal(await widget.rows.count(), 1);
});

test("clear() and \"Clear\" drop it", async () => {
  const widget = await openKeeping("ann");
  for (const clear of [() => widget.call("clear"), () => widget.clearButton.click()]) {
    await widget.addPeople("ann@acme.com");
    await waitUntilKept(site.page, "ann@acme.com");
    await clear();
    await site.page.waitForFunction(() => sessionStorage.length === 0);
  }
});

test("after half a day it is gone, and so is what other keys had", async () => {
  const widget = await openKeeping("ann");
  await widget.addPeople("ann@acme.com");
  await waitUntilKept(site.page, "ann@acme.com");
  const markup = vijilElement(site, "persist=\"ann\"");
  const young = await duplicate(site, markup, (kept) => aged(kept, HALF_A_DAY - 60_000));
  await young.row("ann@acme.com").waitFor();
  const old = await duplicate(site, markup, (kept) => {
    const [value] = Object.values(aged(kept, HALF_A_DAY));
    return { "invite-users:ann:people": value, "invite-users:ben:people": value, theirs: "1 0 x" };
  });
  assert.equal(await old.rows.count(), 0);
  assert.deepEqual(await old.page.evaluate(() => Object.keys(sessionStorage)), ["theirs"]);
});

test("what is broken or of another version is dropped without a word", async () => {
  const widget = await openKeeping("ann");
  for (const value of ["", "{", "1 0 x", `2 ${Date.now()} \n{"people":[{"email":"x@acme.com"}]}`,
    `1 ${Date.now()} \n{"people":[`, `1 ${Date.now()} \n{"people":3}`]) {
    await site.page.evaluate((kept) => {
      for (const part of ["people", "delivery"]) sessionStorage.setItem(`invite-users:ann:${part}`, kept);
    }, value);
    await reload(widget);
    assert.equal(await widget.rows.count(), 0, value);
    assert.equal(await widget.host.getByRole("alert").count(), 0, value);
  }
});

test("full storage is told once, and everything else works", async () => {
  const events = await hearEvents(site.page);
  await site.page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  const widget = await openKeeping("ann");
  await widget.addPeople("ann@acme.com");
  await widget.host.getByText(ui("not_kept")).waitFor();
  await widget.host.getByRole("button", { name: ui("put_away") }).click();
  await widget.addPeople("ben@acme.com");
  await widget.invite();
  assert.equal((await site.server.ledger()).length, 2);
  const errors = await events.details("error");
  assert.deepEqual(errors.map(({ code }) => code), ["not_kept"]);
  assert.equal(await widget.host.getByText(ui("not_kept")).count(), 0);
});

test("storage that may not be used is told once, and everything else works", async () => {
  const events = await hearEvents(site.page);
  await site.page.addInitScript(() => {
    for (const name of ["sessionStorage", "localStorage"]) {
      Object.defineProperty(window, name, {
        get() { throw new DOMException("not allowed", "SecurityError"); },
      });
    }
  });
  const widget = await openKeeping("ann");
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  assert.equal((await site.server.ledger()).length, 1);
  assert.deepEqual((await events.details("error")).map(({ code }) => code), ["not_kept"]);
});

test("with collect the people of the form survive, too", async () => {
  const widget = await openReadyHost(site,
    `<form>${vijilElement(site, "persist=\"ann\" collect name=\"people\"")}</form>`);
  await widget.addPeople("ann@acme.com");
  await reload(widget);
  await widget.row("ann@acme.com").waitFor();
  const value = await site.page.evaluate(() => new FormData(document.forms[0]).get("people"));
  assert.deepEqual(JSON.parse(value).map(({ email }) => email), ["ann@acme.com"]);
});

test("everybody invited, nothing is kept but a mark without a word about anybody", async () => {
  const widget = await openKeeping("ann");
  const secret = "s3cret-t0ken";
  await widget.set({ auth: { type: "bearer", token: secret } });
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.invite();
  assert.deepEqual(await partsOf(site.page, "ann"), []);
  const all = await stored(site.page);
  assert.ok(!all.includes("acme.com") && !all.includes(secret), all);
  await reload(widget);
  assert.equal(await widget.rows.count(), 0);
});

function openKeeping(key) {
  return openReadyHost(site, vijilElement(site, `persist="${key}"`));
}
