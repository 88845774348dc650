/** What the figures were measured on, and when. */

import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, platform } from "node:os";

/**
 * The date, the machine with its load in the last five minutes, and the versions of the packages as they are
 * installed.
 */
export function machine() {
  const here = new URL("../", import.meta.url);
  const read = (path) => JSON.parse(readFileSync(new URL(path, here), "utf8"));
  const names = Object.keys(read("package.json").devDependencies);
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    system: `${platform()} ${arch()}`,
    cpu: cpus()[0]?.model ?? "an unknown processor",
    cores: cpus().length,
    load: loadavg()[1],
    versions: Object.fromEntries(names.map((name) => [name, read(`node_modules/${name}/package.json`).version])),
  };
}

/** What to say where the machine did more than the run, which is a load of `own` by itself. */
export function busy(load, own) {
  if (load < own + 0.5) return "";
  return `

**The machine had other work to do during this run** (load ${load.toFixed(1)}, of which the run itself is ${own}), so times are
longer than they need be. The ratios and the best times say more.`;
}
