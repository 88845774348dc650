/** The component for React on a server: the tag with what fits into markup, and nothing that must not be there. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { transform } from "esbuild";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { InviteUsers } from "invite-users/react";

/** @param {import("invite-users/react").InviteUsersProps} props */
const rendered = (props) => renderToString(createElement(InviteUsers, props));

test("texts, numbers and switches are attributes of the element's own names", () => {
  const html = rendered({
    api: "vijil", endpoint: "/api/invite", baseUrl: "https://a.example", maxInvitees: 20, defaultRole: "MEMBER",
    required: true, disabled: false, className: "wide", id: "who", "aria-label": "Team", children: "Write to us",
  });
  assert.equal(html, '<invite-users id="who" aria-label="Team" class="wide" api="vijil" endpoint="/api/invite" '
    + 'base-url="https://a.example" default-role="MEMBER" max-invitees="20" required="">Write to us</invite-users>');
});

test("secrets, objects, lists and functions are in no markup", () => {
  const html = rendered({
    api: "galileo", auth: { type: "header", name: "Galileo-API-Key", value: "s3cret" }, settings: { auth_method: "email" },
    config: { api: "galileo", auth: { type: "bearer", token: "s3cret" } }, roles: ["admin"], members: ["ann@acme.com"],
    invitees: [{ email: "bob@acme.com" }], fetch, onInviteUsersSent: () => {}, onInviteUsersChange: () => {},
  });
  assert.equal(html, '<invite-users api="galileo"></invite-users>');
});

test("the component of the docs renders", async () => {
  const page = readFileSync(new URL("../../docs/embed.md", import.meta.url), "utf8");
  const [, source = ""] = /^```tsx\n(.*?)^```$/ms.exec(page) ?? [];
  const { code } = await transform(source, { loader: "tsx", jsx: "automatic" });
  const resolved = code.replaceAll(/from "([\w/-]+)"/g, (_, name) => `from "${import.meta.resolve(name)}"`);
  const { Team } = await import(`data:text/javascript,${encodeURIComponent(resolved)}`);
  assert.equal(renderToString(createElement(Team)), '<invite-users api="vijil" endpoint="/api/invite" '
    + 'max-invitees="20">Loading the invite form …</invite-users>');
});
