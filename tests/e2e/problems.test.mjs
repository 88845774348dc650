/** Why nothing is sent: a summary with a way to each thing, which goes as things are mended. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";
import { askedSentence, sentence, ui } from "./words.mjs";

const site = useSite();

const PEOPLE = ["ann@acme.com", "ben@acme.com", "carla@acme.com"];

test("several things to fix are summed up, and each leads to its row", async () => {
  const widget = await openWithoutRoles();
  await widget.addPeople(...PEOPLE);
  await widget.pressRefused();
  const summary = widget.host.getByRole("group", { name: ui("problems_count", { count: 3 }) });
  await focused(summary);
  const expected = PEOPLE.map((email) => `${email} ${sentence("role_required")}`);
  assert.deepEqual(await widget.problems.allInnerTexts(), expected);
  await way(widget, "ben@acme.com").click();
  await focused(widget.roleSelect("ben@acme.com"));
  assert.deepEqual(await site.server.requests(), []);
});

test("the summary shrinks as things are mended, goes with the last, and then people are sent", async () => {
  const widget = await openWithoutRoles();
  await widget.addPeople(...PEOPLE);
  await widget.pressRefused();
  await widget.problems.nth(2).waitFor();
  await widget.chooseRoles("ann@acme.com", "Viewer");
  await widget.host.getByText(ui("problems_count", { count: 2 })).waitFor();
  await widget.removeButton("ben@acme.com").click();
  await widget.host.getByText(ui("problems_count", { count: 1 })).waitFor();
  await widget.chooseRoles("carla@acme.com", "Editor");
  await widget.problems.first().waitFor({ state: "detached" });
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [
    ["ann@acme.com", "invited"], ["carla@acme.com", "invited"],
  ]);
});

test("one thing alone is gone to at once, and said", async () => {
  const widget = await openWithoutRoles();
  await widget.addPeople("ann@acme.com");
  await widget.pressRefused();
  await focused(widget.roleSelect("ann@acme.com"));
  await widget.host.getByRole("status").filter({ hasText: sentence("role_required") }).waitFor();
  await widget.host.getByText(ui("problems_count", { count: 1 })).waitFor();
});

test("of many things the first ten are told, and how many more there are", async () => {
  const widget = await openWithoutRoles();
  await widget.addPeople(...Array.from({ length: 22 }, (_, index) => `person${index}@acme.com`));
  await widget.pressRefused();
  await widget.host.getByText(ui("problems_count", { count: 22 })).waitFor();
  assert.equal(await widget.problems.count(), 10);
  await widget.host.getByText(ui("problems_more", { count: 12 }), { exact: true }).waitFor();
});

test("settings, rows and the host's mistakes stand together; only the last are told to the page", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  await widget.set({ config: { api: "vijil", ask: ["team_id"], roles: ["ADMIN", "KING"] } });
  await widget.addPeople("ann@acme.com");
  await widget.pressRefused();
  await widget.problems.nth(2).waitFor();
  const texts = await widget.problems.allInnerTexts();
  assert.ok(texts.includes(`Team ${askedSentence("setting_required")}`), texts.join("\n"));
  const mistake = ui("wrong_setup", { reason: sentence("unknown_role", { role: "KING" }) });
  assert.ok(texts.includes(mistake), texts.join("\n"));
  const codes = (await events.details("error")).map(({ code }) => code);
  assert.deepEqual(codes.sort(), ["base_url_required", "unknown_role"]);
  await way(widget, "Team").press("Enter");
  await focused(widget.host.getByRole("textbox", { name: "Team" }));
});

test("what is no address is left out, counted, and one press leads to it", async () => {
  const widget = await openWithoutRoles({ defaultRole: "Viewer" });
  await widget.addPeople("ann@acme.com", "mia(at)acme.com", "leo@acme");
  await widget.host.getByText(ui("summary_left_out", { count: 2 })).waitFor();
  await toFix(widget, 2).click();
  await focused(widget.editField("mia(at)acme.com"));
  await widget.invite();
  const { bodyText } = (await site.server.ledger()).at(-1);
  assert.deepEqual(JSON.parse(bodyText).users.map(({ email }) => email), ["ann@acme.com"]);
});

test("the summary counts every row that the toolbar counts, first what keeps anybody from being sent", async () => {
  const widget = await openWithoutRoles();
  await widget.addPeople("mia(at)acme.com", "ann@acme.com", "ben@acme.com");
  await widget.pressRefused();
  await focused(widget.host.getByRole("group", { name: ui("problems_count", { count: 3 }) }));
  await toFix(widget, 3).waitFor();
  assert.deepEqual(await widget.problems.allInnerTexts(), [
    `ann@acme.com ${sentence("role_required")}`,
    `ben@acme.com ${sentence("role_required")}`,
    `mia(at)acme.com ${sentence("missing_at")}`,
  ]);
  await way(widget, "mia(at)acme.com").click();
  await focused(widget.editField("mia(at)acme.com"));
  await widget.chooseRoles("ann@acme.com", "Viewer");
  await widget.host.getByText(ui("problems_count", { count: 2 })).waitFor();
  await toFix(widget, 2).waitFor();
  await widget.chooseRoles("ben@acme.com", "Viewer");
  await widget.problems.first().waitFor({ state: "detached" });
  await toFix(widget, 1).waitFor();
});

test("the one thing that keeps anybody from being sent is gone to at once, whoever is left out besides", async () => {
  const widget = await openWithoutRoles();
  await widget.addPeople("mia(at)acme.com", "ann@acme.com");
  await widget.pressRefused();
  await focused(widget.roleSelect("ann@acme.com"));
  await widget.host.getByText(ui("problems_count", { count: 2 })).waitFor();
  await toFix(widget, 2).waitFor();
});

test("a row with two problems is one thing to fix", async () => {
  const widget = await openReadyHost(site, "<invite-users api=\"extractor\"></invite-users>");
  const endpoint = `${site.server.origin}/extractor/api/v1/registration/invite`;
  await widget.set({
    config: { endpoint },
    invitees: [{ email: "ann@acme.com", roles: ["king", "queen"] }, { email: "ben@acme.com" }],
  });
  await widget.pressRefused();
  await widget.host.getByText(ui("problems_count", { count: 1 })).waitFor();
  await toFix(widget, 1).waitFor();
  assert.equal(await widget.problems.count(), 1);
});

test("who failed and can't go again as they are is counted, too", async () => {
  const widget = await openWithoutRoles({ defaultRole: "Viewer" });
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ status: 403, times: 1 });
  await widget.invite();
  await widget.moreButton.click();
  await widget.row("ann@acme.com").waitFor();
  await widget.set({ roles: ["Editor"] });
  await widget.pressRefused();
  await widget.host.getByText(ui("problems_count", { count: 1 })).waitFor();
  await toFix(widget, 1).waitFor();
});

/** The element at an API that needs a role for each person. */
async function openWithoutRoles(more = {}) {
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  const config = {
    api: "smartdocumentor",
    baseUrl: `${site.server.origin}/smartdocumentor`,
    roles: ["Editor", "Viewer"],
    auth: { type: "bearer", token: "demo-key" },
    ...more,
  };
  await widget.set({ config });
  return widget;
}

/** How many rows the toolbar says are to be fixed. */
function toFix(widget, count) {
  return widget.host.getByRole("button", { name: ui("count_to_fix", { count }), exact: true });
}

/** What leads from the summary to where something is mended. */
function way(widget, name) {
  return widget.problems.getByRole("button", { name });
}
