/** Every language of the package, and those that a host brings: words, plurals, direction, files. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openHost, openReadyHost, vijilElement } from "./host-page.mjs";
import { ui, wordsOf } from "./words.mjs";

const site = useSite({ locale: "en-US" });

const LANGUAGES = readdirSync(new URL("../../web/locales/", import.meta.url)).map((it) => it.replace(".json", ""));

/** Somebody, somebody twice, and two who have to be corrected. */
const PEOPLE = "Ann Lee <ann@acme.com>, ann@acme.com, mia(at)acme.com, bob@gmial.com, p\u0430ypal@acme.com";

for (const locale of LANGUAGES) {
  test(`the form speaks ${locale}, and fetches no other language`, async () => {
    const fetched = languagesFetched();
    const widget = await openReadyHost(site, vijilElement(site, `locale="${locale}"`));
    await widget.host.getByRole("heading", { name: wordsOf(locale)("heading"), exact: true }).waitFor();
    await widget.call("add", PEOPLE);
    const email = "mia(at)acme.com";
    await widget.host.getByRole("textbox", { name: wordsOf(locale)("edit_field", { email }) }).waitFor();
    const said = await allWords(widget);
    assert.doesNotMatch(said, /\{\w*\}|undefined|\[object|(?<![\w@.-])[a-z]+_[a-z_]+/, "raw keys or places");
    if (locale !== "en") assert.doesNotMatch(said, /\b(the|people|already|invite|add|role)\b/i, "English words");
    assert.deepEqual(fetched, [`${locale}.js`]);
  });
}

for (const [tag, catalogue] of [
  ["de-AT", "de"], ["pt", "pt-BR"], ["pt-PT", "pt-BR"], ["iw", "he"], ["zh", "zh-Hans"], ["zh-CN", "zh-Hans"],
  ["zh-SG", "zh-Hans"], ["ar-EG", "ar"], ["en-GB", "en"],
]) {
  test(`${tag} is read in ${catalogue}`, async () => {
    const fetched = languagesFetched();
    await openReadyHost(site, `<div lang="${tag}">${vijilElement(site)}</div>`);
    assert.deepEqual(fetched, [`${catalogue}.js`]);
  });
}

for (const tag of ["zh-TW", "zh-Hant", "zh-HK", "tlh"]) {
  test(`who asks for ${tag} gets English, and the page hears why`, async () => {
    const events = await hearEvents(site.page);
    const widget = await openReadyHost(site, vijilElement(site, `locale="${tag}"`));
    await widget.host.getByRole("heading", { name: ui("heading") }).waitFor();
    const [error] = await events.details("error");
    assert.deepEqual([error.code, error.params], ["unknown_locale", { locale: tag }]);
  });
}

test("German counts one person and several", async () => {
  const widget = await openReadyHost(site, vijilElement(site, `locale="de"`));
  await widget.call("add", "ann@acme.com");
  await widget.host.getByRole("button", { name: "1 Person einladen" }).waitFor();
  await widget.call("add", "ben@acme.com");
  await widget.host.getByRole("button", { name: "2 Personen einladen" }).waitFor();
});

test("Arabic counts in its six forms, from right to left", async () => {
  const widget = await openReadyHost(site, vijilElement(site, `locale="ar"`));
  const words = ["دعوة شخص واحد", "دعوة شخصين", "دعوة 3 أشخاص"];
  for (const [index, name] of words.entries()) {
    await widget.call("add", `person${index}@acme.com`);
    await widget.host.getByRole("button", { name, exact: true }).waitFor();
  }
  await widget.call("add", [...Array(8).keys()].map((n) => `more${n}@acme.com`).join(" "));
  await widget.host.getByRole("button", { name: "دعوة 11 شخصًا", exact: true }).waitFor();
  assert.equal(await direction(widget), "rtl");
});

test("the host's own direction wins over the language's", async () => {
  const widget = await openReadyHost(site, vijilElement(site, `locale="he" dir="ltr"`));
  assert.equal(await direction(widget), "ltr");
  await widget.host.evaluate((element) => element.removeAttribute("dir"));
  await widget.host.locator("[part=base][dir=rtl]").waitFor();
});

test("what a server says in English stands at the right in Arabic, and reads from left to right", async () => {
  await site.server.setFaults({ status: 400, body: JSON.stringify({ detail: "No seats left." }) });
  const widget = await openReadyHost(site, vijilElement(site, `locale="ar"`));
  await widget.call("add", "ann@acme.com");
  await widget.call("send");
  const note = widget.host.getByText("No seats left.").first();
  await note.waitFor();
  assert.deepEqual(await note.evaluate((span) => {
    const block = span.closest("p, li, div");
    return [getComputedStyle(block).direction, getComputedStyle(block).textAlign];
  }), ["rtl", "start"]);
});

test("the page changes its language while people are in the list: they stay, with their roles", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.chooseRoles("ann@acme.com", "Owner");
  await site.page.evaluate(() => (document.documentElement.lang = "fr"));
  await widget.host.getByRole("heading", { name: wordsOf("fr")("heading") }).waitFor();
  const role = widget.host.getByRole("combobox", { name: wordsOf("fr")("role_of", { email: "ann@acme.com" }) });
  assert.equal(await role.inputValue(), "OWNER");
  assert.deepEqual(await role.getByRole("option").allInnerTexts(), ["Propriétaire", "Administrateur", "Membre"]);
  await widget.host.getByRole("button", { name: "Inviter 2 personnes" }).waitFor();
});

