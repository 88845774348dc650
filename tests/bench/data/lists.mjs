/** A pasted list whose people are known because it is written from them. */

import { Random } from "./random.mjs";
import { FIRST, LAST, PROVIDERS, company } from "./words.mjs";

/** The same people twice: with every separator and form, and as one line with commas. */
export function lists(count, seed) {
  const random = new Random(seed);
  const people = everyone(count, random);
  return { mixed: mixed(people, random), comma: comma(people) };
}

/** Nobody has another one's address: a reader that drops duplicates loses nothing. */
function everyone(count, random) {
  const people = new Map();
  while (people.size < count) {
    const one = person(random);
    people.set(one.address, one);
  }
  return [...people.values()];
}

function person(random) {
  const [first, last] = [random.pick(FIRST), random.pick(LAST)];
  const domain = random.below(4) === 0 ? random.pick(PROVIDERS) : company(random);
  const address = `${first}.${last}${random.below(9) || ""}@${domain}`;
  return { address, first: capital(first, random), last: capital(last, random), form: random.weighted(FORMS) };
}

/** One name in twenty has a letter beyond ASCII. */
function capital(name, random) {
  const upper = name[0].toUpperCase() + name.slice(1);
  return random.below(20) === 0 ? `${upper}é` : upper;
}

const FORMS = [
  { share: 25, write: ({ address }) => address, name: () => null },
  { share: 8, write: ({ address }) => `<${address}>`, name: () => null },
  { share: 40, write: ({ first, last, address }) => `${first} ${last} <${address}>`, name: straight },
  { share: 17, write: quoted, name: reversed },
  { share: 10, write: unquoted, name: reversed, ownLine: true },
];

function straight({ first, last }) {
  return `${first} ${last}`;
}

function reversed({ first, last }) {
  return `${last}, ${first}`;
}

function quoted(one) {
  return `"${reversed(one)}" <${one.address}>`;
}

function unquoted(one) {
  return `${reversed(one)} <${one.address}>`;
}

function mixed(people, random) {
  const text = people.map((one, index) => {
    const alone = one.form.ownLine || people[index + 1]?.form.ownLine;
    const separator = random.pick(alone ? ["\n", "\r\n"] : [", ", ",", "; ", ";", "\n", "\r\n"]);
    return one.form.write(one) + separator;
  });
  return { text: text.join(""), people: people.map(known) };
}

/** Between commas alone, only quotes can tell a comma of the name from one of the list. */
function comma(people) {
  const text = people.map((one) => (one.form.ownLine ? quoted(one) : one.form.write(one)));
  return { text: text.join(", "), people: people.map(known) };
}

function known(one) {
  return { address: one.address, name: one.form.name(one) };
}
