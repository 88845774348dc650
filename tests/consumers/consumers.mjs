/**
 * The projects, as data.
 *
 * - `from`: the folders that make it up, by default the one of its name; `root`: it has a lock file of its own.
 * - `commands`: run one after the other; `prints`: what the last one says, as JSON.
 * - `emits`: in which folder how many wasm files are then.
 * - `serves`: a `folder` with its `policy`, or a `command`; `path` is the page's.
 * - `says`: what is in the page as the server sends it; `answers`: what the server says at that path, as JSON.
 * - `invites`: its server sends the people on to an API.
 * - `finds`: a type checker that complains of the mistakes which are marked in the templates, and of nothing else.
 * - `shows`: the page is a form; `fetches` these modules; it calls the `functions`, too.
 */

import { UNTRUSTED, WITH_IMPORT_MAP } from "./site.mjs";

const FORM = { fetches: ["widget"] };
const ALL = { fetches: ["core", "widget"], functions: true };
const INLINE = { fetches: [], functions: true };

/** Both have a program of this name. */
const VITE = ["node", "../../node_modules/vite/bin/vite.js"];
const VITE_7 = ["node", "../../node_modules/vite7/bin/vite.js"];
const TSC_7 = ["node", "../../node_modules/typescript7/bin/tsc"];
const DEV = ["--host", "127.0.0.1", "--port", "PORT", "--strictPort"];

/** What every program says that has called the functions. */
const SAID = {
  suggestion: "ann@gmail.com",
  url: "https://acme.com/api/invite",
  body: '{"email":"ann@acme.com"}',
};

/** Ready when they are imported, without a file, a network or a document. */
const PROGRAMS = [
  { name: "node-esm", from: ["program"], commands: [["node", "main.js"]] },
  { name: "node-require", commands: [["node", "main.cjs"]] },
  { name: "deno", from: ["program"], commands: [["deno", "run", "--no-prompt", "main.js"]] },
  { name: "bun", from: ["program"], commands: [["bun", "main.js"]] },
  { name: "node-bundled", from: ["program"], commands: [bundled("main.mjs"), ["node", "bundled/main.mjs"]] },
].map((program) => ({ ...program, prints: { ...SAID, element: "function" } }));

const WORKERS = [{
  name: "workerd",
  commands: [["node", "build.mjs"]],
  emits: { folder: "dist", modules: 1 },
  serves: { command: ["workerd", "serve", "worker.capnp", "--socket-addr=http=127.0.0.1:PORT"] },
  answers: SAID,
}, {
  name: "wrangler",
  commands: [["wrangler", "deploy", "--dry-run", "--outdir", "dist"]],
  emits: { folder: "dist", modules: 2 },
  serves: { command: ["node", "start.mjs", "PORT"] },
  invites: true,
  answers: SAID,
}];

const DEVELOPMENT = [
  { name: "vite-dev", from: ["page"], command: [...VITE, ...DEV], shows: ALL },
  { name: "vite-dev-inline", from: ["page", "inline"], command: [...VITE, ...DEV], shows: INLINE },
  { name: "vite-7-dev", from: ["page", "vite-7"], command: [...VITE_7, ...DEV], shows: ALL },
  { name: "vite-7-dev-inline", from: ["page", "inline"], command: [...VITE_7, ...DEV], shows: INLINE },
  { name: "angular-dev", from: ["angular"], command: ["ng", "serve", "--host", "127.0.0.1", "--port", "PORT"], shows: FORM },
].map(({ command, ...project }) => ({ ...project, serves: { command } }));

const BUNDLES = [
  { name: "vite-slim", from: ["page", "slim"], commands: [[...VITE, "build"]] },
  { name: "vite-build", from: ["page"], commands: [[...VITE, "build"]] },
  { name: "vite-7-build", from: ["page"], commands: [[...VITE_7, "build"]] },
  {
    name: "parcel",
    from: ["page", "parcel"],
    root: true,
    commands: [["parcel", "build", "index.html"]],
    policy: WITH_IMPORT_MAP,
  },
  { name: "webpack", from: ["page", "webpack"], commands: [["webpack"]], folder: "." },
  { name: "rollup", from: ["page", "bundle", "rollup"], commands: [["rollup", "--config"]], folder: "." },
  { name: "esbuild", from: ["bundle", "esbuild"], commands: [["node", "build.mjs"]], folder: "." },
  {
    name: "esbuild-inline",
    from: ["page", "bundle", "esbuild", "inline"],
    commands: [["node", "build.mjs"]],
    folder: ".",
    emitted: 0,
    shows: INLINE,
  },
].map(({ folder = "dist", policy, emitted = 2, shows = ALL, ...project }) => {
  return { ...project, emits: { folder: "dist", modules: emitted }, serves: { folder, policy }, shows };
});

const FRAMEWORKS = [
  { name: "react" },
  { name: "react-tag", from: ["react", "react-tag"] },
  { name: "vue" },
  { name: "svelte" },
  { name: "solid", policy: UNTRUSTED },
  { name: "angular", command: ["ng", "build"] },
].map(({ command = [...VITE, "build"], policy, ...project }) => ({
  ...project,
  commands: [command],
  emits: { folder: "dist", modules: 1 },
  serves: { folder: "dist", policy },
  shows: FORM,
}));

/** A route that runs where no wasm is compiled: its modules are files beside the script. */
const EDGE = [
  { name: "next-edge-dev", command: "dev" },
  { name: "next-edge", commands: [["next", "build"]], emits: { folder: ".next/server", modules: 2 }, command: "start" },
].map(({ command, ...project }) => ({
  ...project,
  from: ["next-edge"],
  serves: { command: ["next", command, "--port", "PORT"], path: "/api/invite" },
  invites: true,
  answers: SAID,
}));

/** The functions are called on the server, where none is fetched. */
const NEXT = [
  { name: "next", commands: [["next", "build"]] },
  { name: "next-webpack", commands: [["next", "build", "--webpack"]] },
].map((project) => ({
  ...project,
  from: ["next"],
  serves: { command: ["next", "start", "--port", "PORT"] },
  says: "<invite-users",
  invites: true,
  shows: { ...FORM, functions: true },
}));

const PAGES = [
  { name: "html", from: ["page", "html"], policy: WITH_IMPORT_MAP, shows: ALL },
  { name: "script", shows: FORM },
  { name: "csp", shows: FORM },
].map(({ policy, ...project }) => ({ ...project, serves: { folder: ".", policy } }));

/** As Node resolves, where the project's tsconfig.json says as bundlers do. */
const NODE_NEXT = ["--module", "nodenext", "--moduleResolution", "nodenext"];

const JUDGES = [
  { name: "typescript", commands: [TSC_7, [...TSC_7, ...NODE_NEXT]] },
  { name: "typescript-5", from: ["typescript"], commands: [["tsc", ...NODE_NEXT]] },
  { name: "vue-types", from: ["vue"], finds: ["vue-tsc", "--pretty", "false"] },
  { name: "svelte-types", from: ["svelte"], finds: ["svelte-check", "--output", "machine"] },
];

export const CONSUMERS = [
  ...PROGRAMS,
  ...WORKERS,
  ...PAGES,
  ...JUDGES,
  ...DEVELOPMENT,
  ...BUNDLES,
  ...FRAMEWORKS,
  ...NEXT,
  ...EDGE,
];

/** As functions that run on somebody's servers are built: nothing is beside the script. */
function bundled(file) {
  return ["esbuild", "main.js", "--bundle", "--platform=node", "--format=esm", `--outfile=bundled/${file}`];
}
