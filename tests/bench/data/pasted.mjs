/**
 * What is pasted into a field, in one line between commas: an `<input>` takes the line ends out of a paste, and
 * everybody here cuts at commas.
 */

import { Random } from "./random.mjs";
import { FIRST, LAST, PROVIDERS, company } from "./words.mjs";

/** So many addresses, each once, that nobody finds a fault with. */
export function plain(count, seed) {
  const addresses = people(count, new Random(seed)).map(({ address }) => address);
  return { addresses, text: addresses.join(", ") };
}

/** What an office sends: names, people who are in it twice, and in each hundred a few that are no address. */
export function office(count, seed) {
  const random = new Random(seed);
  const sorts = Array.from({ length: count }, (_, index) => sort(index, random));
  const everyone = people(sorts.filter((one) => one === "person").length, random);
  const known = everyone.map((one) => ({ ...one, form: random.weighted(FORMS) }));
  const rejects = [];
  let next = 0;
  const entries = sorts.map((one) => {
    if (one === "person") return written(known[next++]);
    if (one === "twice") return again(known[random.below(next)], random);
    rejects.push(faulty(rejects.length, random));
    return rejects.at(-1);
  });
  const named = known.map(({ address, form, ...names }) => ({ address, name: form.name(names) }));
  return { text: entries.join(", "), people: named, rejects, repeats: count - known.length - rejects.length };
}

function people(count, random) {
  const found = new Map();
  while (found.size < count) {
    const [first, last] = [random.pick(FIRST), random.pick(LAST)];
    const domain = random.below(4) === 0 ? random.pick(PROVIDERS) : company(random);
    const address = `${first}.${last}${random.below(9) || ""}@${domain}`;
    found.set(address, { address, first: capital(first), last: capital(last) });
  }
  return [...found.values()];
}

function capital(name) {
  return name[0].toUpperCase() + name.slice(1);
}

function sort(index, random) {
  const draw = random.below(100);
  if (index === 0 || draw < 89) return "person";
  return draw < 97 ? "twice" : "faulty";
}

const FORMS = [
  { share: 30, write: ({ address }) => address, name: () => null },
  { share: 45, write: (one) => `${straight(one)} <${one.address}>`, name: straight },
  { share: 25, write: (one) => `"${reversed(one)}" <${one.address}>`, name: reversed },
];

function straight({ first, last }) {
  return `${first} ${last}`;
}

function reversed({ first, last }) {
  return `${last}, ${first}`;
}

function written(one) {
  return one.form.write(one);
}

/** Somebody once more, as another program writes them. */
function again({ address }, random) {
  return random.pick([address, address.toUpperCase(), `<${address}>`]);
}

/** Each with one slip, and each another one, so that none is a repeat. */
function faulty(number, random) {
  const local = `${random.pick(FIRST)}.${random.pick(LAST)}${number}`;
  const write = random.pick([
    (domain) => `${local}@${domain.split(".")[0]}`,
    (domain) => `${local}@@${domain}`,
    (domain) => `${local}..x@${domain}`,
    (domain) => `${local}@${domain.replace(".", "..")}`,
    (domain) => `${local}@-${domain}`,
  ]);
  return write(company(random));
}
