/** Each check of the catalogues fails where a catalogue is wrong. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { flaws } from "./catalogues.mjs";

const ENGLISH = {
  locale: "en",
  ui: { add: "Add", count: { one: "{count} person", other: "{count} people" }, role_of: "Role of {email}" },
};

const RIGHT = {
  locale: "de",
  ui: { add: "Hinzufügen", count: { one: "{count} Person", other: "{count} Personen" }, role_of: "Rolle von {email}" },
};

/** @type {{ name: string, ui: Record<string, unknown>, flaw: string }[]} */
const WRONG = [
  { name: "a key is missing", ui: { add: undefined }, flaw: "ui.add is missing" },
  { name: "a key is unknown", ui: { more: "Mehr" }, flaw: "ui.more is unknown" },
  { name: "a text is left in English", ui: { add: "Add" }, flaw: "ui.add is English" },
  { name: "a text is empty", ui: { add: "" }, flaw: "ui.add (other) is empty" },
  { name: "a text ends in a space", ui: { add: "Dazu " }, flaw: "ui.add (other) has a space at an end" },
  { name: "a text has three dots", ui: { add: "Dazu..." }, flaw: "ui.add (other) has three dots instead of an ellipsis" },
  { name: "a text has a straight apostrophe", ui: { add: "Geht's" }, flaw: "ui.add (other) has an apostrophe of typewriters" },
  { name: "a text has straight quotes", ui: { add: "\"Dazu\"" }, flaw: "ui.add (other) has a quote of typewriters" },
  { name: "data is left out", ui: { role_of: "Rolle" }, flaw: "ui.role_of (other) has no {email}" },
  { name: "data is invented", ui: { role_of: "{rolle} {email}" }, flaw: "ui.role_of (other) has {rolle}" },
  { name: "a brace stands alone", ui: { add: "Dazu {" }, flaw: "ui.add (other) has a brace that is no place" },
  { name: "plural forms are missing", ui: { count: "{count}" }, flaw: "ui.count has no plural forms" },
  { name: "one plural form is missing", ui: { count: { other: "{count} Personen" } }, flaw: "ui.count has no form one" },
  {
    name: "a plural form is not of the language",
    ui: { count: { one: "{count} Person", few: "{count} Personen", other: "{count} Personen" } },
    flaw: "ui.count has a form few, which de has not",
  },
];

for (const { name, ui, flaw } of WRONG) {
  test(`it is told that ${name}`, () => {
    const changed = Object.entries({ ...RIGHT.ui, ...ui }).filter(([, message]) => message !== undefined);
    const found = flaws(catalogue({ locale: "de", ui: Object.fromEntries(changed) }), catalogue(ENGLISH), "de");
    assert.deepEqual(found, [flaw]);
  });
}

test("a catalogue without a flaw has none", () => {
  assert.deepEqual(flaws(catalogue(RIGHT), catalogue(ENGLISH), "de"), []);
});

test("it is told that the keys stand in another order", () => {
  const ui = Object.fromEntries(Object.entries(RIGHT.ui).reverse());
  const found = flaws(catalogue({ locale: "de", ui }), catalogue(ENGLISH), "de");
  assert.deepEqual(found, ["its keys stand in another order"]);
});

test("it is told that a catalogue is named after another language", () => {
  assert.deepEqual(flaws(catalogue(RIGHT), catalogue(ENGLISH), "nl"), ["its locale is de"]);
});

test("a word may say the number where the form is for that number alone", () => {
  const [english, ui] = [{ locale: "en", ui: { count: ENGLISH.ui.count } }, {
    count: { one: "אדם אחד", two: "שני אנשים", other: "{count} אנשים" },
  }];
  assert.deepEqual(flaws(catalogue({ locale: "he", ui }), catalogue(english), "he"), []);
});

/** @param {unknown} value */
function catalogue(value) {
  return /** @type {import("./catalogues.mjs").Catalogue} */ (value);
}
