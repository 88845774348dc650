import { build } from "esbuild";

await build({
  entryPoints: ["main.js"],
  outdir: "dist",
  bundle: true,
  format: "esm",
  conditions: ["workerd"],
  // A module of its own, since Workers compile none while they run.
  loader: { ".wasm": "copy" },
  assetNames: "[name]",
});
