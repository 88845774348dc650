/** An element on a page that stays, set to one of the APIs. */

import { openHost } from "../host-page.mjs";
import { WidgetPage } from "../widget-page.mjs";

/** How each API is reached; a described one is reached through one of the five. */
const APIS = {
  contextual: { at: "/contextual/v1", settings: { tenant_short_name: "acme" } },
  galileo: { at: "/galileo", header: "Galileo-API-Key" },
  smartdocumentor: { at: "/smartdocumentor", roles: ["Viewer", "Editor"], defaultRole: "Viewer" },
  vijil: { at: "/vijil", settings: { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" } },
  extractor: { at: "/extractor", settings: { url: "https://app.example.com/invite" } },
};

/** What contextual takes, as a host describes it who promises nothing more. */
const PLAIN = {
  name: "Plain",
  path: "/users",
  auth: [{ type: "bearer" }],
  batching: "together",
  body: { tenant_short_name: "acme", new_users: { $people: { email: "$email" } } },
  reply: { invited: "all" },
};

const DESCRIBED = {
  plain: PLAIN,
  keyed: { ...PLAIN, name: "Keyed", idempotencyKey: true },
  keyedAtomic: { ...PLAIN, name: "Keyed and atomic", idempotencyKey: true, atomic: true },
};

/** A secret that the host fails to find, and one that it never finds. */
export const [THROWS, NEVER] = ["throws", "never"];

/**
 * Puts a new element on the page in the place of the last one. `secret` is a fixed one; `secrets`
 * are those that the host gives one after the other, when it is asked.
 */
export async function openForm(site, { api, config, secret = "demo-key", secrets }) {
  const { pathname } = new URL(site.page.url(), site.server.origin);
  if (pathname !== "/host") await openHost(site, "");
  await site.page.evaluate(place, { ...reach(api, site), ...config, secret, secrets });
  return new WidgetPage(site.page);
}

/** How often the host was asked for a secret. */
export function timesAsked(site) {
  return site.page.evaluate(() => window.asked);
}

function reach(api, { server }) {
  const { at, header, ...rest } = APIS[DESCRIBED[api] ? "contextual" : api];
  const known = DESCRIBED[api] ? {} : rest;
  return { api: DESCRIBED[api] ?? api, baseUrl: server.origin + at, header, ...known };
}

/** Runs in the page. */
async function place({ header, secret, secrets, defaultRole, ...config }) {
  window.asked = 0;
  const ask = async () => {
    const found = secrets[Math.min(window.asked++, secrets.length - 1)];
    if (found === "throws") throw new Error("signed out");
    return found === "never" ? new Promise(() => {}) : found;
  };
  const value = secrets ? ask : secret;
  const auth = header ? { type: "header", name: header, value } : { type: "bearer", token: value };
  const element = document.createElement("invite-users");
  Object.assign(element, { config: { ...config, auth } }, defaultRole && { defaultRole });
  document.body.replaceChildren(element);
  await customElements.whenDefined(element.localName);
  await element.ready;
}
