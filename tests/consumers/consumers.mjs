/**
 * The projects, as data.
 *
 * - `from`: the folders that make it up, by default the one of its name; `root`: it has a lock file of its own.
 * - `commands`: run one after the other; `prints`: what the last one says, as JSON.
 * - `emits`: in which folder how many wasm files are then.
 * - `serves`: a `folder` with its `policy`, or a `command`; `path` is the page's.
 * - `answers`: what the server says at that path, as JSON.
 * - `shows`: the page is a form; `fetches` these modules; it calls the `functions`, too.
 */

import { UNTRUSTED, WITH_IMPORT_MAP } from "./site.mjs";

const FORM = { fetches: ["widget"] };
const ALL = { fetches: ["core", "widget"], functions: true };
const VITE = ["node", "../../node_modules/vite/bin/vite.js"];
const VITE_7 = ["node", "../../node_modules/vite7/bin/vite.js"];
const DEV = ["--host", "127.0.0.1", "--port", "PORT", "--strictPort"];

/** What every program says that has called the functions. */
const SAID = {
  suggestion: "ann@gmail.com",
  url: "https://acme.com/api/invite",
  body: '{"email":"ann@acme.com"}',
};

export const CONSUMERS = [
  ...[
    { name: "node-esm", from: ["program"], commands: [["node", "main.js"]] },
    { name: "node-require", commands: [["node", "main.cjs"]] },
    { name: "bun", from: ["program"], commands: [["bun", "main.js"]] },
  ].map((program) => ({ ...program, prints: { ...SAID, element: "function" } })),
  { name: "vite-dev", from: ["page"], serves: { command: [...VITE, ...DEV] }, shows: ALL },
  { name: "vite-7-dev", from: ["page", "vite-7"], serves: { command: [...VITE_7, ...DEV] }, shows: ALL },
  ...[
    { name: "vite-build", from: ["page"], commands: [[...VITE, "build"]] },
    { name: "vite-7-build", from: ["page"], commands: [[...VITE_7, "build"]] },
    { name: "parcel", from: ["page", "parcel"], root: true, commands: [["parcel", "build", "index.html"]], policy: WITH_IMPORT_MAP },
    { name: "webpack", from: ["page", "webpack"], commands: [["webpack"]], folder: "." },
    { name: "rollup", from: ["page", "rollup"], commands: [["rollup", "--config"]], folder: "." },
    { name: "esbuild", commands: [["node", "build.mjs"]], folder: "." },
  ].map(({ folder = "dist", policy, ...bundled }) => {
    return { ...bundled, emits: { folder: "dist", modules: 2 }, serves: { folder, policy }, shows: ALL };
  }),

  ...[
    { name: "react-tag" },
    { name: "vue" },
    { name: "svelte" },
    { name: "solid", policy: UNTRUSTED },
  ].map(({ name, policy }) => ({
    name,
    commands: [[...VITE, "build"]],
    emits: { folder: "dist", modules: 1 },
    serves: { folder: "dist", policy },
    shows: FORM,
  })),

  {
    name: "typescript",
    commands: [["tsc"], ["tsc", "--module", "nodenext", "--moduleResolution", "nodenext"]],
  },
  { name: "html", from: ["page", "html"], serves: { folder: ".", policy: WITH_IMPORT_MAP }, shows: ALL },
  { name: "csp", serves: { folder: "." }, shows: FORM },
];
