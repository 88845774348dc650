/** Texts that make a reader go back over and over what it has read. */

/** Each as `{ name, text }`, of so many bytes. */
export function hostile(size) {
  return SHAPES.map(([name, start, repeated, end = ""]) => {
    const times = Math.floor((size - start.length - end.length) / new TextEncoder().encode(repeated).length);
    return { name, text: start + repeated.repeat(times) + end };
  });
}

const SHAPES = [
  ["`a` …", "", "a"],
  ["`a` … `@`", "", "a", "@"],
  ["`@` …", "", "@"],
  ["`(` …", "", "("],
  ["`)` …", "", ")"],
  ["`\"` …", "", '"'],
  ["`<` …", "", "<"],
  ["`[` …", "", "["],
  ["`a,` …", "", "a,"],
  ["`,\"` …", "", ',"'],
  ["`g:` …", "", "g:"],
  ["spaces", "", " "],
  ["spaces … `x`", "", " ", "x"],
  ["line ends", "", "\n"],
  ["`a@` …", "", "a@"],
  ["`a@(a.)` … `!`", "a@", "(a.)", "!"],
  ["`a@a.a.` … `!`", "a@", "a.", "!"],
  ["`a.a.` … `@x.co!`", "", "a.", "a@x.co!"],
  ["`\"\\\"` …, never closed", '"', '\\"'],
  ["`a@b.co,` …", "", "a@b.co,"],
  ["`é` …", "", "é"],
];
