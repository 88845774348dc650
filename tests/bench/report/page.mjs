/** docs/benchmarks.md: every figure of a half from one run. */

import { browserSections } from "./browser.mjs";
import { browserTargets } from "./browser-targets.mjs";
import { table } from "./format.mjs";
import { headlessSections } from "./headless.mjs";
import { targets } from "./targets.mjs";

const HALVES = {
  headless: { targets, sections: headlessSections },
  browser: { targets: browserTargets, sections: browserSections },
};

/** The page with those halves that there are results of, each as `{ about, results }`. */
export function page(measured) {
  const halves = Object.entries(measured).map(([name, half]) => ({ ...HALVES[name], half }));
  const reached = halves.flatMap(({ half, targets }) => targets(half.results));
  const rows = reached.map(({ target, measured, met }) => [target, measured, met ? "met" : "**not met**"]);
  return `# Benchmarks

This page is written by \`cargo xtask bench\` and never by hand; run it to get your own figures.

## What we set out to reach

${table(["target", "measured", ""], rows)}

${halves.map(({ half, sections }) => sections(half.about, half.results)).join("\n\n")}
`;
}
