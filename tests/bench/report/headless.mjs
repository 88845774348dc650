/** The half of docs/benchmarks.md on what programs call, with no browser. */

import { ratio } from "../statistics.mjs";
import { count, milliseconds, percent, table, times } from "./format.mjs";
import { hostileSection } from "./hostile.mjs";
import { busy } from "./machine.mjs";

/** All sections; `about` is the machine, `results` what was compared. */
export function headlessSections(about, results) {
  return [
    opening(about, results),
    addressSection(about, results),
    verdictSection(results),
    listSection(about, results),
    hostileSection(results),
    typoSection(about, results),
  ].join("\n\n");
}

function opening({ date, cpu, cores, node, system, load }, { rounds, sizes }) {
  return `## In JavaScript and native

Measured on ${date} with Node.js ${node} (${system}) on ${cores} cores of ${cpu}.

The data is made from a seed, so it is the same everywhere: ${count(sizes.addresses)} addresses, each built to be right
or to be wrong in one way; a list of ${count(sizes.entries)} people; texts that are made to be slow; mistyped domains. Every
contender runs in a process of its own, warmed up ${rounds.warm} times and then timed ${rounds.counted} times in turns (A B C, A B C), so
that a busy machine is unfair to nobody. Times and ratios are medians of the rounds. Every result is
read, not only counted: the address, the name, or what is wrong. Times of invite-users in JavaScript include the way into
WebAssembly and back.${busy(load, 1)}`;
}

function addressSection(about, results) {
  const { addresses, sizes, contenders, gzip, checkEntry } = results;
  const each = (time) => (time / sizes.addresses) * 1e6;
  const cells = (run) => {
    if (run.error) return [failed(run.error), "–", "–"];
    return [count(each(run.median)), count(each(run.best)), times(ratio(run, addresses[0]))];
  };
  const rows = contenders.addresses.map((contender, index) =>
    [titled(about, contender), ...cells(addresses[index]), bytes(gzip[contender.id])]);
  return `### ${count(sizes.addresses)} addresses

${table(["", "ns an address", "at best", "time ÷ `checkEmails`", "gzip bytes"], rows)}

${whereWeLose(contenders.addresses, addresses)}

The size of ours is the whole package: lists, plans, replies and sending too; the entry \`invite-users/check\`, built
for size, has these functions and lists in ${count(checkEntry)}. That of the others is what a page would load for this
one function.`;
}

function whereWeLose(field, runs) {
  const faster = field.filter(({ ours }, index) => !ours && runs[index].median < runs[0].median);
  if (faster.length === 0) return "Nothing here is faster than `checkEmails`.";
  return `Faster than \`checkEmails\`: ${faster.map(({ title }) => title).join(", ")}. Who needs only a yes or no for
one address in a form is well served by a plain regex; the next table shows what its answer is worth.`;
}

function verdictSection({ addresses, contenders }) {
  const rows = contenders.addresses.map(({ title }, index) => {
    const { valid, invalid, misjudged } = addresses[index];
    return [title, percent(valid), percent(invalid), misjudged.join(", ") || "–"];
  });
  return `### How the same addresses are judged

${table(["", "valid called valid", "invalid called invalid", "sorts that are mostly misjudged"], rows)}

What is valid is our own ruling, for an invite form: quoted local parts, comments, address literals and domains
without a dot are refused although RFC 5321 or RFC 5322 has them, and addresses beyond ASCII are accepted. A library
with another purpose may rightly answer otherwise. isemail runs with \`minDomainAtoms: 2\`, the others as they come.`;
}

function listSection(about, results) {
  const { mixed, comma, sizes, contenders, gzip } = results;
  const cells = (run, own) => {
    if (run.error) return [failed(run.error), "–", "–", "0", "0"];
    const beside = run.addresses > 0 ? times(ratio(run, own)) : "–";
    return [milliseconds(run.median), milliseconds(run.best), beside, count(run.addresses), count(run.people)];
  };
  const lines = (runs) => contenders.lists.map((contender, index) =>
    [titled(about, contender), ...cells(runs[index], runs[0]), bytes(gzip[contender.id])]);
  const heads = ["", "time", "at best", "time ÷ `parseList`", "addresses found", "with the right name", "gzip bytes"];
  return `### A pasted list of ${count(sizes.entries)} people

Bare addresses, \`<ann@…>\`, \`Ann Lee <ann@…>\`, \`"Lee, Ann" <ann@…>\` and, on lines of their own, \`Lee, Ann <ann@…>\`,
between commas, semicolons and both sorts of line ends:

${table(heads, lines(mixed))}

The same people as one line between commas, every name with a comma in quotes:

${table(heads, lines(comma))}

email-addresses runs with \`rfc6532: true\` and addressparser with \`flatten: true\`, the others as they come.`;
}

function typoSection(about, { typos, contenders, gzip }) {
  const rows = Object.entries(typos).flatMap(([name, runs]) => contenders.typos.map((contender, index) => {
    const { median, falseAlarms, real, right, mistyped } = runs[index];
    const each = count((median / (real + mistyped)) * 1e6);
    const figures = [`${right} of ${mistyped}`, `${falseAlarms} of ${real}`, each];
    return [titled(about, contender), name, ...figures, bytes(gzip[contender.id])];
  }));
  return `### Mistyped domains

${table(["", "set", "slips mended rightly", "real domains doubted", "ns an address", "gzip bytes"], rows)}

The sets are those of tests/data/domains.json. Ours was tuned by the set \`known\`, so its figures there say that it
does what it was built for, no more.`;
}

function titled({ versions }, { title, package: name }) {
  return name ? `${title} ${versions[name]}` : title;
}

/** The first line of what a library threw. */
function failed(error) {
  return `fails: ${error.split("\n")[0]}`;
}

function bytes(size) {
  return size ? count(size) : "–";
}
