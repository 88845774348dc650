/** Plays a case: people are added and invited, the server does what it does, page and ledger agree. */

import assert from "node:assert/strict";
import { openForm, timesAsked } from "./form.mjs";
import { sentence, ui } from "../words.mjs";

const STATUSES = ["invited", "failed", "unconfirmed", "not_sent"];

/**
 * What a case may say, beside the rules that it `shows` and its `name`:
 * - `api`, `config`, `secret`, `secrets`: where the form sends, see `openForm`
 * - `rows`: who is invited, and what each row says in the end, as
 *   `[status, code, params, the server's words]`; `roles`: what is chosen for whom
 * - `faults`: what goes wrong; `meanwhile`: what happens after "Invite" was pressed
 * - `stopped`: the code, and its params, of why sending stopped, where it did
 * - `sent`: whom each request named, in order, or `reached`: how often a person came to the server,
 *   where that is not once; `accepted`: how often the API processed a person, where that is not
 *   once for who is invited and never for who is failed or not sent
 * - `asked`: how often the host was asked for a secret; `fields`: to which field of whom the words belong
 * - `afterwards`: what else holds
 */
export async function play(site, item) {
  const widget = await openForm(site, item);
  await widget.addPeople(...Object.keys(item.rows));
  for (const [email, role] of Object.entries(item.roles ?? {})) await widget.chooseRoles(email, role);
  await site.server.setFaults(...item.faults ?? []);
  await widget.inviteButton.click();
  await item.meanwhile?.(widget, site);
  await widget.results.waitFor();
  await assertPage(widget, item);
  await assertLedger(site, item);
  await item.afterwards?.(widget, site);
}

/** Each row with its status and the reason in words, the counts, and why it stopped if it did. */
export async function assertPage(widget, { rows, stopped, fields = {} }) {
  await assertRows(widget, rows);
  await assertCounts(widget, Object.values(rows).map(([status]) => status));
  const reason = stopped && sentence(...[stopped].flat());
  const banner = stopped ? [ui("stopped", { reason })] : [];
  assert.deepEqual(await widget.host.locator("[part~=stopped]").allInnerTexts(), banner);
  const { outcomes } = await widget.host.evaluate((element) => element.report);
  const order = Object.keys(rows);
  for (const [email, field] of Object.entries(fields)) {
    assert.equal(outcomes[order.indexOf(email)].field, field, `the field of ${email}`);
  }
}

/** Each row: its status, the reason in words, and the server's own where it had any. */
export async function assertRows(widget, rows) {
  const statuses = Object.entries(rows).map(([email, [status]]) => [email, status]);
  assert.deepEqual(await widget.outcomes(), statuses);
  for (const [email, [, code, params, words]] of Object.entries(rows)) {
    const row = await widget.person(email).innerText();
    if (code) assert.ok(row.includes(sentence(code, params)), `${email} says: ${row}`);
    if (words) assert.ok(row.includes(ui("server_says", { words })), `${email} says: ${row}`);
  }
}

/** The results count these statuses, and no others. */
export async function assertCounts(widget, statuses) {
  const lines = (await widget.results.innerText()).split("\n").map((line) => line.trim());
  for (const status of STATUSES) {
    const count = statuses.filter((one) => one === status).length;
    const anyCount = new RegExp(`^${ui(`count_${status}`, { count: "\\d+" })}$`);
    const told = lines.filter((line) => anyCount.test(line));
    assert.deepEqual(told, count > 0 ? [ui(`count_${status}`, { count })] : [], lines.join("\n"));
  }
}

/** The server's side: nobody was processed twice, and nobody of whom the page says otherwise. */
async function assertLedger(site, { rows, sent, reached = {}, accepted = {}, asked }) {
  const requests = (await site.server.requests()).map(({ people }) => people);
  if (sent) assert.deepEqual(requests, sent);
  const processed = (await site.server.ledger()).flatMap(({ people }) => people);
  for (const [email, [status]] of Object.entries(rows)) {
    const often = count(requests.flat(), email);
    const expected = reached[email] ?? (status === "not_sent" ? 0 : 1);
    if (!sent) assert.equal(often, expected, `requests for ${email}`);
    assertProcessed(email, status, count(processed, email), accepted[email]);
  }
  if (asked !== undefined) assert.equal(await timesAsked(site), asked, "times the host was asked");
}

/** Once where the person is invited, not at all where not, and who is unconfirmed at most once. */
function assertProcessed(email, status, often, expected) {
  const usual = { invited: [1], failed: [0], unconfirmed: [0, 1], not_sent: [0] }[status];
  const allowed = expected === undefined ? usual : [expected];
  assert.ok(allowed.includes(often), `${email} is ${status} and was processed ${often} times`);
}

function count(people, email) {
  return people.filter((person) => person === email).length;
}
