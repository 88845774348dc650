/** The form with a host's server behind it: the key is there alone, and each refusal is told where it belongs. */

import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { plan } from "../../web/dist/index.node.js";
import { KEY, WORLDS } from "../../web/test/server/routes.mjs";
import { Front } from "./front.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";
import { sentence } from "./words.mjs";

const site = useSite();

const ANN = "ann@acme.com";
const BEN = "ben@acme.com";
const CARLA = "carla@acme.com";

let front;
/** All that the browser sent and got: addresses, headers and bodies. */
let traffic;

after(() => front?.stop());
beforeEach(async () => {
  front ??= await Front.start(site.server.origin);
  traffic = [];
  await site.page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: front.origin });
  site.page.on("response", (response) => traffic.push(heard(response)));
});

for (const [api, { mount, settings, roles: [role] }] of Object.entries(WORLDS)) {
  test(`${api}: people are invited through the server, and the key stays there`, async () => {
    const widget = await open(api, { "default-role": role, roles: JSON.stringify([role]) });
    await widget.addPeople(ANN, BEN);
    await widget.invite();
    assert.deepEqual(await widget.outcomes(), [[ANN, "invited"], [BEN, "invited"]]);
    const people = [ANN, BEN].map((email) => ({ email, roles: [role] }));
    const direct = plan({ api, settings, baseUrl: site.server.origin + mount }, people);
    const ledger = await site.server.ledger();
    assert.deepEqual(ledger.map(({ bodyText }) => bodyText).sort(), direct.requests.map(({ body }) => body).sort());
    await assertNoKey();
  });
}

for (const { refusal, route, api, user = "member", fields, role, people = [ANN, BEN], ends, words } of [
  {
    refusal: "nobody's session", api: "galileo", user: "nobody",
    ends: ["not_sent", "not_sent"], words: [/not allowed to invite people here/, /not allowed to invite people here/],
  },
  {
    refusal: "a role beyond the grant", api: "contextual", role: [BEN, "Tenant admin"],
    ends: ["invited", "not_sent"], words: [, /TENANT_ADMIN/],
  },
  {
    refusal: "a role beyond the grant, a request each", api: "vijil", role: [BEN, "Owner"],
    ends: ["invited", "not_sent"], words: [, /OWNER/],
  },
  {
    refusal: "power that is not granted", api: "contextual", fields: BEN,
    ends: ["invited", "not_sent"], words: [, /is_tenant_admin/],
  },
  {
    refusal: "more people than one may invite", api: "galileo", people: [ANN, BEN, CARLA, "dan@acme.com"],
    ends: ["not_sent", "not_sent", "not_sent", "not_sent"], words: [/at most 3/],
  },
  {
    refusal: "a team without seats", api: "galileo", user: "poor",
    ends: ["not_sent", "not_sent"], words: [/no seats left/, /no seats left/],
  },
  {
    refusal: "somebody whom the host does not want", api: "galileo", user: "picky",
    ends: ["invited", "not_sent"], words: [, /Ben has left the company/],
  },
  {
    refusal: "a server that is not set up", api: "galileo", user: "typo",
    ends: ["not_sent", "not_sent"], words: [/tell its administrator/, /tell its administrator/],
  },
  {
    refusal: "a key that can't be had", api: "galileo", route: "speechless",
    ends: ["not_sent", "not_sent"], words: [/could not sign in/, /could not sign in/],
  },
  {
    refusal: "an API that does not accept the key", api: "galileo", route: "locked-out",
    ends: ["unconfirmed", "unconfirmed"], words: [/did not accept the sign-in/, /did not accept the sign-in/],
  },
]) {
  test(`refused: ${refusal}`, async () => {
    const widget = await open(api, {}, { route, user });
    await widget.addPeople(...people);
    if (role) await widget.chooseRoles(...role);
    if (fields) await widget.extra(fields, "Tenant admin").check();
    await widget.invite();
    assert.deepEqual(await widget.outcomes(), people.map((email, index) => [email, ends[index]]));
    for (const [index, said] of words.entries()) {
      if (said) assert.match(await widget.row(people[index]).innerText(), said);
    }
    const invited = people.filter((_, index) => ends[index] === "invited");
    assert.deepEqual((await site.server.ledger()).flatMap((record) => record.people), invited);
    await assertNoKey();
  });
}

test("an API that hangs: nobody knows, and the page is told so", async () => {
  await site.server.setFaults({ delayMs: 60_000 });
  const widget = await open("galileo", {}, { route: "slow" });
  await widget.addPeople(ANN);
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [[ANN, "unconfirmed"]]);
  const reason = sentence("server_error", { status: 504 });
  assert.ok((await widget.row(ANN).innerText()).includes(reason));
});

/** A page with a form that sends to the server, opened by this user. */
async function open(api, attributes = {}, { route = api, user = "member" } = {}) {
  await site.page.context().addCookies([{ name: "user", value: user, url: front.origin, httpOnly: true }]);
  const all = { api, endpoint: `/api/${route}`, ...attributes };
  const markup = Object.entries(all).map(([name, value]) => `${name}='${value}'`).join(" ");
  return openReadyHost(site, `<invite-users ${markup}></invite-users>`, { origin: front.origin });
}

/** What of an exchange can be seen in a browser. */
async function heard(response) {
  const request = response.request();
  const body = await response.text().catch(() => "");
  const headers = [await request.allHeaders(), await response.allHeaders()];
  return JSON.stringify([request.url(), request.postData(), headers, body]);
}

/** The key is in nothing that the page has or had. */
async function assertNoKey() {
  const { markup, kept } = await site.page.evaluate(() => {
    const element = document.querySelector("invite-users");
    const words = [document.documentElement.outerHTML, element.shadowRoot.innerHTML, JSON.stringify(element.report)];
    return { markup: words.join(), kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]) };
  });
  const all = [markup, kept, ...await Promise.all(traffic)];
  assert.ok(traffic.length > 3);
  for (const text of all) assert.ok(!text.includes(KEY), text.slice(0, 300));
}
