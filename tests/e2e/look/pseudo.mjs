/** A language that nobody speaks: English with accents, 40 % longer, which shows what has no room and what is not translated. */

import { readFileSync } from "node:fs";

const CATALOGUE = new URL("../../../web/locales/en.json", import.meta.url);
/** For each word; with spaces and places, which stay as they are, a text is 40 % longer. */
const LONGER = 1.45;
const PLAIN = "AEIOUYaeiouycnsz";
const ACCENTED = "ÅÉÎÕÜÝåéîõüýçñšž";

/** Every message of the English catalogue in it, as the `messages` of an element. */
export function pseudoMessages() {
  const { ui, errors, roles, settings } = JSON.parse(readFileSync(CATALOGUE, "utf8"));
  return JSON.parse(JSON.stringify({ ui, errors, roles, settings }), (_, value) =>
    typeof value === "string" ? pseudo(value) : value);
}

/** A message in it: places are kept, and each word is longer, so that one that begins another one still does. */
export function pseudo(message) {
  return message.replace(/\{\w+\}|\p{L}+/gu, (piece) => (piece.startsWith("{") ? piece : longer(piece)));
}

/** A word with accents, its first vowel drawn out. */
function longer(word) {
  const accented = word.replace(/./gu, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
  const drawnOut = Math.ceil(word.length * (LONGER - 1));
  return accented.replace(/[åéîõüý]|$/iu, (vowel) => vowel + (vowel || "ø").toLowerCase().repeat(drawnOut));
}
