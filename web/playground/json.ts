/** JSON for reading. */

/** The most characters of one text that are shown. */
const LIMIT = 20_000;

/** The same text, cut where it is longer than anybody reads. */
export function clip(text: string): string {
  if (text.length <= LIMIT) return text;
  return `${text.slice(0, LIMIT)}\n… and ${(text.length - LIMIT).toLocaleString("en")} more characters`;
}

/** The same JSON text, indented; token by token, since parsing would round 64-bit integers. */
export function indent(json: string): string {
  const tokens = json.match(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let [text, depth] = ["", 0];
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [index, token] of tokens.entries()) {
    if (text.length > LIMIT) return clip(text + tokens.slice(index).join(""));
    const empty = /[[{]/.test(tokens[index - 1] ?? "") && /[\]}]/.test(token);
    if (/[\]}]/.test(token)) depth -= 1;
    if (/[\]}]/.test(token) && !empty) text += line();
    text += token === ":" ? ": " : token;
    if (/[[{]/.test(token)) depth += 1;
    const next = tokens[index + 1] ?? "";
    if (token === "," || (/[[{]/.test(token) && !/[\]}]/.test(next))) text += line();
  }
  return text;
}
