/** What the element set out to reach in a browser, and whether this run reached it. */

import { ratio } from "../statistics.mjs";
import { count, milliseconds, times } from "./format.mjs";

/** Ten times the people may take ten times as long, and half as much again for chance. */
const GROWTH_MOST = 1.5;

/** Each as `{ target, measured, met }`. */
export function browserTargets(results) {
  const { paste, keys, start, bytes } = results;
  return [
    faster(results, "react-multi-email", 3),
    faster(results, "tagify", 15),
    longestTask(paste[0]),
    ...linear(results),
    ...keys.filter(({ id }) => id === "invite-users").map(({ field, median }) =>
      atMost(`a key in the ${field === "search" ? "search field" : "field"} painted in 16 ms`, median, 16)),
    atMost("interactive in 150 ms, first visit", start[0].median.first, 150),
    atMost("interactive in 150 ms, fourth visit", start[0].median.later, 150),
    wasmSize(bytes[0].wasm.gzip),
  ];
}

/** How many times as long as ours a contender took for a paste. */
export function beside(paste, index) {
  return ratio(paste[index], paste[0]);
}

function faster({ contenders, paste, sizes }, id, least) {
  const index = contenders.findIndex((one) => one.id === id);
  const target = `a paste of ${count(sizes.paste)} ${least}× as fast as ${contenders[index].title}`;
  if (!paste[index]) return { target, measured: "not in a minute", met: true };
  const gain = beside(paste, index);
  return { target, measured: times(gain), met: gain >= least };
}

function linear({ growth, sizes }) {
  const [first, last] = [growth[0][0], growth[0].at(-1)];
  const title = (what) => `${what} linear from ${count(sizes.growth[0])} to ${count(sizes.growth.at(-1))}`;
  if (!first || !last) return [{ target: title("time and memory"), measured: "not in a minute", met: false }];
  const share = sizes.growth.at(-1) / sizes.growth[0];
  const grown = (what, by) =>
    ({ target: title(what), measured: `${times(by)} for ${times(share)}`, met: by <= share * GROWTH_MOST });
  const held = ({ memory }) => memory.script + memory.wasm;
  return [grown("time", last.median / first.median), grown("memory", held(last) / held(first))];
}

function longestTask({ longest, worst }) {
  const task = (time) => (time > 0 ? milliseconds(time) : "none");
  const measured = `${task(longest)} (worst round: ${task(worst)})`;
  return { target: "no task over 50 ms in a paste", measured, met: longest <= 50 };
}

function atMost(target, measured, most) {
  return { target, measured: milliseconds(measured), met: measured <= most };
}

function wasmSize(size) {
  return { target: "widget.wasm: 115,000 bytes gzip (aim: 90,000)", measured: count(size), met: size <= 115_000 };
}
