/** Starts what Wrangler would upload, in the same program as `wrangler dev`, and without asking Cloudflare for anything. */

import { Miniflare } from "miniflare";

const { INVITE_API, INVITE_KEY, SITE_ORIGIN } = process.env;

new Miniflare({
  port: Number(process.argv[2]),
  modules: true,
  modulesRoot: "dist",
  scriptPath: "dist/main.js",
  modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
  compatibilityDate: "2026-04-01",
  bindings: { INVITE_API, INVITE_KEY, SITE_ORIGIN },
  cf: false,
});
