/** Thousands of people at once: the page can be used while they are read. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

function open() {
  return openReadyHost(site, vijilElement(site));
}

/** So many people, one a line. */
function crowd(count, name = "p") {
  return Array.from({ length: count }, (_, index) => `${name}${index + 1}@acme.com`).join("\n");
}

test("a paste of 5,000 people is read in parts, between which the page is drawn", async () => {
  const widget = await open();
  const frames = await widget.host.evaluate(async (element, text) => {
    let frames = 0;
    const count = () => { frames += 1; request = requestAnimationFrame(count); };
    let request = requestAnimationFrame(count);
    const added = await element.add(text);
    cancelAnimationFrame(request);
    return { added, frames };
  }, crowd(20_000));
  assert.equal(frames.added, 20_000);
  assert.ok(frames.frames > 1, `${frames.frames} frames`);
});

test("what is pasted and what is typed meanwhile all comes into the list", async () => {
  const widget = await open();
  await widget.field.fill("eva@acme");
  await widget.paste(crowd(3000));
  await widget.field.press("End");
  await site.page.keyboard.type(".com,");
  await widget.host.getByRole("button", { name: ui("invite_people", { count: 3001 }).replace("3001", "3,001") }).waitFor();
  assert.equal(await widget.field.inputValue(), "");
});

test("a second list waits for the first, and both are there in their order", async () => {
  const widget = await open();
  const people = await widget.host.evaluate(async (element, [first, second]) => {
    await Promise.all([element.add(first), element.add(second)]);
    return element.invitees.map(({ email }) => email);
  }, [crowd(2000, "a"), crowd(1500, "b")]);
  assert.equal(people.length, 3500);
  assert.deepEqual([people[0], people[1999], people[2000]], ["a1@acme.com", "a2000@acme.com", "b1@acme.com"]);
});

test("people who are in both lists, or twice in one, are found", async () => {
  const widget = await open();
  const added = await widget.host.evaluate(async (element, text) => {
    await element.add(text);
    await element.add(text);
    return element.invitees.length;
  }, crowd(1200));
  assert.equal(added, 1200);
  await widget.host.locator("[part=counts]").getByText(/1,200 duplicates/).waitFor();
});

test("clear() stops what is being read, and nothing of it comes later", async () => {
  const widget = await open();
  const added = await widget.host.evaluate(async (element, text) => {
    const added = element.add(text);
    await element.clear();
    return added;
  }, crowd(20_000));
  assert.equal(added, 0);
  assert.equal(await widget.rows.count(), 0);
});

test("an undo takes the whole list back", async () => {
  const widget = await open();
  await widget.paste(crowd(1000));
  await widget.host.getByRole("button", { name: /^Undo/ }).click();
  await widget.host.getByText(ui("empty")).waitFor();
});

test("plan() and Invite wait for what is being read", async () => {
  const widget = await open();
  const planned = await widget.host.evaluate(async (element, text) => {
    void element.add(text);
    return (await element.plan()).requests.length;
  }, crowd(1000));
  assert.equal(planned, 1000);
  const sent = await widget.host.evaluate(async (element, text) => {
    void element.clear();
    element.addEventListener("invite-users-send", (event) => event.preventDefault());
    void element.add(text);
    return (await element.send()).outcomes.length;
  }, crowd(1100));
  assert.equal(sent, 1100);
});

test("reading that takes long says how far it is, and the Clear button stops it", async () => {
  const widget = await open();
  const session = await site.page.context().newCDPSession(site.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 20 });
  // In the page itself: in slow motion the test would come too late.
  const words = await widget.host.evaluate((element, text) => new Promise((resolve) => {
    const find = (part) => element.shadowRoot.querySelector(`[part=${part}]`);
    new MutationObserver((_, observer) => {
      if (!find("adding") || !find("clear-button")) return;
      observer.disconnect();
      find("clear-button").click();
      resolve(find("adding").innerText);
    }).observe(element.shadowRoot, { childList: true, subtree: true });
    void element.add(text);
  }), crowd(50_000));
  assert.equal(words.trim(), ui("adding"));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await widget.host.getByRole("progressbar").waitFor({ state: "detached" });
  assert.equal(await widget.rows.count(), 0);
});
