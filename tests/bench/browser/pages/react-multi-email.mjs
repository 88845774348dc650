/** The page of react-multi-email, as the example in its README, with its own switch for names. */

import { createElement, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { ReactMultiEmail } from "react-multi-email";
import "react-multi-email/dist/style.css";

let model = [];
let mounted;
const ready = new Promise((resolve) => (mounted = () => resolve(performance.now())));
const input = () => document.querySelector(".react-multi-email > input");

function Example() {
  const [emails, setEmails] = useState([]);
  useEffect(mounted, []);
  model = emails;
  return createElement(ReactMultiEmail, {
    placeholder: "Input your email",
    emails,
    onChange: setEmails,
    getLabel,
    allowDisplayName: true,
    stripDisplayName: true,
  });
}

function getLabel(email, index, removeEmail) {
  const handle = { "data-tag-handle": true, onClick: () => removeEmail(index) };
  return createElement("div", { "data-tag": true, key: index },
    createElement("div", { "data-tag-item": true }, email),
    createElement("span", handle, "×"));
}

const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(createElement(Example));

globalThis.contender = {
  ready,
  count: () => Math.min(model.length, document.querySelector(".data-labels").childElementCount),
  focus: () => input().focus(),
  typed: () => input().value,
  people: () => model.map((address) => ({ address, name: null })),
  leftovers: async () => [input().value],
};
