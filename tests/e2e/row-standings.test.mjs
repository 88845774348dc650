/** What assistive technology finds in a row, for each of the ways in which a person can stand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openState } from "./states.mjs";
import { WidgetPage } from "./widget-page.mjs";

const site = useSite();

const MAY_BE_SENT = "The connection broke before the server answered, so this may have been sent";

/** Each standing: the state of the playground that has it, who it is, and the row as it is read. */
const ROWS = [
  ["ready", "mixed", "ben.okafor@acme.com", `
    - checkbox "Select ben.okafor@acme.com"
    - text: Okafor, Ben ben.okafor@acme.com
    - 'button "Role of ben.okafor@acme.com: No role"': No role
    - 'checkbox "Tenant admin: ben.okafor@acme.com"'
    - text: Tenant admin
    - button "Edit ben.okafor@acme.com"
    - button "Remove ben.okafor@acme.com"`],
  ["hinted", "mixed", "dev@gmial.com", `
    - checkbox "Select dev@gmial.com"
    - text: Dev Patel dev@gmial.com
    - paragraph:
      - text: Did you mean gmail.com?
      - button "Use dev@gmail.com"
    - 'button "Role of dev@gmial.com: No role"': No role
    - 'checkbox "Tenant admin: dev@gmial.com"'
    - text: Tenant admin
    - button "Edit dev@gmial.com"
    - button "Remove dev@gmial.com"`, "Dev Patel Did you mean gmail.com? Use dev@gmail.com"],
  ["duplicate", "mixed", "carla@acme.com", `
    - checkbox "Select carla@acme.com"
    - text: carla@acme.com
    - paragraph: Already in the list, so it is not sent twice
    - button "Edit carla@acme.com"
    - button "Remove carla@acme.com"`, "Already in the list, so it is not sent twice"],
  ["invalid", "mixed", "mia(at)acme.com", `
    - checkbox "Select mia(at)acme.com"
    - textbox "Correct mia(at)acme.com" [invalid]: mia(at)acme.com
    - paragraph: An address needs an @ sign, as in name@example.com
    - button "Remove mia(at)acme.com"`, "An address needs an @ sign, as in name@example.com"],
  ["invited", "partial", "ann@acme.com", " Ann Lee ann@acme.com No role Invited", "Ann Lee Invited"],
  ["failed", "partial", "ben@blocked.example", `
    - text: Ben Okafor ben@blocked.example
    - paragraph: The server refused this invitation
    - paragraph: "The server says: Users of blocked.example cannot be invited"
    - text: No role Failed`, "Ben Okafor The server refused this invitation "
      + "The server says: Users of blocked.example cannot be invited Failed"],
  ["unconfirmed", "unconfirmed", "ann@acme.com", `
    - text: Ann Lee ann@acme.com
    - paragraph: ${MAY_BE_SENT}
    - text: User Unconfirmed`, `Ann Lee ${MAY_BE_SENT} Unconfirmed`],
];

for (const [standing, state, email, expected, description] of ROWS) {
  test(`${standing}: ${email}`, async () => {
    const widget = await openState(site.page, state);
    const row = await rowOf(widget, standing, email);
    assert.equal(await row.ariaSnapshot(), `- group "${email}":${unindented(expected)}`);
    if (description) assert.equal(await descriptionOf(row), description);
  });
}

test("refused: a role that the API does not have", async () => {
  const widget = await site.openWith("vijil");
  await widget.set({ invitees: [{ email: "ann@acme.com", roles: ["KING"] }] });
  await widget.pressRefused();
  const row = await rowOf(widget, "refused", "ann@acme.com");
  assert.match(await row.ariaSnapshot(), /combobox "Role of ann@acme\.com" \[invalid\]/);
  assert.match(await descriptionOf(row), /KING/);
});

test("not sent: who was left when the sending stopped", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com", "ben@acme.com", "carla@acme.com", "dev@acme.com", "mia@acme.com");
  await site.server.setFaults({ status: 401 });
  await widget.invite();
  const row = await rowOf(new WidgetPage(site.page), "not_sent", "mia@acme.com");
  assert.match(await descriptionOf(row), /Not sent$/);
});

async function rowOf(widget, standing, email) {
  const row = widget.person(email).and(site.page.locator(`[data-standing=${standing}]`));
  await row.waitFor();
  return row;
}

/** The texts that `aria-describedby` names, as they are read: with spaces between. */
function descriptionOf(row) {
  return row.evaluate((element) => {
    const ids = element.getAttribute("aria-describedby").split(" ");
    const texts = ids.map((id) => element.getRootNode().getElementById(id)?.innerText ?? "");
    return texts.join(" ").replace(/\s+/g, " ").trim();
  });
}

function unindented(text) {
  return text.replace(/^ {4}/gm, "  ");
}
