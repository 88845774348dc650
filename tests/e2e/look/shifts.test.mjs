/** Nothing jumps by itself when the server's answer comes late: what is about to be pressed stays where it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "../harness.mjs";
import { openReadyHost } from "../host-page.mjs";
import { ui } from "../words.mjs";
import { shifts, watchShifts } from "./shifts.mjs";

const site = useSite({ reducedMotion: "reduce" });

const ROLES = "/availableroles";
/** Milliseconds, and more than the half second for which a press excuses what moves. */
const LATE = 1500;

test("nothing jumps when the server's roles arrive", async () => {
  await site.page.setViewportSize({ width: 960, height: 900 });
  await site.server.setFaults({ path: ROLES, delayMs: LATE });
  const widget = await openReadyHost(site, "<invite-users></invite-users><p>Below</p>");
  await widget.host.evaluate((element, baseUrl) => {
    element.config = { api: "smartdocumentor", baseUrl, auth: { type: "bearer", token: () => "demo-key" } };
  }, `${site.server.origin}/smartdocumentor`);
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.row("ann@acme.com").getByText(ui("roles_loading")).waitFor();
  await watchShifts(site.page);
  await widget.roleSelect("ann@acme.com").waitFor();
  assert.deepEqual(await shifts(site.page), []);
});
