/** The main job, for each API: a pasted list, roles, "Invite", and what page and server say. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { INVITATIONS, MALFORMED, PASTED } from "./invitations.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

for (const invitation of INVITATIONS) {
  test(`${invitation.api}: a pasted list becomes invitations`, async () => {
    const widget = await site.openWith(invitation.api);
    await widget.paste(PASTED);
    await widget.rows.nth(4).waitFor();
    for (const [email, roles] of Object.entries(invitation.roles)) {
      await widget.chooseRoles(email, ...roles);
    }
    await widget.invite();

    const expected = [...Object.entries(invitation.outcomes), [MALFORMED, undefined]];
    assert.deepEqual(await widget.outcomes(), expected);
    await saysWhatIsWrong(widget, invitation);
    await assertRequests(invitation);
  });
}

async function saysWhatIsWrong(widget, { words }) {
  const malformed = await widget.row(MALFORMED).innerText();
  assert.ok(malformed.includes(sentence("missing_at")), malformed);
  if (!words) return;
  const member = await widget.row("grace@example.com").innerText();
  assert.ok(member.includes(ui("server_says", { words })), member);
}

/** Exactly the documented requests, and nobody in two that were accepted. */
async function assertRequests({ path, credential, bodies, refused = [] }) {
  const accepted = await site.server.ledger();
  assert.deepEqual(texts(accepted), sorted(bodies));
  assert.deepEqual(texts(await site.server.refused()), sorted(refused));
  for (const request of await site.server.requests()) {
    assert.equal(`${request.method} ${request.path}`, `POST ${path}`);
    assert.equal(request.headers["content-type"], "application/json");
    assert.equal(request.headers[credential], "present");
    assert.equal(request.headers.cookie, undefined);
  }
  const people = accepted.flatMap((request) => request.people);
  assert.equal(new Set(people).size, people.length, `somebody was sent twice: ${people}`);
}

/** Requests of several lanes arrive in any order. */
function texts(requests) {
  return requests.map(({ bodyText }) => bodyText).sort();
}

function sorted(bodies) {
  return bodies.map((body) => JSON.stringify(body)).sort();
}
