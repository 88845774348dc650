/** What each function answers, through the package's own entry. */

import assert from "node:assert/strict";
import { test } from "node:test";
import init, { apis, checkEmail, checkEmails, parseList, parseTable } from "invite-users";
import { plan, readReply, toCsv } from "invite-users";
import { configs } from "./configs.mjs";

test("init resolves where the module is ready on import", async () => {
  assert.equal(await init(), undefined);
});

test("checkEmail keeps a good address", () => {
  const check = checkEmail("Ann@ACME.com");
  assert.ok(check.valid);
  assert.equal(check.email, "Ann@acme.com");
  assert.equal(check.domainUnicode, "acme.com");
});

test("checkEmail says where a bad address is wrong", () => {
  const check = checkEmail("mia(at)acme.com");
  assert.ok(!check.valid);
  assert.match(check.error.code, /^[a-z0-9_]+$/);
  assert.ok(check.error.message.length > 0);
  assert.ok(check.error.start <= check.error.end);
});

test("checkEmails answers one for each text, in order", () => {
  const checks = checkEmails(["ann@acme.com", "mia", "ben@acme.com"]);
  assert.deepEqual(checks.map(({ valid }) => valid), [true, false, true]);
});

test("parseList keeps names, finds duplicates and keeps what is unreadable", () => {
  const text = "Ann Lee <ann@acme.com>; ben@acme.com\nann@acme.com, nonsense";
  const { entries, summary, problems } = parseList(text);
  assert.ok(Array.isArray(entries));
  assert.deepEqual(entries.map(({ check }) => check.valid), [true, true, true, false]);
  assert.equal(entries[0]?.name, "Ann Lee");
  assert.equal(entries[2]?.duplicateOf, 0);
  assert.equal(entries[1]?.duplicateOf, null);
  assert.equal(summary.total, 4);
  assert.deepEqual(problems, []);
});

test("parseTable finds the columns, the people and their roles", () => {
  const file = "Name;E-Mail;Rolle;Stadt\r\nAnn Lee;ann@acme.com;ADMIN;Köln\r\nBob;;chief;\r\n";
  const { columns, headerRow, rows, entries, summary, problems } = parseTable(file, {
    roles: [{ name: "admin", label: "Administrator" }, "member"],
  });
  assert.deepEqual(columns.map(({ kind }) => kind), ["name", "email", "role", "aside"]);
  assert.equal(headerRow, 1);
  assert.deepEqual([entries[0]?.name, entries[0]?.roles], ["Ann Lee", ["admin"]]);
  assert.equal(rows[entries[0]?.row ?? -1]?.cells[3], "Köln");
  assert.equal(summary.rejected, 1);
  const [problem] = problems;
  assert.deepEqual([problem?.code, problem?.row, problem?.column], ["unknown_role", 3, 3]);
});

test("parseTable says how to save a spreadsheet as CSV", () => {
  const { entries, problems } = parseTable(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]));
  assert.deepEqual([entries.length, problems[0]?.code], [0, "spreadsheet_file"]);
});

test("toCsv writes rows and objects, and guards formulas", () => {
  const rows = [["Ann", "ann@acme.com"], { email: "=cmd()", name: "Lee, Bob" }, [null, 7]];
  const written = 'name,email\r\nAnn,ann@acme.com\r\n"Lee, Bob",\'=cmd()\r\n,7\r\n';
  assert.equal(toCsv(rows, ["name", "email"]), written);
});

test("positions are UTF-16 code units", () => {
  const text = "😀 Ann <ann@acme.com>";
  const [entry] = parseList(text).entries;
  assert.ok(entry);
  assert.equal(text.slice(entry.start, entry.end), entry.text);
});

test("apis describes all five", () => {
  const ids = apis().map(({ id }) => id);
  assert.deepEqual([...ids].sort(), Object.keys(configs).sort());
  const vijil = apis().find(({ id }) => id === "vijil");
  assert.ok(vijil);
  assert.equal(vijil.baseUrl, null);
  assert.equal(vijil.batching, "each");
  assert.deepEqual(vijil.settings.map(({ name, required }) => [name, required]), [["team_id", true]]);
});

for (const [id, { config, roles, url }] of Object.entries(configs)) {
  test(`plan builds the request of ${id}`, () => {
    const { requests, problems } = plan(config, [{ email: "ann@acme.com", roles }]);
    assert.deepEqual(problems, []);
    assert.equal(requests.length, 1);
    assert.equal(requests[0]?.method, "POST");
    assert.equal(requests[0]?.url, url);
    assert.deepEqual(requests[0]?.invitees, [0]);
    assert.ok(JSON.stringify(JSON.parse(requests[0].body)).includes("ann@acme.com"));
  });
}

test("a 64-bit integer survives as bigint and as text", () => {
  const { config } = configs.extractor;
  for (const tenantId of [9007199254740993n, "9007199254740993"]) {
    const settings = { url: "https://app.example.com/invite", tenantId };
    const [request] = plan({ ...config, settings }, [{ email: "ann@acme.com" }]).requests;
    assert.match(request?.body ?? "", /"tenantId":9007199254740993[,}]/);
  }
});

test("problems block a plan and say where they are", () => {
  const { requests, problems } = plan({ api: "contextual" }, [{ email: "ann@acme.com" }]);
  assert.deepEqual(requests, []);
  assert.deepEqual(
    problems.map(({ code, field }) => [code, field]),
    [["setting_required", "settings.tenant_short_name"]],
  );
});

test("a plan is plain data", () => {
  const { config } = configs.contextual;
  const made = plan(config, [{ email: "ann@acme.com" }]);
  assert.deepEqual(structuredClone(made), made);
});

test("readReply gives each person one outcome", () => {
  const { config } = configs.contextual;
  const people = [{ email: "ann@acme.com" }, { email: "ben@acme.com" }];
  const [request] = plan(config, people).requests;
  assert.ok(request);
  const said = { invited_user_emails: ["ann@acme.com"], error_details: { "ben@acme.com": "Blocked" } };
  const headers = new Headers({ "content-type": "application/json" });
  const outcomes = readReply(config, request, { status: 200, headers, body: JSON.stringify(said) });
  assert.deepEqual(
    outcomes.map(({ invitee, status, serverMessage }) => [invitee, status, serverMessage]),
    [[0, "invited", undefined], [1, "failed", "Blocked"]],
  );
});
