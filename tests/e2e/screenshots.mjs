/** The pictures in docs/images, taken from the playground in its states, also in the ready themes. */

import { mkdir, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Site } from "./harness.mjs";
import { openState } from "./states.mjs";
import { THEMES, themed } from "./themes.mjs";
import { wordsOf } from "./words.mjs";

const FOLDER = fileURLToPath(new URL("../../docs/images/", import.meta.url));
/** The most that a picture may weigh, in bytes. */
const LIMIT = 400_000;

const ROLES = {
  "ann@acme.com": "Tenant admin",
  "ben.okafor@acme.com": "Agent user",
  "carla@acme.com": "Visitor",
};

/** A list in the making, and a sent one. */
const MIXED = { state: "mixed", theme: "light", roles: ROLES };
const SENT = { state: "partial", theme: "light" };

/** Each picture: a state of the playground, how wide, and how much of the page. */
const PICTURES = [
  { file: "playground.png", ...MIXED, width: 1280, height: 860, of: "page" },
  { file: "mixed-light.png", ...MIXED, width: 760, of: "widget" },
  { file: "mixed-dark.png", ...MIXED, theme: "dark", width: 760, of: "widget" },
  { file: "sent.png", ...SENT, width: 760, of: "widget" },
  { file: "narrow.png", ...MIXED, width: 320, of: "widget" },
  { file: "arabic.png", ...MIXED, width: 760, of: "widget", language: "ar", direction: "rtl" },
  ...THEMES.map((look) => ({ file: `theme-${look}.png`, ...MIXED, width: 640, of: "widget", look })),
];

await mkdir(FOLDER, { recursive: true });
const site = new Site({ deviceScaleFactor: 2, reducedMotion: "reduce" });
// The usual port, since it is in the picture.
await site.start("--port", "8080");
try {
  for (const picture of PICTURES.filter(isWanted)) await take(picture);
} finally {
  await site.stop();
}

/** All, or those whose file is named on the command line. */
function isWanted({ file }) {
  const names = process.argv.slice(2);
  return names.length === 0 || names.includes(file);
}

async function take({ file, state, theme, roles = {}, width, height = 1500, of, look = "default", ...speech }) {
  await site.begin();
  const { page } = site;
  await page.setViewportSize({ width, height });
  const widget = await openState(page, state, theme);
  for (const [email, role] of Object.entries(roles)) await widget.chooseRoles(email, role);
  await speak(widget, speech);
  await themed(page, look);
  await page.evaluate(() => document.activeElement?.blur());
  await page.mouse.move(0, 0);
  const path = FOLDER + file;
  await (of === "page" ? page : widget.host).screenshot({ path, animations: "disabled" });
  await site.end();
  const { size } = await stat(path);
  if (size > LIMIT) throw new Error(`${file} has ${size} bytes; ${LIMIT} are allowed`);
  console.log(`${file}  ${Math.round(size / 1000)} KB`);
}

/** The page is in that language, and so is the form. */
async function speak({ page, host }, { language = "en", direction = "ltr" }) {
  await page.evaluate(([lang, dir]) => Object.assign(document.documentElement, { lang, dir }), [language, direction]);
  await host.evaluate((element, locale) => { element.locale = locale; }, language);
  await host.getByRole("heading", { name: wordsOf(language)("heading"), exact: true }).waitFor();
}
