/** Serves each contender a page of its own: ours from the package, the others bundled for production. */

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const web = new URL("../../../web/", import.meta.url);

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".map": "application/json",
  ".wasm": "application/wasm",
};

/** The pages of the contenders at `origin`, until `stop()`. */
export class Site {
  #server;
  #files;

  static async start(contenders) {
    const site = new Site();
    site.contenders = contenders;
    site.#files = await pages(contenders);
    site.#server = createServer((request, response) => site.#answer(request, response));
    site.#server.listen(0, "127.0.0.1");
    await once(site.#server, "listening");
    site.origin = `http://127.0.0.1:${site.#server.address().port}`;
    return site;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer({ url }, response) {
    const { pathname } = new URL(url, this.origin);
    const body = this.#files.get(pathname) ?? packaged(pathname);
    if (!body) return void response.writeHead(404).end();
    // Kept as a deployed file is, so that a second visit finds it.
    const headers = { "content-type": TYPES[extname(pathname)], "cache-control": "public, max-age=3600" };
    response.writeHead(200, headers).end(body);
  }
}

/** Bundles and minifies modules as a page would load them: `[{ path, contents }]`. */
export async function bundle(options) {
  const { build } = createRequire(new URL("package.json", web))("esbuild");
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome125",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    logLevel: "error",
    ...options,
  });
  return outputFiles;
}

async function pages(contenders) {
  const files = new Map();
  const entryPoints = contenders.map(({ id }) => `${here}pages/${id}.mjs`);
  for (const { path, contents } of await bundle({ entryPoints, outdir: "/" })) files.set(path, contents);
  for (const one of contenders) files.set(`/${one.id}.html`, html(one, files));
  return files;
}

function html({ id, script }, files) {
  const style = files.has(`/${id}.css`) ? `<link rel="stylesheet" href="/${id}.css">` : "";
  const scripts = [...new Set([`/${id}.js`, script])];
  const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`).join("");
  const head = `<meta charset="utf-8"><title>${id}</title><link rel="icon" href="data:,">${style}`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${tags}</body></html>`;
}

function packaged(pathname) {
  const [, file] = /^\/dist\/((?:locales\/)?[\w.-]+)$/.exec(pathname) ?? [];
  return file && readFileSync(new URL(`dist/${file}`, web));
}
