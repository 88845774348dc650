/** Writes what editors read into dist/, once the declarations are there. */

import { readFileSync, writeFileSync } from "node:fs";
import { htmlData, webTypes } from "./editors.mjs";
import { manifest } from "./manifest.mjs";

const web = new URL("../", import.meta.url);

/** The manifest, VS Code's custom data, JetBrains' web-types. */
export function writeEditorData() {
  const told = manifest();
  const element = told.modules.flatMap(({ declarations }) => declarations)[0];
  const description = JSON.parse(readFileSync(new URL("package.json", web), "utf8"));
  write("custom-elements.json", told);
  write("vscode.html-custom-data.json", htmlData(element));
  write("web-types.json", webTypes(element, description));
}

/** @param {string} name @param {object} value */
function write(name, value) {
  writeFileSync(new URL(`dist/${name}`, web), `${JSON.stringify(value, null, 2)}\n`);
}
