/** A plain server of files, which sends the policy that a careful host sends. */

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** No inline script or style, no eval, no text that becomes markup; WebAssembly, and nothing from elsewhere. */
export const STRICT = () => policy({ scripts: "", trusted: true });

/** The same, and the import map that stands in a page, by its hash. */
export const WITH_IMPORT_MAP = (page) => {
  const scripts = [...String(page).matchAll(/<script type="?importmap"?>(.*?)<\/script>/gs)];
  return policy({ scripts: scripts.map(([, script]) => hashOf(script)).join(" "), trusted: true });
};

/** The first without Trusted Types, for frameworks that make markup of text. */
export const UNTRUSTED = () => policy({ scripts: "", trusted: false });

/** Serves a folder on a free port, its pages under this policy. */
export async function serveFiles(folder, policyOf = STRICT) {
  const server = createServer((request, response) => answer(folder, policyOf, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(folder, policyOf, { url }, response) {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const content = readFileSync(file);
  response.writeHead(200, { "content-type": type, "content-security-policy": policyOf(content) }).end(content);
}

function policy({ scripts, trusted }) {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts}`,
    "style-src 'self'",
    ...trusted ? ["require-trusted-types-for 'script'"] : [],
  ];
  return directives.join("; ");
}

function hashOf(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}
