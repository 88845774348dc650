/** What is kept over a reload, and which tab may go on with it: the web layer alone. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SOURCE = fileURLToPath(new URL("../src/persist.ts", import.meta.url));
const built = await build({ entryPoints: [SOURCE], bundle: true, format: "esm", write: false });
const { Persistence } = await import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0]?.text ?? "").toString("base64")}`);
const HOUR = 60 * 60 * 1000;

/** @type {string[]} */
let failures = [];
/** @type {Memory} */
let tab;
/** @type {Memory} */
let marks;

beforeEach(() => {
  failures = [];
  marks = new Memory();
  Object.assign(globalThis, { localStorage: marks });
  openTab(new Memory());
  useLocks(new Locks());
});

test("what is kept under a key is there again, and under no other", () => {
  const { persistence } = opened("ann");
  persistence.keep("people", "[1]\n[2]");
  persistence.keep("typed", "ben@");
  assert.deepEqual(opened("ann").kept, { people: "[1]\n[2]", typed: "ben@", delivery: "", departures: "" });
  assert.deepEqual(opened("ben").kept, { people: "", typed: "", delivery: "", departures: "" });
});

test("an empty text is nothing", () => {
  const { persistence } = opened("ann");
  persistence.keep("people", "[1]");
  persistence.keep("people", "");
  assert.deepEqual(tab.keys(), []);
});

test("without a key nothing is kept", () => {
  const { persistence } = opened(undefined);
  persistence.keep("people", "[1]");
  persistence.begin("[1]", "0");
  persistence.depart("a");
  persistence.end("0");
  assert.deepEqual([...tab.keys(), ...marks.keys()], []);
  assert.equal(persistence.claim(), undefined);
});

test("departures belong to the delivery that was written before them", () => {
  const { persistence } = opened("ann");
  persistence.begin("[1]", "none");
  persistence.depart("a");
  persistence.depart("b");
  assert.equal(opened("ann").kept.departures, "a\nb");
  const stale = tab.getItem("invite-users:ann:departures");
  persistence.progress("a is known");
  assert.equal(opened("ann").kept.departures, "");
  tab.setItem("invite-users:ann:departures", stale ?? "");
  assert.equal(opened("ann").kept.departures, "");
});

test("a delivery that can't be written whole any more keeps what was written, and who left since", () => {
  const { persistence } = opened("ann");
  persistence.begin("[1]", "none");
  persistence.depart("a");
  tab.limit = 300;
  persistence.progress("x".repeat(300));
  persistence.depart("b");
  const { delivery, departures } = opened("ann").kept;
  assert.deepEqual({ delivery, departures }, { delivery: "none", departures: "a\nb" });
  assert.deepEqual(failures, ["not_kept"]);
});

test("a delivery that can't be written at its beginning leaves no list that looks unsent", () => {
  const { persistence } = opened("ann");
  persistence.keep("people", "[1]");
  tab.limit = 100;
  persistence.begin("[1]", "x".repeat(300));
  persistence.depart("a");
  assert.deepEqual(tab.keys(), []);
});

test("a failure is told once for each key", () => {
  tab.limit = 0;
  const { persistence } = opened("ann");
  persistence.keep("people", "[1]");
  persistence.keep("people", "[2]");
  assert.deepEqual(failures, ["not_kept"]);
  persistence.open("ben");
  persistence.keep("people", "[1]");
  assert.deepEqual(failures, ["not_kept", "not_kept"]);
});

test("after twelve hours everything is gone, marks too", async (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 1_000 * HOUR });
  const { persistence } = opened("ann");
  persistence.begin("[1]", "0");
  persistence.end("1");
  assert.equal(marks.keys().length, 1);
  context.mock.timers.tick(11 * HOUR);
  assert.equal(opened("ann").kept.delivery, "1");
  context.mock.timers.tick(HOUR);
  assert.deepEqual(opened("ann").kept, { people: "", typed: "", delivery: "", departures: "" });
  opened("ben").persistence.begin("[1]", "0");
  opened("ben").persistence.end("1");
  assert.equal(marks.keys().length, 1);
});

