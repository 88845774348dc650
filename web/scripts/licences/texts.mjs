/** The text of a crate's licence: its own, or where it brings none, the licence's with the names of its authors. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Words that only this licence has: by its name a file may hold any. @type {Record<string, string>} */
const WORDS = {
  "Apache-2.0": "Apache License",
  MIT: "Permission is hereby granted, free of charge",
  "Unicode-3.0": "UNICODE LICENSE V3",
  Zlib: "provided 'as-is'",
  "BSL-1.0": "Boost Software License",
};

/** For crates without a file of their own. @type {Record<string, string>} */
const STANDARD = {
  "Apache-2.0": readFileSync(new URL("../../../LICENSE-APACHE", import.meta.url), "utf8"),
  MIT: readFileSync(new URL("../../../LICENSE-MIT", import.meta.url), "utf8"),
};

/**
 * The text under which the crate is used, with a NOTICE where there is one (section 4 d of Apache-2.0).
 * @param {import("./crates.mjs").Crate} crate
 * @param {string} licence
 */
export function licenceText(crate, licence) {
  const files = crate.folder ? readdirSync(crate.folder).sort() : [];
  const read = /** @param {string} file */ (file) => readFileSync(join(crate.folder ?? "", file), "utf8");
  const text = files.filter(isLicence).map(read).find((content) => isText(content, licence)) ?? standard(crate, licence);
  const notices = files.filter((file) => /^notice/i.test(file)).map(read);
  return [terms(text), ...notices.map(tidy)].join("\n\n");
}

/** @param {string} file */
function isLicence(file) {
  return /^(licen[cs]e|copying|unlicense)/i.test(file);
}

/** @param {string} text @param {string} licence */
function isText(text, licence) {
  return text.includes(WORDS[licence] ?? licence);
}

/** @param {import("./crates.mjs").Crate} crate @param {string} licence */
function standard({ name, version, authors }, licence) {
  const text = STANDARD[licence];
  if (!text) throw new Error(`${name} ${version} brings no text of the licence ${licence}`);
  const names = authors.map((author) => author.replace(/ *<.*>/, ""));
  const owners = names.join(", ") || `the authors of ${name}`;
  return text.replace(/^Copyright .*$/m, `Copyright (c) ${owners}`);
}

/** What follows the terms of Apache-2.0 says how to apply them. @param {string} text */
function terms(text) {
  const end = text.indexOf("END OF TERMS AND CONDITIONS");
  return tidy(end === -1 ? text : text.slice(0, end));
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\r\n/g, "\n").replace(/^\s*\n/, "").trimEnd();
}
