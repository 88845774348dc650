/** The three browser engines: which programs they need, and what their drivers are told (W3C WebDriver). */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { FLAGS } from "../browser.mjs";

/** Folders of MiniBrowser, which no distribution puts on `PATH`. */
const WEBKIT_FOLDERS = ["x86_64", "aarch64"].map((machine) =>
  `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1`);

const CHROMIUM = {
  name: "Chromium",
  programs: {
    browser: ["CHROMIUM", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    driver: ["CHROMEDRIVER", "chromedriver"],
  },
  capabilities: ({ browser }) => ({
    browserName: "chrome",
    "goog:chromeOptions": { binary: browser, args: ["--headless", ...FLAGS] },
  }),
};

const FIREFOX = {
  name: "Firefox",
  programs: {
    browser: ["FIREFOX", "firefox-esr", "firefox"],
    driver: ["GECKODRIVER", "geckodriver"],
  },
  capabilities: ({ browser }) => ({
    browserName: "firefox",
    "moz:firefoxOptions": { binary: browser, args: ["-headless"] },
  }),
};

/** It has no mode without a screen, so it gets one that nobody sees. */
const WEBKIT = {
  name: "WebKitGTK",
  programs: {
    browser: ["MINIBROWSER", "MiniBrowser"],
    driver: ["WEBKITWEBDRIVER", "WebKitWebDriver"],
    screen: ["XVFB", "Xvfb"],
  },
  capabilities: ({ browser }) => ({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
  }),
};

/** All of them, in the order in which they are tried. */
export const ENGINES = [CHROMIUM, FIREFOX, WEBKIT];

/** The programs of an engine by their parts, and why it can't run: a part of it that is nowhere. */
export function programsOf({ name, programs }) {
  const found = Object.fromEntries(Object.entries(programs).map(([part, names]) => [part, find(...names)]));
  const [part] = Object.keys(found).filter((part) => !found[part]);
  const told = process.env[`NO_${name.toUpperCase()}`];
  if (told || part) return { missing: told ?? `no ${programs[part][1]} on PATH: set ${programs[part][0]}` };
  return { found };
}

/** What a variable names, else the first of these names in the usual folders. */
function find(variable, ...names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...WEBKIT_FOLDERS];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return process.env[variable] ?? candidates.find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
