/** "HTML to copy": pasted into a page of somebody else, it brings the widget that is on the screen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";

const site = useSite();

/** The script stands in the page, so the host of these tests allows that. */
const POLICY = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
const PACKAGE = "/node_modules/invite-users/";

const SETUPS = [
  "/?api=contextual",
  "/?api=galileo&theme=dark&density=compact",
  "/?api=smartdocumentor&dir=rtl&width=480",
  "/?api=vijil&place=modal",
  "/?api=extractor&place=sidebar&width=320",
  "/?api=galileo&feature=members,domains,suggest,limit,ask,persist",
  "/?api=vijil&feature=collect,disabled",
  "/?state=flagged",
  "/?state=problems",
  `/?api=contextual&set.tenant_short_name=${encodeURIComponent("O'Neil & \"Sons\" </script>")}`,
];

for (const setup of SETUPS) {
  test(`what is copied is what is on the screen: ${setup}`, async () => {
    const shown = await site.open(setup);
    const before = await configuration(shown);
    const pasted = await openPasted(await copied());
    assert.deepEqual(await configuration(pasted), before);
    await assertHasCredential(pasted);
  });
}

test("a dialog that was copied opens and closes", async () => {
  await site.open("/?api=vijil&place=modal");
  const widget = await openPasted(await copied());
  assert.ok(await widget.field.isHidden());
  await site.page.getByRole("button", { name: "Invite people" }).click();
  await widget.field.waitFor();
  await widget.host.evaluate((element) => element.dispatchEvent(new CustomEvent("invite-users-done")));
  await widget.field.waitFor({ state: "hidden" });
});

test("a width that was copied is the widget's", async () => {
  await site.open("/?api=vijil&width=480");
  const widget = await openPasted(await copied());
  assert.equal((await widget.host.boundingBox()).width, 480);
});

/** What the button puts into the clipboard; in a dialog the page behind is out of reach. */
async function copied() {
  await site.page.keyboard.press("Escape");
  const panel = site.page.getByRole("region", { name: "HTML to copy" });
  await panel.getByRole("button", { name: "Copy" }).click();
  await panel.getByRole("button", { name: "Copied" }).waitFor();
  const html = await site.page.evaluate(() => navigator.clipboard.readText());
  assert.doesNotMatch(html, /demo-key|undefined|\[object/);
  return html;
}

/** A page with this HTML in it, which finds the package where a bundler's development server has it. */
async function openPasted(html) {
  await site.page.route((url) => url.pathname.startsWith(PACKAGE), async (route) => {
    const path = new URL(route.request().url()).pathname.slice(PACKAGE.length);
    await route.fulfill({ response: await route.fetch({ url: `${site.server.origin}/${path}` }) });
  });
  return openReadyHost(site, html, { define: false, policy: POLICY });
}

/** Everything that was said to the element, however it was, and what it makes of somebody. */
function configuration(widget) {
  return widget.host.evaluate(async (element) => {
    await element.clear();
    await element.add("Ann Lee <ann@acme.com>\nBen Okafor <ben@example.com>");
    const names = [
      "api", "baseUrl", "settings", "ask", "roles", "defaultRole", "maxInvitees", "locale", "theme", "density",
      "persist", "collect", "required", "name", "disabled", "members", "domains", "dir",
    ];
    const values = names.map((name) => [name, element[name]]);
    const email = element.config?.email;
    const told = { ...Object.fromEntries(values), email, suggests: typeof element.suggest };
    const { requests, problems } = await element.plan();
    return JSON.parse(JSON.stringify({ ...told, requests: requests.map(({ url, body }) => url + body), problems }));
  });
}

/** Nothing is sent to the page's own server by a test, but the script asks there for a token. */
async function assertHasCredential(widget) {
  const [collects, auth] = await widget.host.evaluate(({ collect, auth }) => [collect, auth && Object.keys(auth)]);
  if (!collects) assert.ok(auth.includes("token") || auth.includes("value"), String(auth));
}
