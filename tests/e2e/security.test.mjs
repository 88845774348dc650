/** What an attacker or a curious page must not get: scripts, secrets, people sent elsewhere. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui, uiPattern } from "./words.mjs";

const site = useSite();

const SECRET = "secret-7d1c2b";
const MARKUP = "<img src=x onerror=\"window.attacked = true\">";

// The harness fails a test whose page reports a violation of its policy in the console.
test("under Trusted Types and a strict policy, every part of the form shows", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com", "dev@gmial.com", "ann@acme.com", "mia(at)acme.com");
  await widget.set({ settings: { team_id: "no" } });
  await widget.pressRefused();
  await widget.problems.first().waitFor();
  await widget.set({ settings: { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" } });
  const email = "ann@acme.com";
  await site.server.setFaults(
    { email, status: 429, retryAfter: 2, times: 1 },
    { email, status: 401 },
  );
  await widget.inviteButton.click();
  await widget.host.getByText(uiPattern("waiting")).waitFor();
  await widget.results.waitFor();
  await widget.moreButton.click();
  await widget.field.waitFor();
  // A style that a script sets by the CSSOM is allowed, and stands in an attribute, too.
  const inline = await widget.host.evaluate(({ shadowRoot }) =>
    shadowRoot.querySelectorAll("style, script").length);
  assert.equal(inline, 0);
});

test("the roles of several kinds and a role without a catalogue show there, too", async () => {
  const widget = await openReadyHost(site, "<invite-users api=\"extractor\"></invite-users>");
  await widget.addPeople("ann@acme.com");
  await widget.chooseRoles("ann@acme.com", "Extractor viewer");
  await widget.set({ api: "smartdocumentor", endpoint: `${site.server.origin}/api/invite` });
  const role = widget.host.getByRole("textbox", { name: ui("role_of", { email: "ann@acme.com" }) });
  await role.fill("Reviewer");
  await role.press("Tab");
  assert.deepEqual(await widget.plannedBodies(), [
    { users: [{ email: "ann@acme.com", roleName: "Reviewer" }] },
  ]);
});

test("the key is in the request's header and nowhere else", async () => {
  const events = await hearEvents(site.page);
  const widget = await site.openWith("contextual");
  await site.page.getByLabel("API key").fill(SECRET);
  await widget.addPeople("ann@acme.com");
  const sent = [];
  site.page.on("request", (request) => request.method() === "POST" && sent.push(request));
  const plan = await widget.call("plan");
  await widget.invite();

  // The server knows another key, so the page is asked for its key again.
  assert.equal(sent.length, 2);
  for (const request of sent) {
    assert.equal(request.headers().authorization, `Bearer ${SECRET}`);
    assert.ok(!request.url().includes(SECRET) && !request.postData().includes(SECRET));
  }
  const report = await widget.host.evaluate((element) => element.report);
  const places = { plan, report, events: await events.all(), page: await whatThePageHolds() };
  for (const [place, held] of Object.entries(places)) {
    assert.ok(!JSON.stringify(held).includes(SECRET), `the key is in ${place}`);
  }
});

test("a server's words are text, whatever they look like", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ status: 422, body: JSON.stringify({ detail: MARKUP }) });
  await widget.invite();
  await widget.row("ann@acme.com").getByText(ui("server_says", { words: MARKUP })).waitFor();
  await assertNotAttacked(widget);
});

test("a pasted name or address is text, whatever it looks like", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople(`"${MARKUP.replaceAll("\"", "'")}" <ann@acme.com>`);
  await widget.paste(MARKUP);
  await site.page.keyboard.press("Enter");
  await widget.rows.nth(1).waitFor();
  await assertNotAttacked(widget);
});

test("an unencrypted address of another machine is refused before anything leaves", async () => {
  const asked = [];
  site.page.on("request", (request) => asked.push(request.url()));
  const events = await hearEvents(site.page);
  const markup = vijilElement(site).replace(site.server.origin, "http://api.example.com");
  const widget = await openReadyHost(site, markup);
  await widget.addPeople("ann@acme.com");
  await widget.pressRefused();
  await events.waitFor("error");
  const [{ code, params }] = await events.details("error");
  assert.equal(code, "url_insecure");
  assert.ok(params.url.startsWith("http://api.example.com/vijil"));
  await widget.problems.filter({ hasText: sentence(code, params) }).waitFor();
  assert.deepEqual(asked.filter((url) => url.includes("example.com")), []);
});

/** The page's markup with all shadow roots, its fields but the key's own, and its storage. */
function whatThePageHolds() {
  return site.page.evaluate(() => {
    const within = (root) => [...root.querySelectorAll("*")].flatMap((element) => [
      [...element.attributes].map(({ value }) => value),
      element.type === "password" ? "" : element.value ?? "",
      element.shadowRoot ? [element.shadowRoot.textContent, ...within(element.shadowRoot)] : [],
    ]);
    const storage = [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href];
    return [document.documentElement.textContent, within(document), storage];
  });
}

async function assertNotAttacked(widget) {
  assert.equal(await widget.host.locator("img").count(), 0);
  assert.equal(await site.page.evaluate(() => window.attacked), undefined);
}
