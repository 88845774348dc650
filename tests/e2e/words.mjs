/** The words that a person reads, from the package's own English catalogue. */

import { readFileSync } from "node:fs";

const { ui: UI, errors: ERRORS } = catalogue("en");

/** Languages in which each text in a sentence has a direction of its own. */
const FROM_RIGHT = ["ar", "he"];

const STATUSES = ["invited", "failed", "unconfirmed", "not_sent", "waiting", "sending"];

/** A text of the interface, its places filled in. */
export function ui(key, params = {}) {
  return filled(UI, key, params);
}

/** The same in another language. */
export function wordsOf(locale) {
  const { ui } = catalogue(locale);
  const told = FROM_RIGHT.includes(locale) ? isolated : (value) => value;
  return (key, params = {}) => {
    const data = Object.entries(params).map(([name, value]) => [name, told(value)]);
    return filled(ui, key, Object.fromEntries(data), locale);
  };
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

function isolated(value) {
  return typeof value === "string" ? `\u2068${value}\u2069` : value;
}

function catalogue(locale) {
  return JSON.parse(readFileSync(new URL(`../../web/locales/${locale}.json`, import.meta.url), "utf8"));
}

function filled(group, key, params, locale = "en") {
  const entry = group[key];
  if (entry === undefined) throw new Error(`the catalogue has no text ${key}`);
  const plural = new Intl.PluralRules(locale).select(params.count ?? 2);
  const template = typeof entry === "string" ? entry : entry[plural] ?? entry.other;
  return template.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place));
}
