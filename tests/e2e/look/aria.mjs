/** What a screen reader is told in each state, as it was when somebody last looked at it. */

import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";

const FOLDER = new URL("aria/", import.meta.url);

/** How long a tree may differ: what is announced comes a moment after what is seen. */
const PATIENCE = 3000;
const PAUSE = 100;

/** How the state's accessibility tree differs from what is kept of it; with `UPDATE_SNAPSHOTS=1` it is kept anew. */
export async function ariaDiffers(host, state) {
  const file = new URL(`${state}.yml`, FOLDER);
  if (process.env.UPDATE_SNAPSHOTS) return keep(file, await lastTree(host));
  if (!existsSync(file)) return [`there is no aria/${state}.yml: run with UPDATE_SNAPSHOTS=1, and read what it writes`];
  const kept = readFileSync(file, "utf8");
  const now = await treeWhen(host, (tree) => tree === kept);
  return changedLines(kept, now).map((line) => `aria/${state}.yml: ${line}`);
}

/** The tree as soon as it is as wanted, else as it is when nobody waits any longer. */
async function treeWhen(host, isWanted) {
  for (const end = performance.now() + PATIENCE; ;) {
    const tree = `${lasting(await host.ariaSnapshot())}\n`;
    if (isWanted(tree) || performance.now() > end) return tree;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** The tree after everything has been announced. */
function lastTree(host) {
  return treeWhen(host, () => false);
}

/** What does not run on: seconds are counted down, and each run's server has a port of its own. */
export function lasting(snapshot) {
  return snapshot.replace(/\b\d+(?= seconds?\b| s\b)/g, "N").replace(/(127\.0\.0\.1|localhost):\d+/g, "$1:PORT");
}

/** The lines that only one of two texts has. */
export function changedLines(before, after) {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  return [
    ...without(old, fresh).map((line) => `no longer there: ${line.trim()}`),
    ...without(fresh, old).map((line) => `new: ${line.trim()}`),
    ...(before !== after && without(old, fresh).length + without(fresh, old).length === 0 ? ["in another order"] : []),
  ];
}

/** The lines of the first that the second has not, or has less often. */
function without(lines, others) {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

async function keep(file, text) {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, text);
  return [];
}
