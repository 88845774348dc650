/** A sending that goes wrong, from the first person to the next sending; the rules are in delivery/. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "./delivery/people.mjs";
import { assertRows } from "./delivery/play.mjs";
import { useSite } from "./harness.mjs";
import { ui } from "./words.mjs";

const site = useSite();

test("a slow server: progress shows, and Cancel stops what has not left", async () => {
  const widget = await site.openWith("vijil");
  const people = ["a1", "a2", "a3", "a4", "a5", "a6"].map((name) => `${name}@acme.com`);
  await widget.addPeople(...people);
  await site.server.setFaults({ email: people[0], times: 1 }, { delayMs: 60_000 });
  await widget.inviteButton.click();
  await widget.host.getByText(ui("sending", { done: 1, total: 6 })).waitFor();
  assert.equal(await widget.progress.getAttribute("max"), "6");
  await widget.cancelButton.click();
  await widget.results.waitFor();
  await assertRows(widget, {
    [people[0]]: ["invited"],
    ...rowsOf(people.slice(1, 5), ["unconfirmed", "cancelled_in_flight"]),
    [people[5]]: ["not_sent", "cancelled"],
  });
  assert.deepEqual(peopleOf(await site.server.requests()), [people[0]]);
});

test("after a failure: the invited are not sent again, the unconfirmed are held back", async () => {
  const widget = await site.openWith("galileo");
  await widget.addPeople("ann@acme.com", "ben@acme.com", "carla@acme.com");
  await widget.chooseRoles("ann@acme.com", "Admin");
  await widget.chooseRoles("ben@acme.com", "Manager");
  await site.server.setFaults(
    { email: "ann@acme.com", status: 403, times: 1 },
    { email: "ben@acme.com", reset: "after", times: 1 },
  );
  await widget.invite();
  await assertRows(widget, {
    "ann@acme.com": ["failed", "forbidden"],
    "ben@acme.com": ["unconfirmed", "connection_lost"],
    "carla@acme.com": ["invited"],
  });

  await widget.moreButton.click();
  assert.ok((await widget.row("ben@acme.com").innerText()).includes(ui("held_back")));
  await widget.rows.filter({ hasText: "carla@acme.com" }).waitFor({ state: "detached" });
  await widget.addPeople("Carla <carla@acme.com>");
  assert.ok((await widget.row("carla@acme.com").innerText()).includes(ui("invited_before")));
  await widget.invite();
  const sent = peopleOf(await site.server.ledger());
  assert.deepEqual(sent.sort(), ["ann@acme.com", "ben@acme.com", "carla@acme.com"]);
});

function peopleOf(requests) {
  return requests.flatMap(({ people }) => people);
}
