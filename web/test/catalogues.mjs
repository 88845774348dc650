/** What can be wrong with a catalogue of words, compared with the English one. */

/** @typedef {string | Record<string, string>} Message */
/** @typedef {Record<string, Message>} Group */
/** @typedef {{ locale: string, ui: Group, errors: Group, apis: Group, scripts: Group }} Catalogue */
/** @typedef {{ path: string, group: string, forms: Record<string, string>, isPlural: boolean }} Entry */

/** Texts that may be as in English: names, abbreviations, file names, and what is written alike. */
const ALIKE = new Set([
  "ui.csv_name", "ui.csv_status", "ui.csv_server", "ui.csv_no", "ui.column_as", "ui.field_of", "ui.labelled",
  "ui.sentences", "ui.row_finding", "ui.summary_plan", "ui.suggestions", "ui.suggestions_found", "ui.undo_what",
  "ui.template_file", "ui.rest_file", "ui.placeholder", "ui.filter_all", "ui.file_refused", "ui.list",
  "ui.column_role", "ui.column_group", "ui.csv_role", "ui.cancel", "ui.count_of", "apis.extractor.settings.tenantId",
]);

/** Groups whose words are names, which many languages have in common. */
const NAMES = ["apis", "scripts"];

/** What each catalogue writes in a sign of its own instead. */
const SIGNS = [
  { name: "an apostrophe of typewriters", sign: /'/ },
  { name: "three dots instead of an ellipsis", sign: /\.\.\./ },
  { name: "two spaces", sign: / {2}/ },
  { name: "a space at an end", sign: /^\s|\s$/ },
];

/** The one sentence that names the sign itself. */
const NAMES_QUOTE = "errors.unclosed_quote";

/**
 * Each flaw in a sentence, none where the catalogue is whole.
 * @param {Catalogue} catalogue @param {Catalogue} english @param {string} name
 */
export function flaws(catalogue, english, name) {
  const found = catalogue.locale === name ? [] : [`its locale is ${catalogue.locale}`];
  const known = new Map(messages(english).map((entry) => [entry.path, entry]));
  const own = messages(catalogue);
  const paths = own.map(({ path }) => path);
  for (const path of known.keys()) if (!paths.includes(path)) found.push(`${path} is missing`);
  for (const path of paths) if (!known.has(path)) found.push(`${path} is unknown`);
  const inOrder = [...known.keys()].filter((path) => paths.includes(path));
  const places = paths.filter((path) => known.has(path));
  if (String(inOrder) !== String(places)) found.push("its keys stand in another order");
  return [...found, ...own.flatMap((entry) => flawsOf(entry, known.get(entry.path), name))];
}

/**
 * Every message with its forms; a text that is the same for every number has the form `other`.
 * @param {Catalogue} catalogue
 * @returns {Entry[]}
 */
function messages({ locale: _, ...groups }) {
  return Object.entries(groups).flatMap(([group, entries]) =>
    Object.entries(entries).map(([key, message]) => {
      const forms = typeof message === "string" ? { other: message } : message;
      return { path: `${group}.${key}`, group, forms, isPlural: typeof message !== "string" };
    }));
}

/** The data that a text has places for. @param {string} text */
function places(text) {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, place = ""]) => place);
}

/** @param {Entry} entry @param {Entry | undefined} model @param {string} name */
function flawsOf({ path, group, forms, isPlural }, model, name) {
  if (!model) return [];
  const found = [];
  if (model.isPlural && !isPlural) found.push(`${path} has no plural forms`);
  if (isPlural) found.push(...flawsOfForms(path, forms, name));
  for (const [form, text] of Object.entries(forms)) {
    found.push(...flawsOfText(`${path} (${form})`, text, path, name));
    found.push(...flawsOfPlaces(`${path} (${form})`, text, model.forms, isNumberless(form, name)));
    const isSame = name !== "en" && text === (model.forms[form] ?? model.forms.other);
    if (isSame && !ALIKE.has(path) && !NAMES.includes(group)) found.push(`${path} is English`);
  }
  return found;
}

/** @param {string} path @param {Record<string, string>} forms @param {string} name */
function flawsOfForms(path, forms, name) {
  const wanted = categories(name);
  const missing = wanted.filter((form) => !Object.hasOwn(forms, form));
  const superfluous = Object.keys(forms).filter((form) => !wanted.includes(form));
  return [
    ...missing.map((form) => `${path} has no form ${form}`),
    ...superfluous.map((form) => `${path} has a form ${form}, which ${name} has not`),
  ];
}

/** @param {string} where @param {string} text @param {string} path @param {string} name */
function flawsOfText(where, text, path, name) {
  const found = text === "" ? [`${where} is empty`] : [];
  // The core's sentences are written for terminals, too.
  const isCore = name === "en" && path.startsWith("errors.");
  const signs = SIGNS.filter(({ sign }) => sign.test(text) && !isCore);
  found.push(...signs.map((sign) => `${where} has ${sign.name}`));
  if (text.includes('"') && path !== NAMES_QUOTE) found.push(`${where} has a quote of typewriters`);
  if (/[{}]/.test(text.replace(/\{\w+\}/g, ""))) found.push(`${where} has a brace that is no place`);
  return found;
}

/** @param {string} where @param {string} text @param {Record<string, string>} model @param {boolean} numberless */
function flawsOfPlaces(where, text, model, numberless) {
  const [own, wanted] = [new Set(places(text)), new Set(places(String(model.other)))];
  const lost = [...wanted].filter((place) => !own.has(place) && !(numberless && place === "count"));
  const added = [...own].filter((place) => !wanted.has(place));
  return [
    ...lost.map((place) => `${where} has no {${place}}`), ...added.map((place) => `${where} has {${place}}`),
  ];
}

/** Whether the form is for one number alone, so that a word may say it. @param {string} form @param {string} name */
function isNumberless(form, name) {
  const rules = new Intl.PluralRules(name);
  const numbers = [...Array(1000).keys()].filter((number) => rules.select(number) === form);
  return numbers.length === 1;
}

/** @param {string} name @returns {string[]} */
function categories(name) {
  return new Intl.PluralRules(name).resolvedOptions().pluralCategories;
}
