/** Style sheets as minified text, for `adoptedStyleSheets`. */

import { build } from "esbuild";

/**
 * An esbuild plugin: what imports a .css file gets its text, with that of the files it imports.
 * @param {string[]} target @returns {import("esbuild").Plugin}
 */
export function cssAsText(target) {
  return {
    name: "css-as-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { outputFiles } = await build({
          entryPoints: [path], bundle: true, write: false, minify: true, target,
        });
        return { contents: outputFiles[0]?.text.trim() ?? "", loader: "text" };
      });
    },
  };
}