test("what others have in these storages is left alone", () => {
  for (const storage of [tab, marks]) storage.setItem("invite-users:theirs", "x");
  const { persistence } = opened("ann");
  persistence.begin("[1]", "0");
  persistence.end("");
  assert.deepEqual(tab.keys(), ["invite-users:theirs"]);
  assert.ok(marks.keys().includes("invite-users:theirs"));
});

for (const name of ["with locks", "without locks"]) {
  const locks = () => (name === "with locks" ? new Locks() : undefined);
  test(`${name}: what one tab has gone on with no other can`, async () => {
    useLocks(locks());
    const first = opened("ann").persistence;
    first.begin("[1]", "0");
    first.close();
    await released();
    const copy = tab.copy();
    assert.equal(await opened("ann").persistence.claim(), "free");
    openTab(copy);
    assert.equal(await opened("ann").persistence.claim(), "used");
  });

  test(`${name}: a copy of a delivery that has ended can't go on`, async () => {
    useLocks(locks());
    const { persistence } = opened("ann");
    persistence.begin("[1]", "0");
    const copy = tab.copy();
    persistence.end("1");
    await released();
    openTab(copy);
    assert.equal(await opened("ann").persistence.claim(), "used");
  });

  test(`${name}: a tab can go on as often as it is loaded`, async () => {
    const held = useLocks(locks());
    opened("ann").persistence.begin("[1]", "0");
    held?.tabDies();
    for (const round of [1, 2, 3]) {
      const { persistence, kept } = opened("ann");
      assert.equal(kept.delivery, "0", `round ${round}`);
      assert.equal(await persistence.claim(), "free", `round ${round}`);
    }
    const { persistence } = opened("ann");
    persistence.depart("a");
    assert.equal(await persistence.claim(), "free");
    assert.deepEqual(opened("ann").kept.departures, "a");
  });
}

test("while one tab sends, its copy is told so, and can go on once that tab has died", async () => {
  const locks = useLocks(new Locks());
  opened("ann").persistence.begin("[1]", "0");
  const other = openTab(tab.copy());
  const { persistence } = opened("ann");
  assert.equal(await persistence.claim(), "sending");
  locks.tabDies();
  assert.equal(await persistence.claim(), "free");
  assert.ok(other.keys().length > 0);
});

/** @param {string | undefined} key */
function opened(key) {
  const persistence = new Persistence((/** @type {{ code: string }} */ { code }) => failures.push(code));
  return { persistence, kept: persistence.open(key) };
}

/** @param {Memory} storage */
function openTab(storage) {
  Object.assign(globalThis, { sessionStorage: storage });
  return (tab = storage);
}

/** @template {Locks | undefined} L @param {L} locks */
function useLocks(locks) {
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { locks } });
  return locks;
}

/** Until a lock that was let go is free. */
function released() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A Storage (HTML, web storage) with room for so many characters. */
class Memory {
  /** @type {Map<string, string>} */
  #items = new Map();
  limit = Infinity;
  get length() { return this.#items.size; }
  /** @param {number} index */
  key(index) { return [...this.#items.keys()][index] ?? null; }
  keys() { return [...this.#items.keys()]; }
  /** @param {string} name */
  getItem(name) { return this.#items.get(name) ?? null; }
  /** @param {string} name */
  removeItem(name) { this.#items.delete(name); }
  /** @param {string} name @param {string} value */
  setItem(name, value) {
    if (value.length > this.limit) throw new Error("QuotaExceededError");
    this.#items.set(name, value);
  }
  copy() {
    const copy = new Memory();
    for (const [name, value] of this.#items) copy.setItem(name, value);
    return copy;
  }
}

/** A LockManager (Web Locks) without queues. */
class Locks {
  #held = new Set();
  tabDies() { this.#held.clear(); }
  /** @param {string} name @param {any[]} rest */
  async request(name, ...rest) {
    const work = rest.pop();
    if (this.#held.has(name)) return work(null);
    this.#held.add(name);
    try {
      return await work({ name });
    } finally {
      this.#held.delete(name);
    }
  }
}
