/** What `persist` keeps, seen from outside: the page's storage, and a tab that is duplicated. */

import { openReadyHost } from "./host-page.mjs";

/** Everything in the page's storages, as one text. */
export function stored(page) {
  return page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
}

/** The names of the parts that are kept under a key. */
export function partsOf(page, key) {
  return page.evaluate((prefix) => Object.keys(sessionStorage)
    .filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).sort(),
  `invite-users:${key}:`);
}

/** Waits until what is kept holds a text. */
export function waitUntilKept(page, text) {
  return page.waitForFunction((wanted) => JSON.stringify({ ...sessionStorage }).includes(wanted), text);
}

/** Loads the page again, until its elements can be used. */
export async function reload(widget) {
  await widget.page.reload();
  await widget.host.evaluateAll((elements) => Promise.all(elements.map(({ ready }) => ready)));
}

/** Another tab with what this one has in its sessionStorage now, as browsers duplicate one; changed if wanted. */
export async function duplicate(site, markup, change = (kept) => kept) {
  const copied = change(await site.page.evaluate(() => ({ ...sessionStorage })));
  const page = await site.page.context().newPage();
  await page.addInitScript((kept) => {
    if (sessionStorage.length > 0) return;
    for (const [name, value] of Object.entries(kept)) sessionStorage.setItem(name, value);
  }, copied);
  return openReadyHost({ page, server: site.server }, markup);
}

/** What is kept as if it had been written that many milliseconds ago. */
export function aged(kept, milliseconds) {
  const older = (value) => value.replace(/^(\d+) (\d+)/, (_, version, at) => `${version} ${at - milliseconds}`);
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, older(value)]));
}
