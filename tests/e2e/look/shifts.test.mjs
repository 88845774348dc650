/** Nothing jumps by itself when an answer comes late: what is about to be pressed stays where it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "../harness.mjs";
import { openHost, openReadyHost } from "../host-page.mjs";
import { ui } from "../words.mjs";
import { shifts, watchShifts } from "./shifts.mjs";

const site = useSite({ reducedMotion: "reduce" });

for (const width of [320, 480, 960]) {
  test(`nothing jumps when the server's roles arrive, ${width} px wide`, async () => {
    const { widget, answer } = await askForRoles(width);
    answer((route) => route.continue());
    await widget.roleSelect("ann@acme.com").waitFor();
    assert.deepEqual(await shifts(site.page), []);
  });

  test(`nothing jumps when the server's roles can't be loaded, ${width} px wide`, async () => {
    const { widget, answer } = await askForRoles(width);
    answer((route) => route.fulfill({ status: 500 }));
    await widget.host.getByRole("button", { name: ui("try_again") }).waitFor();
    assert.deepEqual(await shifts(site.page), []);
  });

  test(`nothing jumps when the form can't be loaded, ${width} px wide`, async () => {
    await site.page.setViewportSize({ width, height: 1400 });
    const answer = await held("**/*.wasm");
    await openHost(site, `<invite-users api="vijil">Write to us instead.</invite-users><p>Below</p>`);
    await site.page.waitForFunction(() => document.querySelector("invite-users:state(loading)"));
    await watchShifts(site.page);
    answer((route) => route.abort());
    await site.page.locator("invite-users").getByText(ui("load_failed")).waitFor();
    assert.deepEqual(await shifts(site.page), []);
  });
}

/** A form with people in it that waits for a server's roles, and a page that goes on below it. */
async function askForRoles(width) {
  await site.page.setViewportSize({ width, height: 1400 });
  const answer = await held("**/availableroles*");
  const widget = await openReadyHost(site, "<invite-users></invite-users><p>Below</p>");
  await widget.host.evaluate((element, baseUrl) => {
    element.config = { api: "smartdocumentor", baseUrl, auth: { type: "bearer", token: () => "demo-key" } };
  }, `${site.server.origin}/smartdocumentor`);
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.row("ann@acme.com").getByText(ui("roles_loading")).waitFor();
  await widget.host.getByText(ui("summary_incomplete")).waitFor();
  await watchShifts(site.page);
  return { widget, answer };
}

/** Holds a request back until the function that it gives is told what becomes of it. */
async function held(address) {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  await site.page.route(address, async (route) => (await promise)(route));
  return resolve;
}
