// @ts-nocheck: the data carries no types
/** Everything that the package answers on the shared data, by the name of its type. */

import { readFileSync } from "node:fs";
import { apiInfo, apis, checkEmail, Delivery, loadRoles, parseList, parseTable, plan } from "invite-users";
import { readReply, readRequest } from "invite-users";

const checkType = ({ valid }) => valid ? "ValidEmail" : "InvalidEmail";
const outcomeType = ({ status }) => status === "invited" ? "Invited" : "NotInvited";

/** What stands in the members of each type. */
const INSIDE = {
  ValidEmail: { hints: "Hint" },
  InvalidEmail: { error: "EmailFault" },
  Entry: { check: checkType },
  PastedList: { entries: "Entry", summary: "Summary", problems: "ListProblem" },
  TableEntry: { check: checkType },
  PastedTable: {
    columns: "Column", rows: "TableRow", entries: "TableEntry", summary: "Summary", problems: "TableProblem",
  },
  ApiInfo: { auth: "AuthKind", roles: "RoleRules", settings: "SettingSpec", personFields: "PersonFieldSpec" },
  RoleRules: { choices: "RoleChoice" },
  Plan: { requests: "PlannedRequest", problems: "Problem" },
  ReadRequest: { problems: "Problem" },
  Report: { outcomes: outcomeType, problems: "Problem" },
};

/** What no known API has. */
const MORE = {
  batching: "together", maxBatch: 50, idempotencyKey: true, settings: [{ name: "plan", type: "choice", choices: ["a"] }],
  body: { plan: "$setting.plan", invitations: { $people: { email: "$email", role: "$role" } } }, reply: { invited: "all" },
  path: "/invitations",
};

/** Calls `see` with each type and value, and with those inside it. */
export async function eachAnswer(see) {
  for await (const [type, answer] of answers()) descend(type, answer, see);
}

function descend(type, value, see) {
  const name = typeof type === "function" ? type(value) : type;
  see(name, value);
  for (const [member, inner] of Object.entries(INSIDE[name] ?? {})) {
    for (const item of [value[member]].flat()) descend(inner, item, see);
  }
}

async function* answers() {
  for (const { text, options } of data("addresses")) yield [checkType, checkEmail(text, options)];
  for (const { text, options } of data("lists")) yield ["PastedList", parseList(text, options)];
  for (const { text, options } of data("tables")) if (text) yield ["PastedTable", parseTable(text, options)];
  for (const info of apis()) {
    yield ["ApiInfo", info];
    yield* ofApi(info.id);
  }
  yield ["ApiInfo", apiInfo({ ...data("apis/custom/known/vijil"), ...MORE })];
  for (const { description } of data("apis/custom/faults")) yield ["Plan", plan({ api: description }, [])];
  yield* deliveries();
}

function* ofApi(id) {
  for (const { config, invitees } of data(`apis/${id}/plans`)) yield ["Plan", plan(config, invitees)];
  for (const { config, body } of data(`apis/${id}/requests`)) yield ["ReadRequest", readRequest(config, body)];
  const [{ config, invitees }] = data(`apis/${id}/plans`);
  const replies = data("apis/replies").map(({ reply }) => ({ config, invitees, reply }));
  for (const { config, invitees, reply } of [...replies, ...data(`apis/${id}/replies`)]) {
    const [request] = plan(config, invitees).requests;
    for (const outcome of readReply(config, request, reply)) yield [outcomeType, outcome];
  }
}

async function* deliveries() {
  const [{ config, invitees }] = data("apis/galileo/plans");
  const busy = new Response("", { status: 429, headers: { "retry-after": "100000" } });
  const unread = new Response("<p>Sign in</p>");
  for (const reply of [Response.json({}), busy, unread]) {
    const delivery = new Delivery(config, invitees);
    yield ["Progress", delivery.progress()];
    yield ["Report", delivery.report()];
    yield ["Report", await delivery.send({ fetch: async () => reply })];
    yield ["Counts", delivery.progress().counts];
    delivery.free();
  }
  for (const role of await loadRoles({ api: "vijil" })) yield ["RoleChoice", role];
}

function data(name) {
  return JSON.parse(readFileSync(new URL(`../../tests/data/${name}.json`, import.meta.url), "utf8"));
}
