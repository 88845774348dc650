// @ts-nocheck: the data carries no types
/** The addresses, lists, tables, requests and replies that native Rust is tested with get the same answers from the package. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as whole from "invite-users";
import * as small from "invite-users/check";

const { apis, parseTable, plan, readReply, readRequest } = whole;

const addresses = data("addresses");
const lists = data("lists");
const tables = data("tables");

for (const [entry, { checkEmail, checkEmails, parseList }] of Object.entries({ whole, small })) {
  test(`every address gets the verdict of the data from ${entry}`, () => {
    for (const expected of addresses) {
      assertCheck(checkEmail(expected.text, expected.options), expected, expected.name);
    }
  });

  test(`many at once get the same verdicts as one by one from ${entry}`, () => {
    const plain = addresses.filter(({ options }) => options === undefined).map(({ text }) => text);
    assert.deepEqual(checkEmails(plain), plain.map((text) => checkEmail(text)));
  });

  test(`every list becomes the entries of the data in ${entry}`, () => {
    for (const { name, text, options, entries, problems } of lists) {
      const list = parseList(text, options);
      assert.equal(list.entries.length, entries.length, name);
      list.entries.forEach((entry, index) => assertEntry(entry, entries[index], text, name));
      assert.deepEqual(list.problems.map(({ code }) => code), problems.map(({ code }) => code), name);
      const valid = entries.filter(({ email }) => email !== undefined).length;
      assert.equal(list.summary.valid, valid, name);
    }
  });
}

test("every table becomes the entries of the data", () => {
  for (const expected of tables) {
    const { name, options } = expected;
    const table = parseTable(bytes(expected), options);
    assert.deepEqual(table.columns.map(({ kind }) => kind), expected.columns ?? [], name);
    assert.equal(table.headerRow, expected.header ?? null, name);
    assert.equal(table.entries.length, expected.entries?.length ?? 0, name);
    table.entries.forEach((entry, index) => {
      assertPerson(table, entry, expected.entries[index], name);
    });
    const problems = table.problems.map(({ code, params }) => ({ code, ...params }));
    assert.deepEqual(problems, expected.problems ?? [], name);
    assert.equal(table.summary.total, table.entries.length, name);
  }
});

for (const id of apis().map(({ id }) => id)) {
  test(`every request to ${id} is read as in the data`, () => {
    for (const { name, config, body, invitees, settings, problems } of data(`apis/${id}/requests`)) {
      const read = readRequest(config, body);
      assert.deepEqual(read.invitees, invitees ?? [], name);
      assert.deepEqual(read.settings, settings ?? {}, name);
      const told = read.problems.map(({ message, params, ...problem }) => problem);
      assert.deepEqual(told, problems ?? [], name);
      assert.deepEqual(structuredClone(read), read, name);
    }
  });

  test(`every plan for ${id} is read back and planned again`, () => {
    for (const { name, config, invitees, requests = [] } of data(`apis/${id}/plans`)) {
      for (const { body } of requests.length ? plan(config, invitees).requests : []) {
        const read = readRequest(config, body);
        assert.deepEqual(read.problems, [], name);
        const settings = { ...config.settings, ...read.settings };
        const again = plan({ ...config, settings }, read.invitees);
        assert.deepEqual(again.requests.map((request) => request.body), [body], name);
      }
    }
  });

  test(`every reply of ${id} means what the data says`, () => {
    for (const { name, config, invitees, reply, outcomes } of data(`apis/${id}/replies`)) {
      const [request] = plan(config, invitees).requests;
      const told = readReply(config, request, reply);
      assert.deepEqual(told.map(({ message, params, ...outcome }) => outcome), outcomes, name);
    }
  });
}

function assertPerson({ rows }, entry, expected, name) {
  assert.equal(rows[entry.row].number, expected.row, name);
  assert.equal(entry.name, expected.name ?? null, name);
  assert.equal(entry.group, expected.group ?? null, name);
  assert.equal(entry.duplicateOf, expected.duplicateOf ?? null, name);
  assert.deepEqual(entry.roles, expected.roles ?? [], name);
  const { check } = entry;
  if (check.valid) return assert.equal(check.email, expected.email, name);
  assert.deepEqual([check.error.code, entry.text], [expected.code, expected.text], name);
}

function bytes({ text, utf16le, utf16be, latin1, hex }) {
  if (utf16be) return Buffer.from(utf16be, "utf16le").swap16();
  if (utf16le) return Buffer.from(utf16le, "utf16le");
  if (latin1) return Buffer.from(latin1, "latin1");
  return hex === undefined ? text : Buffer.from(hex, "hex");
}

function assertCheck(check, expected, name) {
  assert.equal(check.valid, expected.valid, name);
  if (!check.valid) return assertFault(check.error, expected, expected.text, name);
  const { email, domainUnicode, key } = expected;
  assert.deepEqual(
    { email: check.email, domainUnicode: check.domainUnicode, key: check.key },
    { email, domainUnicode, key },
    name,
  );
  const hints = check.hints.map(({ code, suggestion }) => ({ code, ...(suggestion && { suggestion }) }));
  assert.deepEqual(hints, expected.hints, name);
}

function assertFault(error, expected, text, name) {
  assert.equal(error.code, expected.code, name);
  assert.equal(error.suggestion ?? null, expected.suggestion ?? null, name);
  assert.deepEqual([error.start, error.end], utf16(text, expected), name);
  assert.ok(error.message.length > 0 && !/\{[a-z_]+\}/.test(error.message), name);
}

function assertEntry(entry, expected, text, name) {
  const { start, end } = entry;
  assert.equal(entry.text, expected.text, name);
  assert.deepEqual([start, end], utf16(text, expected), name);
  assert.deepEqual([entry.name, entry.group], [expected.name, expected.group], name);
  assert.equal(entry.duplicateOf, expected.duplicateOf ?? null, name);
  if (entry.check.valid) assert.equal(entry.check.email, expected.email, name);
  else assert.equal(entry.check.error.code, expected.code, name);
}

/** The data counts bytes of UTF-8. */
function utf16(text, { start, end }) {
  const bytes = Buffer.from(text);
  return [start, end].map((at) => bytes.subarray(0, at).toString().length);
}

function data(name) {
  return JSON.parse(readFileSync(new URL(`../../tests/data/${name}.json`, import.meta.url), "utf8"));
}
