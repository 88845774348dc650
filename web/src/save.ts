/** Hands a text file to the person at the page, to be saved. */

/** Starts the download of a file of that name; a blob needs nothing of the host's policy. */
export function save(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), BEGUN);
}

/** After this long, in milliseconds, every browser has read what it saves. */
const BEGUN = 60_000;
