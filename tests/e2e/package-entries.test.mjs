/** The entries in a page: what each fetches, and that they agree with one another. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openHost, openReadyHost, vijilElement } from "./host-page.mjs";

const site = useSite();

/** Nothing but scripts and styles of the page's own server. */
const NO_FETCH = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const CLASSIC = '<script src="/dist/invite-users.js"></script>';

test("the classic script: the tag, the wasm and the words from beside it, and the global of what define exports", async () => {
  const fetched = hearFetched();
  const widget = await openReadyHost(site, CLASSIC + vijilElement(site, 'lang="de"'), { define: false });
  await widget.host.getByRole("textbox", { name: "E-Mail-Adressen", exact: true }).waitFor();
  assert.deepEqual(fetched().sort(), ["/dist/invite-users.js", "/dist/locales/de.js", "/dist/widget.wasm"]);
  const [global, module] = await site.page.evaluate(async () =>
    [InviteUsers, await import("/dist/define.js")].map((names) => Object.keys(names).sort()));
  assert.deepEqual(global, module);
  assert.ok(await widget.host.evaluate((element) => element instanceof InviteUsers.InviteUsersElement));
});

test("two copies of it, and the module beside them, do no harm", async () => {
  const widget = await openReadyHost(site, CLASSIC + CLASSIC + vijilElement(site));
  await widget.addPeople("ann@acme.com");
  assert.equal(await widget.rows.count(), 1);
});

test("with the wasm inside, nothing else is fetched, and a policy may forbid to fetch anything", async () => {
  const fetched = hearFetched();
  const widget = await openHost(site, vijilElement(site), { define: false, policy: NO_FETCH });
  await site.page.evaluate(() => import("/dist/define-inline.js"));
  await widget.addPeople("ann@acme.com");
  const valid = await site.page.evaluate(() => Promise.all(["inline", "check-inline"].map(async (entry) => {
    const { default: init, checkEmail } = await import(`/dist/${entry}.js`);
    await init();
    return checkEmail("ann@acme.com").valid;
  })));
  assert.deepEqual(valid, [true, true]);
  assert.deepEqual(fetched().filter((path) => path.endsWith(".wasm")), []);
});

test("where the wasm is at hand, no entry beside it fetches it", async () => {
  const fetched = hearFetched();
  const widget = await openHost(site, vijilElement(site), { define: false });
  await site.page.evaluate(() => import("/dist/define-inline.js"));
  await site.page.evaluate(() => import("/dist/define.js"));
  await widget.field.waitFor();
  assert.deepEqual(fetched().filter((path) => path.endsWith(".wasm")), []);
});

test("without a wasm of its own: init asks for one, takes any kind, and is ready for the other entries too", async () => {
  const fetched = hearFetched();
  await openHost(site, "", { define: false });
  const answers = await site.page.evaluate(async () => {
    const slim = await import("/dist/slim.js");
    const code = await slim.default().catch(({ code }) => code);
    const bytes = fetch("/dist/core.wasm").then((response) => response.arrayBuffer());
    await slim.default(bytes.then((it) => WebAssembly.compile(it)));
    await slim.default();
    const whole = await import("/dist/index.js");
    await whole.default();
    return [code, slim.checkEmail("ann@acme.com").valid, whole.checkEmail("ann@acme.com").valid];
  });
  assert.deepEqual(answers, ["wasm_source_required", true, true]);
  assert.deepEqual(fetched().filter((path) => path.endsWith(".wasm")), ["/dist/core.wasm"]);
});

test("each entry fetches its own wasm, once, however often it is asked to", async () => {
  const fetched = hearFetched();
  await openHost(site, "", { define: false });
  await site.page.evaluate(async () => {
    const entries = await Promise.all(["index", "check"].map((entry) => import(`/dist/${entry}.js`)));
    await Promise.all([...entries, ...entries].map(({ default: init }) => init()));
  });
  assert.deepEqual(fetched().filter((path) => path.endsWith(".wasm")).sort(), ["/dist/check.wasm", "/dist/core.wasm"]);
});

/** The paths under dist/ that the page asks for from now on. */
function hearFetched() {
  const paths = [];
  site.page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return () => paths.filter((path) => path.startsWith("/dist/"));
}
