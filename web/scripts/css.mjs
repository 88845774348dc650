/** Style sheets as minified text, for `adoptedStyleSheets`. */

import { build } from "esbuild";

/** An esbuild plugin: what imports a .css file gets its text, with that of the files it imports. */
export function cssAsText(target) {
  return {
    name: "css-as-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const options = { entryPoints: [path], bundle: true, write: false, minify: true, target };
        const { outputFiles: [sheet] } = await build(options);
        return { contents: sheet.text.trim(), loader: "text" };
      });
    },
  };
}
