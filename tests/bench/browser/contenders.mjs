/**
 * Who is compared in a page. What runs there is `pages/ID.mjs`; `script` is the file that a page waits for, `bundle`
 * what it would import, `needs` what else that brings, `fields` where a person can type, `most` how many entries
 * one paste may have, where there is a limit.
 */

export const CONTENDERS = [
  {
    id: "invite-users",
    title: "invite-users",
    ours: true,
    script: "/dist/define.js",
    bundle: 'import "../../web/dist/define.js";',
    most: 50_000,
    fields: ["field", "search"],
  },
  {
    id: "react-multi-email",
    title: "react-multi-email",
    package: "react-multi-email",
    needs: "React",
    script: "/react-multi-email.js",
    bundle: `
      import "react-multi-email/dist/style.css";
      export { createElement, useState } from "react";
      export { createRoot } from "react-dom/client";
      export { ReactMultiEmail } from "react-multi-email";`,
    fields: ["field"],
  },
  {
    id: "tagify",
    title: "Tagify",
    package: "@yaireo/tagify",
    script: "/tagify.js",
    bundle: 'import "@yaireo/tagify/dist/tagify.css"; export { default } from "@yaireo/tagify";',
    fields: ["field"],
  },
];

/** Ours, and the others unless told otherwise. */
export function contenders(withPeers) {
  return CONTENDERS.filter(({ ours }) => ours || withPeers);
}
