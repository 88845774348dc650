/** The whole job without a pointer. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

test("from the page's top to the result, by keys alone", async () => {
  const widget = await site.openWith("vijil");
  await site.page.evaluate(() => document.activeElement.blur());
  await tabTo(widget.field);
  for (const person of ["Ann Lee <ann@acme.com>", "ben@acme.com", "carla@acme.com"]) {
    await site.page.keyboard.type(person);
    await site.page.keyboard.press("Enter");
  }
  await focused(widget.field);
  await widget.rows.nth(2).waitFor();

  await tabTo(widget.roleSelect("ann@acme.com"));
  await site.page.keyboard.press("A");
  await tabTo(widget.person("ann@acme.com"), "Shift+Tab");
  await site.page.keyboard.press("ArrowDown");
  await tabTo(widget.removeButton("ben@acme.com"));
  await site.page.keyboard.press("Enter");
  await focused(widget.person("carla@acme.com"));

  await site.page.keyboard.press("ControlOrMeta+Enter");
  await tabTo(widget.confirmButton);
  await site.page.keyboard.press("Enter");
  await focused(widget.results);
  assert.ok((await widget.results.innerText()).includes(ui("count_invited", { count: 2 })));
  assert.deepEqual(await site.server.acceptedBodies(), [
    { email: "ann@acme.com", role: "ADMIN" }, { email: "carla@acme.com" },
  ]);
  await tabTo(widget.doneButton);
});

test("after the yes to power the focus goes to the progress, and from there to the results", async () => {
  const widget = await openAsked();
  await widget.confirmButton.press("Enter");
  await focused(widget.host.locator("[part~=progress]"));
  await site.page.evaluate(() => window.answer());
  await focused(widget.results);
  const way = await site.page.evaluate(() => window.way);
  assert.deepEqual(way, ["confirm-button", "progress", "results"]);
});

test("results that come before the focus has moved get it all the same", async () => {
  const widget = await openAsked();
  await widget.host.evaluate(({ shadowRoot }) => {
    const answer = () => !shadowRoot.activeElement && window.answer?.();
    new MutationObserver(answer).observe(shadowRoot, { childList: true, subtree: true });
  });
  await widget.confirmButton.press("Enter");
  await focused(widget.results);
});

test("Tab passes through the form both ways and is never held", async () => {
  const markup = `<button>Before</button>${vijilElement(site)}<button>After</button>`;
  const widget = await openReadyHost(site, markup);
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  const before = site.page.getByRole("button", { name: "Before" });
  const after = site.page.getByRole("button", { name: "After" });
  await before.focus();
  await tabTo(after);
  await tabTo(before, "Shift+Tab");
});

test("Escape takes back a correction, Enter takes it and leads on", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("mia(at)acme.com", "leo@acme");
  const mia = widget.editField("mia(at)acme.com");
  await mia.focus();
  await site.page.keyboard.type("x");
  await site.page.keyboard.press("Escape");
  assert.equal(await mia.inputValue(), "mia(at)acme.com");
  await focused(widget.person("mia(at)acme.com"));
  await mia.fill("mia@acme.com");
  await site.page.keyboard.press("Enter");
  await focused(widget.editField("leo@acme"));
  await site.page.keyboard.press("ControlOrMeta+A");
  await site.page.keyboard.type("leo@acme.com");
  await site.page.keyboard.press("Enter");
  await focused(widget.person("leo@acme.com"));
  const planned = await widget.plannedBodies();
  assert.deepEqual(planned, [{ email: "mia@acme.com" }, { email: "leo@acme.com" }]);
});

test("several roles are chosen by keys", async () => {
  const widget = await openReadyHost(site, "<invite-users api=\"extractor\"></invite-users>");
  await widget.addPeople("ann@acme.com");
  await tabTo(widget.rolesButton("ann@acme.com"));
  await site.page.keyboard.press("Enter");
  const name = ui("role_of", { email: "ann@acme.com" });
  const choices = widget.host.getByRole("group", { name });
  for (const role of ["Extractor viewer", "Organisation manager"]) {
    await tabTo(choices.getByRole("checkbox", { name: role }));
    await site.page.keyboard.press("Space");
  }
  await site.page.keyboard.press("Escape");
  await focused(widget.rolesButton("ann@acme.com"));
  assert.equal(await choices.count(), 0);
  const [{ roles }] = await widget.host.evaluate((element) => element.invitees);
  assert.deepEqual(roles, ["extractor-viewer", "organisation-manager"]);
});

test("after the last row is removed, the focus is in the field", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.removeButton("ann@acme.com").press("Enter");
  await focused(widget.field);
});

test("what happens is announced", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  const says = (text) => widget.host.getByRole("status").filter({ hasText: text }).waitFor();
  await widget.addPeople("ann@acme.com", "ben@acme.com", "ann@acme.com", "mia(at)acme.com");
  const counts = [
    ui("announce_added", { count: 2 }),
    ui("announce_duplicates", { count: 1 }),
    ui("announce_to_fix", { count: 1 }),
  ];
  await says(counts.join(", "));
  await widget.removeButton("ben@acme.com").click();
  await says(ui("removed", { email: "ben@acme.com" }));
  await widget.invite();
  await says(ui("count_invited", { count: 1 }));
});

/** Asked whether Ann may get power; her request is answered by `answer()`, and the way of the focus is kept. */
async function openAsked() {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.chooseRoles("ann@acme.com", "Admin");
  await widget.inviteButton.press("Enter");
  await focused(widget.host.locator("[part~=confirm]"));
  await widget.host.evaluate((element) => {
    window.way = [];
    element.shadowRoot.addEventListener("focusin", ({ target }) => window.way.push(target.part.value));
    element.fetch = (_, { body }) => new Promise((resolve) => {
      const invitation = { ...JSON.parse(body), id: crypto.randomUUID(), status: "PENDING" };
      const headers = { "content-type": "application/json" };
      window.answer = () => resolve(new Response(JSON.stringify(invitation), { status: 201, headers }));
    });
  });
  return widget;
}
