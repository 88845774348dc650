/**
 * One contender in a process of its own: `node --expose-gc child.mjs <kind> <id> <folder of the data>`.
 *
 * It reads a request a line and answers each with a line of JSON. `time <file>` is answered with
 * `{ milliseconds, checksum }`, `answers <file>` with `{ answers }`, and either with `{ error }` where the
 * contender throws. examples/bench.rs of the core does the same in Rust.
 */

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { contenders } from "./contenders.mjs";

const [kind, id, folder] = process.argv.slice(2);
const run = await contenders(kind).find((contender) => contender.id === id).load();
const requests = { time, answers };
const inputs = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const [request, file] = line.split(" ");
  console.log(JSON.stringify(attempt(() => requests[request](input(file)))));
}

function attempt(action) {
  try {
    return action();
  } catch (error) {
    return { error: String(error).slice(0, 200) };
  }
}

function input(file) {
  if (!inputs.has(file)) inputs.set(file, read(file));
  return inputs.get(file);
}

/** A list is one text; where addresses are judged, one text is a single address. */
function read(file) {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  if (file.endsWith(".json")) return JSON.parse(text);
  return kind === "lists" ? text : [text];
}

/** Every result is read: its length, and a letter from its middle. */
function time(texts) {
  let checksum = 0;
  const fold = (value) => {
    const text = String(value ?? "");
    checksum = (Math.imul(checksum, 31) + text.length + (text.charCodeAt(text.length >> 1) || 0)) | 0;
  };
  globalThis.gc();
  const started = performance.now();
  run(texts, (first, second) => {
    if (typeof first === "string") fold(first);
    fold(second);
  });
  return { milliseconds: performance.now() - started, checksum };
}

function answers(texts) {
  const found = [];
  run(texts, (first, second) => found.push([first, second]));
  return { answers: found };
}
