/** The playground's setup: everything works at once, is carried by the address, and no secret is. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { ui } from "./words.mjs";

const site = useSite();

/** The package's catalogues. */
const LOCALES = new URL("../../web/locales", import.meta.url);

const radio = (name) => site.page.getByRole("radio", { name, exact: true });
const feature = (name) => site.page.getByRole("checkbox", { name, exact: true });
const choice = (name) => site.page.getByRole("combobox", { name, exact: true });

/** What the address asks for. */
function asked() {
  return Object.fromEntries(new URL(site.page.url()).searchParams);
}

/** What the widget is set up with. */
function setUp(widget) {
  return widget.host.evaluate(({ config, dir }) => JSON.stringify({ config, dir }));
}

test("theme, density and direction reach the widget at once", async () => {
  const widget = await site.open();
  await radio("Dark").check();
  await radio("Compact").check();
  await radio("RTL").check();
  const look = ({ theme, density, dir }) => [theme, density, dir];
  assert.deepEqual(await widget.host.evaluate(look), ["dark", "compact", "rtl"]);
  assert.equal(await site.page.evaluate(() => getComputedStyle(document.body).colorScheme), "dark");
  await radio("By language").check();
  assert.equal(await widget.host.evaluate((element) => getComputedStyle(element).direction), "ltr");
});

test("every language that there is can be chosen by its own name, and is read in its direction", async () => {
  const widget = await site.open();
  const locales = readdirSync(LOCALES).map((file) => file.replace(".json", "")).sort();
  const offered = await choice("Language").locator("option").evaluateAll((all) => all.map(({ value }) => value));
  assert.deepEqual(offered.sort(), locales);
  assert.equal(await choice("Language").inputValue(), "en");
  for (const locale of locales) {
    await choice("Language").selectOption(locale);
    const names = new Intl.DisplayNames([locale], { type: "language" });
    const shown = await choice("Language").evaluate(({ selectedOptions: [option] }) => option.text);
    assert.equal(shown.toLocaleLowerCase(locale), names.of(locale).toLocaleLowerCase(locale));
    const [said, direction] = await widget.host.evaluate((element) =>
      [element.locale ?? "en", getComputedStyle(element).direction]);
    assert.deepEqual([said, direction], [locale, ["ar", "he"].includes(locale) ? "rtl" : "ltr"]);
  }
});

/** The switch, and what the widget knows by it. */
const FEATURES = [
  ["Team members", ({ members }) => members.includes("carla@acme.com")],
  ["Own domains", ({ domains }) => domains.includes("acme.com")],
  ["Directory", ({ suggest }) => suggest("an").length > 2],
  ["Limit", ({ maxInvitees }) => maxInvitees === 20],
  ["Ask for settings", ({ ask }) => ask.includes("group_ids")],
  ["Field of a form", ({ collect, required, name }) => collect && required && name === "people"],
  ["Survive a reload", ({ persist }) => persist === "playground"],
  ["Disabled", ({ disabled }) => disabled],
];

test("each feature is switched on and off", async () => {
  const widget = await site.openWith("galileo");
  for (const [name, isOn] of FEATURES) {
    const before = await setUp(widget);
    await feature(name).check();
    assert.ok(await widget.host.evaluate(isOn), name);
    await feature(name).uncheck();
    assert.equal(await setUp(widget), before, name);
  }
});

test("an API without settings has nothing to ask for", async () => {
  await site.openWith("smartdocumentor");
  assert.ok(await feature("Ask for settings").isDisabled());
});

test("a field of a form shows what the form would send", async () => {
  const widget = await site.openWith("vijil");
  await feature("Field of a form").check();
  await widget.addPeople("Ann Lee <ann@acme.com>");
  const requests = site.page.getByRole("region", { name: "Planned requests" });
  await requests.getByText("Your form sends “people”").waitFor();
  const sent = requests.locator("pre", { hasText: "ann@acme.com" });
  const value = JSON.parse(await sent.innerText());
  assert.deepEqual(value, [{ email: "ann@acme.com", name: "Ann Lee" }]);
});

