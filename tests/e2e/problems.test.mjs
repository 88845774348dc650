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

test("several things to mend are summed up, and each leads to its row", async () => {
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
  await widget.host.getByRole("button", { name: ui("count_to_fix", { count: 2 }) }).click();
  await focused(widget.editField("mia(at)acme.com"));
  await widget.invite();
  const { bodyText } = (await site.server.ledger()).at(-1);
  assert.deepEqual(JSON.parse(bodyText).users.map(({ email }) => email), ["ann@acme.com"]);
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

/** What leads from the summary to where something is mended. */
function way(widget, name) {
  return widget.problems.getByRole("button", { name });
}
