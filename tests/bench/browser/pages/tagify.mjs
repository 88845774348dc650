/** The page of Tagify, as its README shows it: a pattern for addresses, and what fails it is kept to be seen. */

import Tagify from "@yaireo/tagify";
import "@yaireo/tagify/dist/tagify.css";
import { WHATWG } from "../../contenders/whatwg.mjs";

const original = document.createElement("input");
document.body.append(original);
const tagify = new Tagify(original, { pattern: WHATWG, keepInvalidTags: true });
const tags = () => tagify.getTagElms().map((element) => tagify.getSetTagData(element));
const isValid = ({ __isValid }) => __isValid === true;

globalThis.contender = {
  ready: Promise.resolve(performance.now()),
  count: () => Math.min(tagify.value.length, tagify.DOM.scope.querySelectorAll("tag").length),
  focus: () => tagify.DOM.input.focus(),
  typed: () => tagify.DOM.input.textContent,
  people: () => tagify.value.filter(isValid).map(({ value }) => ({ address: value, name: null })),
  leftovers: async () => tags().filter((tag) => !isValid(tag)).map(({ value }) => value),
};
