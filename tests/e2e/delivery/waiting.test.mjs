/** Time passes: who is waited for, how long, and what is sent once more. */

import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { openHost } from "../host-page.mjs";
import { play } from "./play.mjs";
import { ENDINGS, PAUSES, REPEATS } from "./waiting-cases.mjs";

const site = useOnePage(async (opened) => {
  await openHost(opened, "");
  await opened.page.clock.install();
});

for (const item of [...PAUSES, ...REPEATS, ...ENDINGS]) {
  test(`${item.api}: ${item.name}`, async () => {
    // The server's time, which the last case has left behind.
    await site.page.clock.setSystemTime(Date.now());
    await play(site, item);
  });
}
