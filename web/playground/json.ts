/** JSON for reading. */

/** The same JSON text, indented; token by token, since parsing would round 64-bit integers. */
export function indent(json: string): string {
  const tokens = json.match(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let [text, depth] = ["", 0];
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [index, token] of tokens.entries()) {
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
