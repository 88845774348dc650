/** A language that nobody speaks: English with accents, 40 % longer, which shows what has no room and what is not translated. */

import { readFileSync } from "node:fs";

const CATALOGUE = new URL("../../../web/locales/en.json", import.meta.url);
const LONGER = 1.4;
const PLAIN = "AEIOUYaeiouycnsz";
const ACCENTED = "ÅÉÎÕÜÝåéîõüýçñšž";

/** Every message of the English catalogue in it, as the `messages` of an element. */
export function pseudoMessages() {
  const { ui, errors, roles, settings } = JSON.parse(readFileSync(CATALOGUE, "utf8"));
  return JSON.parse(JSON.stringify({ ui, errors, roles, settings }), (_, value) =>
    typeof value === "string" ? pseudo(value) : value);
}

/** A message in it: places are kept, and what is added stands at its end, where words are cut off first. */
export function pseudo(message) {
  const words = message.replace(/\{\w+\}|./gsu, (piece) => ACCENTED[PLAIN.indexOf(piece)] ?? piece);
  const length = message.replace(/\{\w+\}/g, "").length;
  return words + padding(Math.ceil(length * (LONGER - 1)));
}

/** So many letters, in words that can be broken between. */
function padding(length) {
  return " ñöó ëëñ ôôø".repeat(Math.ceil(length / 12)).slice(0, length);
}
