import { build } from "esbuild";

await build({
  entryPoints: ["main.js"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  loader: { ".wasm": "file" },
  publicPath: "/dist/",
});
