/**
 * The server handler on Cloudflare's servers: ready as soon as it is imported. They compile wasm when a program
 * is uploaded and never while it runs.
 */

import wasm from "./server.wasm";
import { loadSync } from "./server/module.js";

export * from "./server/exports.js";

loadSync(() => wasm);
