/** The words that a person reads, from the package's own English catalogue. */

import { readFileSync } from "node:fs";

const CATALOGUE = new URL("../../web/locales/en.json", import.meta.url);
const { ui: UI, errors: ERRORS } = JSON.parse(readFileSync(CATALOGUE, "utf8"));

const STATUSES = ["invited", "failed", "unconfirmed", "not_sent", "waiting", "sending"];

/** A text of the interface, its places filled in. */
export function ui(key, params = {}) {
  return filled(UI, key, params);
}

/** What an outcome means by the word that a row says of it. */
export function statusOf(words) {
  return STATUSES.find((status) => UI[`status_${status}`] === words);
}

/** The sentence for a problem with a setting, as it is told beside the setting. */
export function askedSentence(code) {
  return ui(`asked_${code}`);
}

/** A pattern of a text of the interface, whatever stands in its places, one or many. */
export function uiPattern(key) {
  const templates = Object.values(typeof UI[key] === "string" ? [UI[key]] : UI[key]);
  const literal = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".+");
  return new RegExp(templates.map(literal).join("|"));
}

/** The sentence for the code of an error, hint, problem or outcome, as it stands in a row. */
export function sentence(code, params = {}) {
  const text = filled(ERRORS, code, params);
  return ERRORS[code].startsWith("{") ? text : text[0].toUpperCase() + text.slice(1);
}

function filled(group, key, params) {
  const entry = group[key];
  if (entry === undefined) throw new Error(`the catalogue has no text ${key}`);
  const plural = new Intl.PluralRules("en").select(params.count ?? 2);
  const template = typeof entry === "string" ? entry : entry[plural] ?? entry.other;
  return template.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place));
}
