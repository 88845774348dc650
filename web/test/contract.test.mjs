// @ts-nocheck: what it looks at is of any shape
/** The types say what the core does: what it answers, which codes, APIs, roles and settings it knows, and what it takes. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { apis, parseList, parseTable, plan } from "invite-users";
import { eachAnswer } from "./answers.mjs";
import { Shape, complaints, kindOf, same, union } from "./shapes.mjs";

/** The sections of docs/codes.md, which a test of the core writes from its sources, and their types. */
const CODES = {
  "Rejected addresses": "EmailErrorCode", Hints: "HintCode", Lists: "ListProblemCode", Tables: "TableProblemCode",
  Plans: "PlanProblemCode", Requests: "RequestProblemCode", Descriptions: "DescriptionProblemCode",
  "Requests that a server passes on": "RelayProblemCode",
  Outcomes: "OutcomeCode", Roles: "RolesErrorCode", "Saved deliveries": "ResumeErrorCode",
  Credentials: "AuthProblemCode",
};

/** Which codes stand in which answers. */
const CODES_IN = {
  Hint: ["Hints"], EmailFault: ["Rejected addresses"], ListProblem: ["Lists"], TableProblem: ["Tables"],
  NotInvited: ["Outcomes"], Problem: ["Plans", "Requests", "Rejected addresses", "Descriptions", "Credentials"],
};

/** The members whose words the types list. */
const WORDS = {
  'T.Outcome["status"]': ["Invited", "NotInvited", "status"], "T.ColumnKind": ["Column", "kind"],
  'T.ApiInfo["batching"]': ["ApiInfo", "batching"], 'T.SettingSpec["type"]': ["SettingSpec", "type"],
  'T.AuthKind["type"]': ["AuthKind", "type"], '(T.ApiInfo | T.CustomApiInfo)["id"]': ["ApiInfo", "id"],
};

const shapes = new Map();
const values = new Map();

await eachAnswer((type, value) => {
  if (!shapes.has(type)) shapes.set(type, new Shape());
  shapes.get(type).add(value);
  for (const [name, member] of Object.entries(value)) {
    const key = `${type}.${name}`;
    if (typeof member === "string") values.set(key, (values.get(key) ?? new Set()).add(member));
  }
});

test("each answer has the members of its type, and each type those of its answers", () => {
  const types = [...shapes].filter(([type]) => type !== "AuthKind" && type !== "Counts");
  const statements = types.map(([type, shape]) => same(`Shape<T.${type}>`, String(shape)));
  statements.push(same('Shape<T.Report["counts"]>', String(shapes.get("Counts"))));
  assert.deepEqual(complaints(statements), []);
});

test("each list of words in the types is the one in the answers", () => {
  const statements = Object.entries(WORDS).map(([type, path]) => {
    const words = path.slice(0, -1).flatMap((name) => [...values.get(`${name}.${path.at(-1)}`)]);
    return same(type, union(words));
  });
  assert.deepEqual(complaints(statements), []);
});

test("each code of the core is in its type, and each in the types is one of the core's", () => {
  const statements = Object.entries(CODES).map(([section, type]) => same(`T.${type}`, union(codes(section))));
  assert.deepEqual(complaints(statements), []);
});

test("what an answer tells is one of its codes", () => {
  for (const [type, sections] of Object.entries(CODES_IN)) {
    const known = sections.flatMap(codes);
    const told = [...values.get(`${type}.code`)];
    assert.deepEqual(told.filter((code) => !known.includes(code)), [], type);
  }
});

test("roles, settings and fields of each API are typed as the API says", () => {
  const statements = apis().flatMap(({ id, roles, settings, personFields }) => {
    const role = roles.free ? "string" : union(roles.choices.map(({ name }) => name));
    const fields = personFields.map(({ name }) => `${name}?: boolean | undefined`);
    const members = settings.map((spec) => `${spec.name}?: ${settingType(spec)} | undefined`);
    return [
      same(`T.RoleOf<${JSON.stringify(id)}>`, role),
      same(`T.KnownApis[${JSON.stringify(id)}]["settings"]`, `{ ${members.join("; ")} }`),
      same(`T.PersonFields<${JSON.stringify(id)}>`, `{ ${fields.join("; ")} }`),
    ];
  });
  assert.deepEqual(complaints(statements), []);
});

/** @param {string} section */
function codes(section) {
  const page = readFileSync(new URL("../../docs/codes.md", import.meta.url), "utf8");
  const [, rows = ""] = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)).split("|---|---|---|");
  return [...rows.matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code);
}

function settingType({ type, choices }) {
  const types = { boolean: "boolean", choice: union(choices ?? []), int64: "T.Int64", uuid_list: "readonly string[]" };
  return types[type] ?? "string";
}

/** What is given in each place, and how the core hears of it there. */
const INPUTS = {
  EmailOptions: (options) => parseList("", { email: options }),
  ListOptions: (options) => parseList("", options),
  TableOptions: (options) => parseTable("", options),
  DeliveryOptions: (delivery) => plan({ api: "vijil", delivery }, []),
  Person: (person) => plan({ api: "vijil" }, [person]),
  InviteConfig: (config) => plan({ ...config, api: config.api ?? "vijil" }, []),
};

/** Values of every kind; of some texts only these words are taken. */
const SAMPLES = ["vijil", "hint", 1, true, [], {}];

/** What the core reads and the web layer fills in by itself. */
const FILLED_IN = { DeliveryOptions: ["seed", "id", "refreshable"], InviteConfig: ["pageOrigin"] };

/** What the web layer keeps to itself. */
const KEPT_BACK = { InviteConfig: ["auth"] };

/** Where the core reads each. */
const READERS = { Person: ["invitee.rs", "InviteeInput"] };

test("what a function takes is what the core reads, by name and by kind", () => {
  const statements = Object.entries(INPUTS).map(([type, give]) => {
    const names = membersRead(...(READERS[type] ?? ["config.rs", type]));
    const own = names.filter((name) => !FILLED_IN[type]?.includes(name));
    const members = own.map((name) => `${name}: ${union(taken(give, name))}`);
    const whole = type === "InviteConfig" ? "AnyConfig" : `T.${type}`;
    return same(`Shape<Required<Omit<${whole}, ${union(KEPT_BACK[type] ?? [])}>>>`, `{ ${members.join("; ")} }`);
  });
  assert.deepEqual(complaints(statements), []);
});

/** The members that the source of the core reads of a type. */
function membersRead(file, type) {
  const source = readFileSync(new URL(`../../crates/core/src/${file}`, import.meta.url), "utf8");
  const [, rest = ""] = source.split(`impl FromJson for ${type} {`);
  const [body = ""] = rest.split(/^}$/m);
  return [...body.matchAll(/members\.(?:fill|required)\("(\w+)"/g)].map(([, name]) => name);
}

/** The kinds of values that the core takes there; of any other it says so. */
function taken(give, name) {
  const kinds = SAMPLES.filter((sample) => {
    try {
      give({ [name]: sample });
      return true;
    } catch (error) {
      assert.equal(error.code, "invalid_argument");
      return false;
    }
  });
  return new Set(kinds.map(kindOf));
}