test("a language of the host's is spoken where the page is in it; English stands in for the rest", async () => {
  const widget = await openHost(site, `<div lang="cs">${vijilElement(site)}</div>`, { define: false });
  await site.page.evaluate(async () => {
    const { registerLocale } = await import("/dist/element.js");
    registerLocale("cs", () => Promise.resolve({ default: {
      ui: { heading: "Pozvat lidi", invite_people: { one: "Pozvat {count} osobu", few: "Pozvat {count} osoby", other: "Pozvat {count} osob" } },
    } }));
    await import("/dist/define.js");
  });
  await widget.host.getByRole("heading", { name: "Pozvat lidi" }).waitFor();
  await widget.call("add", "ann@acme.com ben@acme.com");
  await widget.host.getByRole("button", { name: "Pozvat 2 osoby" }).waitFor();
  await widget.host.getByRole("button", { name: ui("clear"), exact: true }).waitFor();
  assert.equal(await widget.host.locator("[part=base]").getAttribute("lang"), "cs");
});

test("where the words can't be fetched the form speaks English, and the page hears why", async () => {
  const events = await hearEvents(site.page);
  await site.page.route("**/locales/de.js", (route) => route.fulfill({ status: 404, body: "" }));
  const widget = await openReadyHost(site, vijilElement(site, `locale="de"`));
  await widget.host.getByRole("heading", { name: ui("heading") }).waitFor();
  const [error] = await events.details("error");
  assert.equal(error.code, "locale_load_failed");
  assert.equal(await widget.host.locator("[part=base]").getAttribute("lang"), "en");
});

test("that the form can't be loaded is said in the page's language", async () => {
  await site.page.route("**/widget.wasm", (route) => route.abort());
  const widget = await openHost(site, vijilElement(site, `locale="ja"`));
  await widget.host.getByRole("alert").filter({ hasText: wordsOf("ja")("load_failed") }).waitFor();
});

test("a file with the headings and roles of a language is read in that language", async () => {
  const widget = await openReadyHost(site, vijilElement(site, `locale="de"`));
  const said = await widget.host.evaluate((element) =>
    element.importFile(new File(["Name,E-Mail-Adresse,Rolle\nAnn Lee,ann@acme.com,Inhaber\n"], "team.csv")));
  assert.equal(said, 1);
  const role = widget.host.getByRole("combobox", { name: "Rolle von ann@acme.com" });
  assert.equal(await role.inputValue(), "OWNER");
});

/** The files of languages that the page fetches from now on. */
function languagesFetched() {
  const fetched = [];
  site.page.on("request", (request) => {
    const [, name] = /\/locales\/([\w-]+\.js)$/.exec(request.url()) ?? [];
    if (name) fetched.push(name);
  });
  return fetched;
}

/** What is read and heard of the form, but for what was typed. */
function allWords(widget) {
  return widget.host.evaluate(({ shadowRoot }) => {
    const base = shadowRoot.querySelector("[part=base]");
    const labels = [...base.querySelectorAll("[aria-label], [placeholder], [title]")].flatMap((element) =>
      ["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name) ?? ""));
    return [base.innerText, ...labels].join("\n").replace(/\S+@\S+/g, "");
  });
}

/** The direction that the form is laid out in. */
function direction(widget) {
  return widget.host.locator("[part=base]").evaluate((base) => getComputedStyle(base).direction);
}
