/**
 * The server handler on the edge runtime of Next.js and Vercel: ready as soon as it is imported. They compile wasm
 * that a script imports with `?module`, and none while a program runs.
 */

import wasm from "./server.wasm?module";
import { ofThisRealm } from "./own-realm.js";
import { loadSync } from "./server/module.js";

export * from "./server/exports.js";

loadSync(() => ofThisRealm(wasm));
