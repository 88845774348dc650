/** Sizes as a table, and what is over its budget. */

/** @typedef {import("./measure.mjs").Size} Size */

/**
 * Every wasm module and every entry: as it is, after gzip and after brotli.
 * @param {Map<string, Size>} wasm
 * @param {import("./measure.mjs").EntrySize[]} entries
 */
export function sizeTable(wasm, entries) {
  const modules = [...wasm].map(([name, size]) => row(name, size));
  const loads = entries.map(({ entry, all }) => row(specifier(entry), all));
  return [line(["a page loads for", "raw", "gzip", "brotli"]), ...loads, line(["of which"]), ...modules].join("\n");
}

/**
 * What is larger than it may be, as a table of how much it grew; nothing where all is within its budget.
 * @param {import("./measure.mjs").Budget} limits
 * @param {Map<string, Size>} wasm
 * @param {import("./measure.mjs").EntrySize[]} entries
 */
export function overBudget(limits, wasm, entries) {
  const modules = [...wasm].map(([name, { gzip }]) => ({ name, gzip, most: limits.wasm[name] ?? 0 }));
  const scripts = entries.map(({ entry, scripts: { gzip } }) => {
    return { name: `scripts of ${specifier(entry)}`, gzip, most: limits.entries[entry]?.scripts ?? 0 };
  });
  const over = [...modules, ...scripts].filter(({ gzip, most }) => gzip > most);
  const rows = over.map(({ name, gzip, most }) => line([name, count(most), count(gzip), `+${count(gzip - most)}`]));
  return rows.length === 0 ? null : [line(["over its budget", "may have", "has", "over"]), ...rows].join("\n");
}

/** What is imported for an entry. @param {string} entry */
export function specifier(entry) {
  return entry.replace(/^\./, "invite-users");
}

/** With commas between thousands. @param {number} bytes */
export function count(bytes) {
  return bytes.toLocaleString("en");
}

/** @param {string} name @param {Size} size */
function row(name, { raw, gzip, brotli }) {
  return line([name, count(raw), count(gzip), count(brotli)]);
}

/** @param {string[]} cells */
function line([name = "", ...cells]) {
  return name.padEnd(38) + cells.map((cell) => cell.padStart(11)).join("");
}
