/** What the declarations that TypeScript writes, and the tables of our pages, say of their members. */

/**
 * The members of an interface or class, in the order in which they stand there.
 * @param {string} source a `.d.ts` file as tsc writes it @param {string} name
 * @returns {{ name: string, type: string, description: string, method: boolean, readonly: boolean }[]}
 */
export function membersOf(source, name) {
  const [, body = ""] = new RegExp(`(?:interface|class) ${name}\\b[^\\n]*\\{\\n(.*?)^\\}`, "ms").exec(source) ?? [];
  const member = /^ {4}(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\n {4})?((?:get |readonly |static )*)"?([\w-]+)"?\??(\([^\n]*\))?: ([^\n]*);$/gm;
  return [...body.matchAll(member)]
    .filter(([, doc, how = ""]) => doc !== undefined && !how.includes("static"))
    .map(([, doc = "", how = "", name = "", parameters, type = ""]) => ({
      name, type: parameters && !how ? `${parameters} => ${type}` : type.replace(/ \| undefined$/, ""),
      description: plain(doc), method: Boolean(parameters) && !how, readonly: isReadonly(body, how, name),
    }));
}

/**
 * The rows of the table under a heading: the names in the first cell, and the other cells.
 * @param {string} page @param {string} heading
 */
export function rowsOf(page, heading) {
  const [section = ""] = page.split(/^## /m).filter((part) => part.startsWith(`${heading}\n`));
  const [, table = ""] = section.split(/^\|(?:---\|)+$/m);
  return [...table.matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) => {
    const [names = "", ...cells] = row.split(" | ");
    return { names: [...names.matchAll(/`([\w-]+)`/g)].map(([, name = ""]) => name), cells };
  });
}

/** A comment as one line. @param {string} doc */
function plain(doc) {
  return doc.replace(/^\s*\* ?/gm, "").replace(/\s+/g, " ").trim();
}

/** @param {string} body @param {string} how @param {string} name */
function isReadonly(body, how, name) {
  return how.includes("readonly") || (how.includes("get ") && !body.includes(`set ${name}(`));
}
