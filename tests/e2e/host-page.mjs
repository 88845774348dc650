/** A page of somebody else that embeds the element, under the policy that a careful host sets. */

import { readFileSync } from "node:fs";
import { WidgetPage } from "./widget-page.mjs";

const ADDRESS = "/host";

/** The one that docs/security.md explains line by line. */
const POLICY = /^default-src[^`]+/m.exec(
  readFileSync(new URL("../../docs/security.md", import.meta.url), "utf8"),
)[0].replaceAll("\n", " ");

/**
 * Opens a page with this markup in its body; `define: false` leaves the element undefined, and `origin` is
 * another server's.
 */
export async function openHost(site, markup, { define = true, policy = POLICY, origin = "" } = {}) {
  const script = define ? "<script type=\"module\" src=\"/dist/define.js\"></script>" : "";
  const head = `<meta charset="utf-8"><title>Host</title>${script}`;
  const body = `<!doctype html><html lang="en"><head>${head}</head><body>${markup}</body></html>`;
  const headers = { "content-security-policy": policy };
  await site.page.route((url) => url.pathname === ADDRESS, (route) =>
    route.fulfill({ body, contentType: "text/html", headers }));
  await site.page.goto(origin + ADDRESS);
  return new WidgetPage(site.page);
}

/** The same, once its elements can be used. */
export async function openReadyHost(site, markup, options) {
  const widget = await openHost(site, markup, options);
  await widget.host.evaluateAll((elements) => Promise.all(elements.map(({ ready }) => ready)));
  return widget;
}

/** The markup of an element that invites through vijil, with more attributes if wanted. */
export function vijilElement(site, attributes = "") {
  const settings = JSON.stringify({ team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" });
  return `<invite-users api="vijil" base-url="${site.server.origin}/vijil" settings='${settings}'
    ${attributes}></invite-users>`;
}
