/** What this project set out to reach, and whether this run reached it. */

import { ratio } from "../statistics.mjs";
import { count, milliseconds, percent, times } from "./format.mjs";

const HOSTILE_MOST = 5;
/** Twice the text may take twice the time, and half as much again for chance. */
const GROWTH_MOST = 3;
/** What is done sooner is too short for a ratio, in milliseconds. */
const GROWTH_FROM = 1;

/** Each as `{ target, measured, met }`. */
export function targets(results) {
  return [
    ...["validator", "isemail", "hapi"].map((id) => faster(results, "addresses", "addresses", "checkEmails", id, 3)),
    faster(results, "addresses", "addresses", "checkEmails", "zod", 1),
    perAddress(results),
    everyPerson(results),
    faster(results, "mixed", "lists", "parseList", "nodemailer", 10),
    atMost("10,000 entries in 2 ms (an aim)", runOf(results, "mixed", "lists", "parseList").median, 2),
    slowest(results),
    steepest(results),
    ...Object.entries(results.wasm).map(([module, size]) => wasmSize(module, size)),
    ...Object.entries(results.typos).flatMap(([name, set]) => suggestions(name, set[0])),
  ];
}

function faster(results, race, kind, own, peer, least) {
  const gain = ratio(runOf(results, race, kind, peer), runOf(results, race, kind, own));
  const title = results.contenders[kind].find(({ id }) => id === peer).title;
  const target = least === 1 ? `\`${own}\` ahead of ${title}` : `\`${own}\` ${least}× as fast as ${title}`;
  return { target, measured: times(gain), met: gain >= least };
}

function perAddress(results) {
  const each = (runOf(results, "addresses", "addresses", "checkEmails").median / results.sizes.addresses) * 1e6;
  return { target: "`checkEmails`: 200 ns an address (aim: 100)", measured: `${count(each)} ns`, met: each <= 200 };
}

function everyPerson({ mixed, contenders, sizes }) {
  const { people } = runOf({ mixed, contenders }, "mixed", "lists", "parseList");
  return { target: "every name and address of the mixed list right", measured: count(people), met: people === sizes.entries };
}

function atMost(target, measured, most) {
  return { target, measured: milliseconds(measured), met: measured <= most };
}

function slowest(results) {
  const [longest, text, title] = ownHostile(results)
    .map(({ whole, text, title }) => [whole ?? Infinity, text, title])
    .reduce((worst, one) => (one[0] > worst[0] ? one : worst));
  const measured = `${milliseconds(longest)} (${text}, ${title})`;
  return { target: "every hostile text in 5 ms", measured, met: longest < HOSTILE_MOST };
}

function steepest(results) {
  const grown = ownHostile(results).filter(({ half }) => half >= GROWTH_FROM);
  const ratios = grown.map(({ half, whole, text, title }) => [(whole ?? Infinity) / half, text, title]);
  const [most, text, title] = ratios.reduce((worst, one) => (one[0] > worst[0] ? one : worst), [0]);
  const measured = most ? `${times(most)} (${text}, ${title})` : "all too short to tell";
  return { target: "twice the hostile text, about twice the time", measured, met: most <= GROWTH_MOST };
}

function ownHostile({ hostile, contenders }) {
  return ["addresses", "lists"].flatMap((kind) =>
    contenders[kind].flatMap(({ ours, title }, index) =>
      ours ? hostile[kind][index].map((one, at) => ({ ...one, title, text: hostile.texts[at] })) : []));
}

function wasmSize(module, size) {
  const target = `${module}.wasm: 42,000 bytes gzip (aim: 30,000)`;
  return { target, measured: count(size), met: size <= 42_000 };
}

function suggestions(name, { falseAlarms, real, right, mistyped }) {
  return [
    { target: `no false suggestion, domains ${name}`, measured: `${falseAlarms} of ${real}`, met: falseAlarms === 0 },
    { target: `9 of 10 slips right, domains ${name}`, measured: percent(right / mistyped), met: right >= 0.9 * mistyped },
  ];
}

function runOf(results, race, kind, id) {
  return results[race][results.contenders[kind].findIndex((contender) => contender.id === id)];
}