test("a list to start with comes in five sizes, the same people each time", async () => {
  const widget = await site.openWith("vijil");
  for (const size of [10, 200, 1000]) {
    await radio(size.toLocaleString("en")).check();
    const invite = ui("invite_people", { count: size.toLocaleString("en") });
    await widget.host.getByRole("button", { name: invite }).waitFor();
  }
  const names = () => widget.host.evaluate(({ invitees }) => invitees.map(({ name }) => name));
  const before = await names();
  assert.equal(new Set(before).size > 500, true);
  await site.page.reload();
  await widget.rows.first().waitFor();
  await site.page.waitForFunction(() => document.querySelector("invite-users").invitees.length === 1000);
  assert.deepEqual(await names(), before);
  await radio("Nobody").check();
  await widget.rows.first().waitFor({ state: "detached" });
});

test("ten thousand people are planned, and the first requests shown", async () => {
  await site.openWith("vijil");
  await radio("10,000").check();
  const requests = site.page.getByRole("region", { name: "Planned requests" });
  await requests.getByText("10,000 requests for 10,000 people").waitFor();
  assert.equal(await requests.getByRole("article").count(), 20);
  await requests.getByText("and 9,980 more requests").waitFor();
});

test("the address carries the setup, and brings it back", async () => {
  const widget = await site.openWith("extractor");
  await site.page.getByRole("textbox", { name: "Invitation page" }).fill("https://app.example.com/join");
  await radio("Dark").check();
  await radio("Sidebar").check();
  await site.page.getByRole("button", { name: "480" }).click();
  await radio("Messy list").check();
  await feature("Limit").check();
  await choice("Server behaviour").selectOption({ label: "Server error (500)" });
  await widget.rows.nth(6).waitFor();
  assert.deepEqual(asked(), {
    api: "extractor", "set.url": "https://app.example.com/join", theme: "dark", place: "sidebar", width: "480",
    people: "messy", feature: "limit", server: "error",
  });
  const before = await setUp(widget);
  await site.page.goto(site.page.url());
  await widget.rows.nth(6).waitFor();
  assert.equal(await setUp(widget), before);
  assert.equal(await choice("Server behaviour").inputValue(), "error");
  await widget.invite();
  assert.equal((await widget.outcomes())[0][1], "unconfirmed");
});

test("\"Copy link\" copies the address, and says so", async () => {
  await site.openWith("vijil");
  await site.page.getByRole("button", { name: "Copy link" }).click();
  await site.page.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await site.page.evaluate(() => navigator.clipboard.readText()), site.page.url());
});

test("neither the key nor a URL that may hold one is in the address", async () => {
  const widget = await site.openWith("vijil");
  await site.page.getByLabel("API key").fill("s3cret-key");
  await site.page.getByLabel("Base URL").fill("https://user:s3cret-key@api.example.com/vijil?key=s3cret-key");
  await radio("Dark").check();
  assert.deepEqual(asked(), { api: "vijil", theme: "dark" });
  const html = await site.page.getByRole("group", { name: "HTML to copy" }).innerText();
  assert.doesNotMatch(html, /s3cret/);
  assert.match(await widget.host.evaluate(({ config }) => config.baseUrl), /s3cret/);
});

test("\"Start over\" is a fresh page", async () => {
  const widget = await site.open("/?api=vijil&feature=persist,limit&people=10&theme=dark&place=sidebar");
  await widget.rows.nth(9).waitFor();
  await site.page.getByRole("button", { name: "Start over" }).click();
  await widget.host.getByText(ui("empty")).waitFor();
  assert.deepEqual(asked(), {});
  assert.ok(await radio("Inline").isChecked());
  assert.deepEqual(await widget.host.evaluate(({ persist, theme, api }) => [persist, theme, api]),
    [undefined, "auto", "contextual"]);
});

test("what is not known in the address is passed over", async () => {
  const widget = await site.open("/?api=nobody&theme=pink&locale=tlh&width=wide&people=many&feature=magic&place=moon");
  assert.deepEqual(asked(), {});
  await widget.addPeople("ann@acme.com");
  await widget.invite();
});
