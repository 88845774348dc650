/** Figures and tables as the page shows them. */

/** `1,234`. */
export function count(number) {
  return Math.round(number).toLocaleString("en");
}

/** Three digits that count: `12.3 ms`, `0.0456 ms`, `1,230 ms`. */
export function milliseconds(number) {
  return `${threeDigits(number)} ms`;
}

/** Three digits that count: `1.23×`. */
export function times(ratio) {
  return `${threeDigits(ratio)}×`;
}

/** `99.9 %`: rounded down, so that only what is whole reads as 100. */
export function percent(share) {
  return `${Math.floor(share * 1000) / 10} %`;
}

/** A Markdown table; the first column is text, the others are figures. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = heads.map((_, index) => (index === 0 ? "---" : "---:"));
  return [line(heads), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

function threeDigits(number) {
  return number >= 100 ? count(number) : String(Number(number.toPrecision(3)));
}
