/** What some states look like, as they did when somebody last looked at them. */

import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { differences } from "./differences.mjs";

const FOLDER = new URL("pixels/", import.meta.url);
const MADE_WITH = new URL("made-with.json", FOLDER);
/** Where pictures that differ are left, for whoever asks why. */
const ARTIFACTS = new URL("../artifacts/pixels/", import.meta.url);

/** One state of each kind of screen: nobody, a list, work to do, a question, and each way in which it can end. */
const PICTURED = ["empty", "suggesting", "mixed", "selected", "settings", "problems", "confirming", "partial", "sent", "wasm-failed"];
/** The two that differ in everything. */
const LOOKS = [{ width: 320, scheme: "light" }, { width: 960, scheme: "dark" }];

/** How far a channel of a pixel may be from what it was (of 255), and how many of 10,000 pixels may be farther. */
const SLACK = 16;
const MOST_CHANGED = 5;

/** The looks in which a state is compared. */
export function picturedLooks(state) {
  return PICTURED.includes(state) ? LOOKS : [];
}

/** Why pictures can't be compared here, if they can't: letters are drawn otherwise by another browser or font. */
export async function whyNotCompared(page) {
  if (process.env.UPDATE_SNAPSHOTS || !existsSync(MADE_WITH)) return undefined;
  const [made, here] = [JSON.parse(readFileSync(MADE_WITH, "utf8")), await drawnWith(page)];
  const other = Object.keys(made).filter((name) => made[name] !== here[name]);
  return other.length > 0
    ? `the pictures were made with ${other.map((name) => `${name} ${made[name]}, here it is ${here[name]}`).join("; ")}`
    : undefined;
}

/** How the form's picture differs from what is kept of it; with `UPDATE_SNAPSHOTS=1` it is kept anew. */
export async function pixelsDiffer(page, host, name) {
  const now = await host.screenshot({ animations: "disabled", caret: "hide" });
  const file = new URL(`${name}.png`, FOLDER);
  if (process.env.UPDATE_SNAPSHOTS) return keep(page, file, now);
  if (!existsSync(file)) return [`there is no pixels/${name}.png: run with UPDATE_SNAPSHOTS=1, and look at it`];
  const fault = judged(await differences(page, readFileSync(file), now, SLACK));
  if (!fault) return [];
  await write(ARTIFACTS, `${name}.png`, now);
  return [`pixels/${name}.png: ${fault}; it is in artifacts/pixels now`];
}

/** What is wrong with a comparison, if anything is. */
export function judged({ sizes, changed, all }) {
  if (sizes) return `it was ${sizes[0]}, and is ${sizes[1]}`;
  return changed > (all * MOST_CHANGED) / 10_000 ? `${changed} of ${all} pixels have changed` : undefined;
}

async function keep(page, file, picture) {
  await write(FOLDER, file.pathname.split("/").at(-1), picture);
  await write(FOLDER, "made-with.json", `${JSON.stringify(await drawnWith(page), null, 2)}\n`);
  return [];
}

/** The browser, and how wide and high it draws the same letters: fonts have no version that a page can read. */
async function drawnWith(page) {
  const letters = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(400, 40).getContext("2d");
    canvas.font = "20px sans-serif";
    canvas.fillText("Ann Lee, ben.okafor@acme.com", 2, 30);
    const { data } = canvas.getImageData(0, 0, 400, 40);
    const digest = await crypto.subtle.digest("SHA-256", data);
    return [...new Uint8Array(digest)].slice(0, 6).map((byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  return { browser: page.context().browser().version(), letters };
}

async function write(folder, name, content) {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(name, folder), content);
}
