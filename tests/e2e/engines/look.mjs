/** What an engine draws: from right to left and dark, nothing wider than the page, nothing that axe finds. */

import assert from "node:assert/strict";
import axe from "axe-core";

const PEOPLE = "Ann Lee <ann@acme.com>, dev@gmial.com, mia(at)acme.com";

/** Attributes of the page's root and of the element. */
const LIGHT = { root: "lang=\"en\"", own: "theme=\"light\"", dark: false, rtl: false };
const DARK = { root: "lang=\"ar\" dir=\"rtl\"", own: "theme=\"dark\"", dark: true, rtl: true };

export const LOOK_JOURNEYS = {
  "light, from left to right": (widget, host) => show(widget, host, LIGHT),
  "dark, from right to left, in Arabic": (widget, host) => show(widget, host, DARK),
};

async function show(widget, host, { root, own, dark, rtl }) {
  await host.hold(host.vijil(own), { root });
  await widget.open(host.address);
  await widget.run("document.querySelector('invite-users').add(arguments[0])", PEOPLE);
  await widget.rows(3);
  const { text, back, field, button, wide } = await widget.run(MEASURE);
  assert.equal(brightness(text) > brightness(back), dark, `${text} on ${back}`);
  assert.equal(button < field, rtl, `the button at ${button}, the field at ${field}`);
  assert.equal(wide, false, "the page scrolls sideways");
  await widget.run(axe.source);
  const found = await widget.run("return axe.run('invite-users').then(({ violations }) => "
    + "violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))");
  assert.deepEqual(found, []);
}

/** Colours as numbers, and where things are. */
const MEASURE = `
  const host = document.querySelector("invite-users");
  const part = (name) => host.shadowRoot.querySelector("[part~=" + name + "]");
  const numbers = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const field = part("field");
  return {
    text: numbers(getComputedStyle(field).color),
    back: numbers(getComputedStyle(field).backgroundColor),
    field: field.getBoundingClientRect().left,
    button: part("add-button").getBoundingClientRect().left,
    wide: document.documentElement.scrollWidth > innerWidth,
  };`;

const brightness = (colour) => colour.reduce((sum, part) => sum + part);
