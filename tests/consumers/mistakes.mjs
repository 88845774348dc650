/** Holds what a type checker says of a project's templates against the mistakes that are marked in them. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every marked line, and no other, is complained of in the words of its mark. */
export function assertFound(project, printed) {
  const marked = mistakes(project);
  assert.ok(marked.length > 0, `no mistake is marked in ${project}`);
  const told = complaints(printed).map(({ place, words }) => ({ place, words: expected(marked, place, words) }));
  assert.deepEqual(told, marked, printed);
}

/** The words of the mark where the complaint has them, else its own. */
function expected(marked, place, words) {
  const mark = marked.find((mistake) => mistake.place === place);
  return mark && words.includes(mark.words) ? mark.words : words;
}

/** A mark stands in the line before its mistake. */
function mistakes(project) {
  const files = readdirSync(project).filter((file) => /\.(vue|svelte)$/.test(file)).sort();
  return files.flatMap((file) => {
    const lines = readFileSync(join(project, file), "utf8").split("\n");
    return lines.flatMap((line, index) => {
      const words = /MISTAKE: (.*?)(?: -->)?$/.exec(line)?.[1];
      return words ? [{ place: `${file}:${index + 2}`, words }] : [];
    });
  });
}

/** As vue-tsc and `svelte-check --output machine` print them. */
function complaints(printed) {
  const lines = /^(?:(?:(?<vue>\S+)\((?<row>\d+),\d+\): )?error |\d+ ERROR "(?<svelte>.+?)" (?<line>\d+):\d+ )(?<rest>.*)$/gm;
  return [...printed.matchAll(lines)].map(({ groups: { vue, row, svelte, line, rest } }) => {
    return { place: `${vue ?? svelte}:${row ?? line}`, words: svelte ? JSON.parse(rest) : rest };
  });
}
