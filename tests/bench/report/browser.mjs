/** The half of docs/benchmarks.md on what a person waits for in a browser. */

import { count, milliseconds, percent, table, times } from "./format.mjs";
import { beside } from "./browser-targets.mjs";
import { busy } from "./machine.mjs";

const NOT_IN_TIME = "not in a minute";
const MEGABYTE = 1_000_000;

/** All sections; `about` is the machine, `results` what was compared. */
export function browserSections(about, results) {
  return [
    opening(about, results),
    pasteSection(about, results),
    growthSection(results),
    keySection(results),
    startSection(results),
    sizeSection(results),
    officeSection(results),
  ].join("\n\n");
}

function opening({ date, cpu, cores, load }, { chromium, rounds }) {
  return `## In a browser

Measured on ${date} in Chromium ${chromium}, headless, on ${cores} cores of ${cpu}: the element \`<invite-users>\` for an API
with one role for each person, react-multi-email with the production build of React, and Tagify, each set up as its own
README shows and on a page of its own, with the same data from the same server. A paste is a real one: the text is on
the clipboard and Ctrl+V is pressed. Each measurement is made in a fresh browser and in turns (A B C, A B C); figures
are medians of ${rounds.counted}. A row of ours has its own list of roles, the others show a label.${busy(load, 2)}`;
}

function pasteSection({ versions }, { contenders, paste, sizes }) {
  const rows = contenders.map((contender, index) => [titled(versions, contender), ...pasteCells(paste, index)]);
  return `### A paste of ${count(sizes.paste)} addresses

From the paste event until all are in the component's own list, a frame with them is painted, and a character that is
typed then is painted in the field:

${table(["", "time", "at best", "time ÷ ours", "longest task", "in the worst round"], rows)}

The time in which the measuring itself decides to type is left out, unless the page was at work in it. Tasks under 50 ms
are not told apart by the browser.`;
}

function pasteCells(paste, index) {
  const run = paste[index];
  if (!run) return [NOT_IN_TIME, "–", "–", "–", "–"];
  const figures = [run.median, Math.min(...run.times)].map(milliseconds);
  return [...figures, times(beside(paste, index)), task(run.longest), task(run.worst)];
}

function task(longest) {
  return longest > 0 ? milliseconds(longest) : "under 50 ms";
}

function growthSection({ contenders, growth, rounds, sizes }) {
  const rows = contenders.flatMap(({ title }, index) => sizes.growth.map((size, at) => {
    const run = growth[index][at];
    return [title, count(size), ...(run ? growthCells(run, size) : [NOT_IN_TIME, "–", "–", "–", "–"])];
  }));
  const { growth: most } = rounds;
  const heads = ["", "addresses", "time", "µs each", "longest task", "memory", "DOM nodes"];
  return `### How it grows

${table(heads, rows)}

Memory is what JavaScript holds after garbage collection, and the memory of WebAssembly, which never shrinks; the DOM is not
in it, but its nodes are counted. Figures are medians of ${most}; what takes over 5 s is measured once, what takes over
a minute is ended, and what is larger then is not tried.${goes(contenders)}`;
}

/** Who has to paste in several goes. */
function goes(contenders) {
  const limited = contenders.filter(({ most }) => most);
  const sentence = ({ title, most }) => ` One paste into ${title} may have ${count(most)}; more are pasted in several.`;
  return limited.map(sentence).join("");
}

function growthCells({ median, longest, memory }, size) {
  const held = (memory.script + memory.wasm) / MEGABYTE;
  const each = count((median / size) * 1000);
  return [milliseconds(median), each, task(longest), `${held.toFixed(1)} MB`, count(memory.nodes)];
}

function keySection({ contenders, keys, sizes }) {
  const rows = keys.map(({ id, field, median, longest }) => {
    const { title } = contenders.find((one) => one.id === id);
    const where = field === "search" ? `${title}, search` : title;
    return [where, ...(median ? [milliseconds(median), milliseconds(longest)] : [NOT_IN_TIME, "–"])];
  });
  return `### A key beside ${count(sizes.keys)} people

From the key event to the first task after the frame with its character (and in the search field, with those found) is
painted. The browser runs without a limit on frames: a screen adds the time to its next refresh, up to 16.7 ms, for
everybody.

${table(["", "median", "longest"], rows)}`;
}

function startSection({ contenders, start }) {
  const rows = contenders.map(({ title }, index) => {
    const { median } = start[index];
    return [title, milliseconds(median.first), milliseconds(median.later)];
  });
  return `### Until it can be used

From the arrival of the script to a typed character that is painted, from a server on the same machine. The first visit
finds no cache; the fourth finds the files, and the code that the browser kept of them:

${table(["", "first visit", "fourth visit"], rows)}`;
}

function sizeSection({ contenders, bytes }) {
  const rows = contenders.map(({ title, needs }, index) => {
    const { script, style, wasm, all } = bytes[index];
    const parts = [script, style, wasm].map((part) => (part ? count(part.gzip) : "–"));
    return [needs ? `${title}, with ${needs}` : title, ...parts, count(all.gzip), count(all.brotli)];
  });
  return `### What a page loads

In bytes after gzip, each bundled and minified by the same esbuild:

${table(["", "scripts", "styles", "WebAssembly", "all, gzip", "all, brotli"], rows)}

Reported elsewhere and not measured in this run, for whole widgets that manage the users of one service: Descope 123 KB
of scripts, and a library loaded from elsewhere; WorkOS 166 KB of scripts and 86 KB of styles (gzip, npm builds of
November 2026).`;
}

function officeSection({ contenders, office }) {
  const { entries, people, named, rejects, repeats, results } = office;
  const rows = contenders.map(({ title }, index) => {
    const { found, named: right, twice, strangers, kept } = results[index];
    const share = `${count(found)} (${percent(found / people)})`;
    return [title, share, ...[right, twice, strangers, kept].map(count)];
  });
  const heads = ["", `of ${count(people)} people`, `of ${count(named)} names`, "in it twice", "wrongly accepted",
    `of ${count(rejects)} slips kept`];
  return `### What becomes of an office's list

${count(entries)} entries in one line between commas: addresses alone, \`Ann Lee <ann@…>\` and \`"Lee, Ann" <ann@…>\`; ${count(repeats)} of them
repeat somebody, in capitals or in brackets, and ${count(rejects)} have a slip. Who is found, with the right name; who would be invited
twice; what is accepted and is nobody; which slips are still there to be corrected.

${table(heads, rows)}

react-multi-email runs with \`allowDisplayName\` and \`stripDisplayName\` (without the second, name and address stay one
text), Tagify with \`keepInvalidTags\` and the pattern of \`<input type="email">\`; it has no notion of a name.`;
}

function titled(versions, { title, package: name }) {
  return name ? `${title} ${versions[name]}` : title;
}
