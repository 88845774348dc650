/** Nothing jumps by itself when an answer comes late: what is about to be pressed stays where it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "../harness.mjs";
import { openHost, openReadyHost } from "../host-page.mjs";
import { ui } from "../words.mjs";
import { shifts, watchShifts } from "./shifts.mjs";

const site = useSite({ reducedMotion: "reduce" });

const ROLES = "/availableroles";
/** Milliseconds, and more than the half second for which a press excuses what moves. */
const LATE = 1500;

for (const width of [320, 480, 960]) {
  test(`nothing jumps when the server's roles arrive, ${width} px wide`, async () => {
    const widget = await askForRoles(width, {});
    await widget.addPeople("ann@acme.com", "ben@acme.com");
    await late(widget, () => widget.roleSelect("ann@acme.com").waitFor());
  });

  test(`nothing jumps when the server's roles can't be loaded, ${width} px wide`, async () => {
    const widget = await askForRoles(width, { status: 500 });
    await widget.addPeople("ann@acme.com", "ben@acme.com");
    await late(widget, () => widget.host.getByRole("button", { name: ui("try_again") }).waitFor());
  });

  test(`nothing jumps when the form can't be loaded, ${width} px wide`, async () => {
    await site.page.setViewportSize({ width, height: 1400 });
    let answer;
    const answered = new Promise((resolve) => (answer = resolve));
    await site.page.route("**/*.wasm", (route) => answered.then(() => route.abort()));
    await openHost(site, `<invite-users api="vijil">Write to us instead.</invite-users><p>Below</p>`);
    await site.page.waitForFunction(() => document.querySelector("invite-users:state(loading)"));
    await watchShifts(site.page);
    answer();
    await site.page.locator("invite-users").getByText(ui("load_failed")).waitFor();
    assert.deepEqual(await shifts(site.page), []);
  });
}

/** A form that waits for a server's roles, and a page that goes on below it. */
async function askForRoles(width, fault) {
  await site.page.setViewportSize({ width, height: 1400 });
  await site.server.setFaults({ path: ROLES, delayMs: LATE, ...fault });
  const widget = await openReadyHost(site, "<invite-users></invite-users><p>Below</p>");
  await widget.host.evaluate((element, baseUrl) => {
    element.config = { api: "smartdocumentor", baseUrl, auth: { type: "bearer", token: () => "demo-key" } };
  }, `${site.server.origin}/smartdocumentor`);
  return widget;
}

/** What is awaited comes, and nothing moves meanwhile. */
async function late(widget, comes) {
  await widget.row("ann@acme.com").getByText(ui("roles_loading")).waitFor();
  await watchShifts(site.page);
  await comes();
  assert.deepEqual(await shifts(site.page), []);
}
