/** The component for React: in a page that a server rendered, its properties, events and end. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { useSite } from "./harness.mjs";
import { openHost } from "./host-page.mjs";

const web = new URL("../../web/", import.meta.url);
const fromWeb = createRequire(new URL("package.json", web));
const { build } = fromWeb("esbuild");
const { createElement } = fromWeb("react");
const { renderToString } = fromWeb("react-dom/server");

const site = useSite();

/** What both sides render. */
const MARKUP = { api: "vijil", endpoint: "/api/invite", maxInvitees: 3, children: "Write to us instead" };

/** Hydrates `#root`, and renders anew with what `show` is given; what is heard is on `window.heard`. */
const APP = `
  import { createElement } from "react";
  import { hydrateRoot } from "react-dom/client";
  import { InviteUsers } from "./dist/react.js";

  const MARKUP = ${JSON.stringify(MARKUP)};
  window.heard = [];
  const hear = (name) => (event) => window.heard.push([name, event.type, event.detail?.invitees ?? null]);
  const view = ({ name = "first", ...props } = {}) => createElement(InviteUsers, {
    ...MARKUP, ref: (element) => { window.element = element; },
    onInviteUsersReady: hear(name), onInviteUsersChange: hear(name), ...props,
  });
  const onRecoverableError = (error) => console.error(String(error));
  const root = hydrateRoot(document.querySelector("#root"), view(), { onRecoverableError });
  window.show = (props) => root.render(view(props));
  window.end = () => root.unmount();
`;

let app;
let html;

before(async () => {
  const stdin = { contents: APP, resolveDir: new URL(".", web).pathname };
  const { outputFiles } = await build({
    stdin, bundle: true, write: false, format: "esm", minify: true, define: { "process.env.NODE_ENV": '"development"' },
  });
  app = outputFiles[0].text;
  const { InviteUsers } = await import(new URL("dist/react.js", web).href);
  html = renderToString(createElement(InviteUsers, MARKUP));
});

test("hydrated, it hears what happens, and keeps what a person did when it is rendered anew", async () => {
  const widget = await openRendered();
  await widget.addPeople("ann@acme.com", "bob");
  const heard = () => site.page.evaluate(() => window.heard);
  const people = [{ email: "ann@acme.com" }];
  await site.page.waitForFunction(() => window.heard.some(([, type]) => type === "invite-users-change"));
  assert.deepEqual((await heard()).find(([, type]) => type === "invite-users-ready"), ["first", "invite-users-ready", null]);
  assert.deepEqual((await heard()).at(-1), ["first", "invite-users-change", people]);

  // The host keeps what it was told, as React's own fields are used.
  await show({ name: "second", invitees: people, maxInvitees: 1 });
  await widget.row("bob").waitFor();
  assert.equal(await widget.host.getAttribute("max-invitees"), "1");
  await show({ name: "second", invitees: [{ email: "eve@acme.com" }], disabled: true });
  await widget.row("eve@acme.com").waitFor();
  assert.equal(await widget.row("bob").count(), 0);
  assert.equal(await site.page.evaluate(() => window.element.disabled), true);

  await show({ name: "third", invitees: [{ email: "eve@acme.com" }] });
  await site.page.waitForFunction(() => window.element.disabled === false);
  await widget.addPeople("dan@acme.com");
  await site.page.waitForFunction(() => window.heard.at(-1)[0] === "third");
});

test("objects and functions arrive as properties, and fall back when they are left out", async () => {
  await openRendered();
  await site.page.evaluate(() => window.show({ settings: { team_id: "7" }, config: { api: "vijil", locale: "de" }, suggest: () => [] }));
  await site.page.waitForFunction(() => window.element.settings?.team_id === "7");
  assert.deepEqual(await site.page.evaluate(() => [typeof window.element.suggest, window.element.locale]), ["function", "de"]);
  await show({});
  await site.page.waitForFunction(() => window.element.settings === undefined);
  assert.deepEqual(await site.page.evaluate(() => [typeof window.element.suggest, window.element.config ?? null]), ["undefined", null]);
});

test("unmounted, it hears nothing any more", async () => {
  await openRendered();
  await site.page.evaluate(() => {
    window.left = window.element;
    window.end();
  });
  await site.page.waitForFunction(() => window.element === null && !window.left.isConnected);
  const heard = await site.page.evaluate(() => {
    const before = window.heard.length;
    window.left.dispatchEvent(new CustomEvent("invite-users-change", { detail: { invitees: [] } }));
    return window.heard.length - before;
  });
  assert.equal(heard, 0);
});

/** The page as the server sent it, once React has taken it over and the form is there. */
async function openRendered() {
  await serve("/app.js", "text/javascript", app);
  await serve("/widget.wasm", "application/wasm", readFileSync(new URL("dist/widget.wasm", web)));
  const widget = await openHost(site, `<div id="root">${html}</div>`, { define: false });
  await site.page.getByText("Write to us instead").waitFor();
  await site.page.evaluate(() => import("/app.js"));
  await widget.field.waitFor();
  return widget;
}

function serve(path, contentType, body) {
  return site.page.route(`**${path}`, (route) => route.fulfill({ contentType, body }));
}

function show(props) {
  return site.page.evaluate((next) => window.show(next), props);
}
