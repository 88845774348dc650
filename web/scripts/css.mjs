/** Style sheets as minified text, for `adoptedStyleSheets`. */

import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

/** An esbuild plugin: what imports a .css file gets its text. */
export function cssAsText(target) {
  return {
    name: "css-as-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const { code } = await transform(source, { loader: "css", minify: true, target });
        return { contents: code.trim(), loader: "text" };
      });
    },
  };
}
