/** What an element held is free again once it has left the page for good. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";

const site = useSite();

const PEOPLE = Array.from({ length: 50 }, (_, index) => `person${index}@acme.com`).join(", ");

test("after 60 mounts and unmounts nothing is left that was not left after 10", async () => {
  // The only way from outside to the memory of the module.
  await site.page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const result = await instantiate(...given);
      window.wasm = (result.instance ?? result).exports.memory;
      return result;
    };
  });
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.host.evaluate((element) => element.remove());
  const devtools = await site.page.context().newCDPSession(site.page);
  await devtools.send("Performance.enable");

  await mountAndUnmount(10);
  const after10 = await held(devtools);
  await mountAndUnmount(50);
  const after60 = await held(devtools);
  assert.ok(after10.wasm > 0);
  // It never shrinks: two forms that happen to overlap for a moment may take one page more, a leak takes many.
  assert.ok(after60.wasm - after10.wasm <= WASM_PAGE, `${after10.wasm} became ${after60.wasm}`);
  assert.deepEqual({ ...after60, wasm: 0 }, { ...after10, wasm: 0 });
});

/** What a module's memory grows by, in bytes (WebAssembly, 4.2.8). */
const WASM_PAGE = 65_536;

/** Fills a form, sends nothing, and takes it away, so many times. */
function mountAndUnmount(times) {
  return site.page.evaluate(async ([markup, people, count]) => {
    for (let round = 0; round < count; round += 1) {
      const element = document.createElement("invite-users");
      for (const [name, value] of Object.entries(markup)) element.setAttribute(name, value);
      document.body.append(element);
      await element.add(people);
      element.locale = "en-GB";
      await new Promise((resolve) => setTimeout(resolve, 20));
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, [{ api: "vijil", endpoint: "/invite" }, PEOPLE, times]);
}

/** What the page holds after its garbage was collected. */
async function held(devtools) {
  // What a form does while nobody waits must not hold it here.
  await site.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const value = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    nodes: value("Nodes"),
    listeners: value("JSEventListeners"),
    wasm: await site.page.evaluate(() => window.wasm.buffer.byteLength),
  };
}
