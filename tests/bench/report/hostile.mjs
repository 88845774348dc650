/** The section on texts that are made to be slow. */

import { milliseconds, table, times } from "./format.mjs";

/** Shorter times say nothing about growth, in milliseconds. */
const GROWTH_FROM = 1;

/** Ours text by text, the others by their worst. */
export function hostileSection(results) {
  const { hostile, limits, sizes } = results;
  const field = ["addresses", "lists"].flatMap((kind) =>
    results.contenders[kind].map((contender, index) => ({ ...contender, kind, times: hostile[kind][index] })));
  return `### Texts that are made to be slow

Each is ${sizes.hostile / 1000} KB, once as a single address and once as a list; the best of up to ${limits.repeats} times. In brackets: how
many times as long as half of the text takes, where that is 1 ms or more; 2 is linear. What took more than
${limits.patience / 1000} s was ended.

${oursTable(field.filter(({ ours }) => ours), hostile.texts)}

The others by the text that is worst for them:

${othersTable(field.filter(({ ours }) => !ours), hostile.texts)}`;
}

function oursTable(field, texts) {
  const heads = ["", ...field.map(({ title, kind, native }) => (native ? `native, ${kind}` : title.split(" ").pop()))];
  const rows = texts.map((text, index) => [text, ...field.map(({ times }) => duration(times[index]))]);
  return table(heads, rows);
}

function othersTable(field, texts) {
  const rows = field.map(({ title, kind, times }) => {
    const order = [...texts.keys()].sort((a, b) => length(times[b]) - length(times[a]));
    const worst = order[0];
    const over = order.filter((index) => length(times[index]) > 5).length;
    const given = order.filter((index) => length(times[index]) === Infinity).length;
    return [title, kind, duration(times[worst]), texts[worst], `${over} of ${texts.length}`, given];
  });
  return table(["", "as", "worst", "on", "over 5 ms", "ended"], rows);
}

function length({ whole }) {
  return whole ?? Infinity;
}

function duration({ half, whole }) {
  if (whole === null) return "ended";
  return half >= GROWTH_FROM ? `${milliseconds(whole)} (${times(whole / half)})` : milliseconds(whole);
}
