/** From a pasted list to the results, and what the network does to it. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { sentence, ui, uiPattern } from "../words.mjs";

const ANN = "ann@acme.com";
const BEN = "ben.okafor@acme.com";
const CARLA = "carla@acme.com";
const MIA = "mia@acme.com";
/** A member of every team from the start. */
const GRACE = "grace@example.com";

const PASTED = `Ann Lee <${ANN}>, "Okafor, Ben" <${BEN}>; ${CARLA}\nmia(at)acme.com`;

const NOTES = "<textarea id=\"notes\" aria-label=\"Notes\"></textarea>";

export const SENDING_JOURNEYS = {
  "paste, type, mend, roles, send: the page and the server agree": async (widget, host) => {
    await host.hold(NOTES + host.vijil() + host.vijil("id=\"second\""));
    await widget.open(host.address);
    assert.deepEqual(await widget.states(), ["ready"]);
    await widget.paste(PASTED);
    await widget.rows(4);
    await widget.type(GRACE, Key.ENTER);
    await widget.rows(5);
    await mend(widget, "mia(at)acme.com", MIA);
    await giveRoles(widget);
    await invite(widget, 5);
    assert.deepEqual(await widget.outcomes(), [
      [ANN, "invited"], [BEN, "invited"], [CARLA, "invited"], [MIA, "invited"], [GRACE, "failed"],
    ]);
    assert.deepEqual((await host.apis.acceptedBodies()), [
      { email: ANN }, ...[BEN, CARLA, MIA].map((email) => ({ email, role: "ADMIN" })),
    ]);
    assert.deepEqual((await host.apis.refused()).map(({ people }) => people), [[GRACE]]);
    assert.deepEqual(await widget.states(), ["failed"]);
    assert.equal(host.loads("widget.wasm"), 1, "two elements, one module");
  },

  "a server that asks to wait is waited for; a lost connection leaves a doubt": async (widget, host) => {
    await host.hold(host.vijil());
    await widget.open(host.address);
    await host.apis.setFaults(
      { email: ANN, status: 429, retryAfter: 2, times: 1 }, { email: CARLA, reset: "after" },
    );
    await widget.run("document.querySelector('invite-users').add(arguments[0])", `${ANN}, ${CARLA}`);
    await widget.rows(2);
    await widget.press(await widget.part("invite-button"));
    const footer = await widget.part("footer");
    await widget.until("a countdown", async () => uiPattern("waiting").test(await footer.getText()));
    await widget.results();
    assert.deepEqual(await widget.outcomes(), [[ANN, "invited"], [CARLA, "unconfirmed"]]);
    const people = (await host.apis.ledger()).map(({ people }) => people[0]);
    assert.deepEqual(people.sort(), [ANN, CARLA]);
    const said = await (await widget.part("list")).getText();
    assert.ok(said.includes(sentence("connection_lost")), said);
  },
};

async function mend(widget, wrong, right) {
  await widget.press(await widget.named(ui("edit_field", { email: wrong })));
  await widget.chord(Key.CONTROL, "a");
  await widget.type(right, Key.ENTER);
  await widget.named(ui("role_of", { email: right }), "select");
}

/** Everybody is an admin, but Ann is not. */
async function giveRoles(widget) {
  await widget.choose(ui("role_of_all"), "Admin");
  await widget.until("a role for each", async () =>
    (await widget.invitees()).every(({ roles }) => roles?.[0] === "ADMIN"));
  await widget.choose(ui("role_of", { email: ANN }), "Member");
  await widget.until("Ann's role", async () =>
    (await widget.invitees()).filter(({ roles }) => roles?.[0] === "ADMIN").length === 4);
}

/** Presses "Invite", and says yes to those who get power. */
async function invite(widget, count) {
  const button = await widget.part("invite-button");
  await widget.assertTold(button, "button", ui("invite_people", { count }));
  await widget.press(button);
  await widget.press(await widget.part("confirm-button"));
  await widget.results();
}
