/** What a program without a page may write, and what it may not. */

import init, { Delivery, apiInfo, apis, checkEmail, loadRoles, parseTable, plan, readReply, send } from "invite-users";
import type { Auth, CustomApi, InviteConfig, Invitee, Outcome, OutcomeCode, WasmSource } from "invite-users";
import { parseList } from "invite-users/check";

declare const maybe: string | undefined;
declare const config: InviteConfig;

const check = checkEmail("ann@acme.com", { ownDomains: ["acme.com"] as const, reservedDomains: undefined });
export const told: string = check.valid ? check.email : `${check.error.code} ${check.error.start}`;
// @ts-expect-error: only an address that is one has it
check.email;
// @ts-expect-error: no such code
if (!check.valid && check.error.code === "typo") check;

export const vijil: InviteConfig<"vijil"> = { api: "vijil", baseUrl: maybe, settings: { team_id: "x" }, roles: ["ADMIN"] };
export const galileo: InviteConfig = { api: "galileo", settings: { group_ids: ["x"], send_email: false } };
export const extractor: InviteConfig = { api: "extractor", settings: { url: "https://acme.com", tenantId: 9007199254740993n } };
// @ts-expect-error: a role of another API
export const strangeRole: InviteConfig = { api: "vijil", roles: ["read_only"] };
// @ts-expect-error: no such setting
export const strangeSetting: InviteConfig = { api: "galileo", settings: { team_id: "x" } };
// @ts-expect-error: a setting of another type
export const wrongSetting: InviteConfig = { api: "galileo", settings: { send_email: "yes" } };
// @ts-expect-error: no such API
export const strangeApi: InviteConfig = { api: "acme" };
// @ts-expect-error: the document of Vijil names all roles
export const strangeList: InviteConfig = { api: "vijil", rolesEndpoint: "https://acme.com/roles" };

export const admin: Invitee<"contextual"> = { email: "ann@acme.com", roles: ["TENANT_ADMIN"], is_tenant_admin: true };
// @ts-expect-error: a field of another API
export const strangeField: Invitee<"vijil"> = { email: "ann@acme.com", is_tenant_admin: true };
// @ts-expect-error: a role of another API
export const strangePerson: Invitee<"vijil"> = { email: "ann@acme.com", roles: ["admin"] };
// @ts-expect-error: an address is the least
export const nobody: Invitee = { name: "Ann" };

export const bearer: Auth = { type: "bearer", token: async () => "t" };
// @ts-expect-error: a token is missing
export const empty: Auth = { type: "bearer" };
// @ts-expect-error: members of two kinds
export const mixed: Auth = { type: "basic", username: "ann", token: "t" };
// @ts-expect-error: a secret is no part of a configuration beside `auth`
export const loose: InviteConfig = { api: "vijil", token: "t" };

const acme: CustomApi = {
  name: "Acme", path: "/invitations", batching: "each", personFields: [{ name: "is_admin" }],
  body: { email: "$email" }, reply: { invited: "all" },
};
export const own: Invitee<CustomApi> = { email: "ann@acme.com", roles: ["owner"], is_admin: true };
// @ts-expect-error: people share requests in three ways
export const strangeApiShape: CustomApi = { ...acme, batching: "sometimes" };
apiInfo(acme).id satisfies "custom";
apis()[0]?.settings.map(({ type, choices }) => [type === "uuid_list", choices?.length]);

const table = parseTable("email,role\nann@acme.com,ADMIN\n");
const people = table.entries.flatMap(({ check, roles }) => check.valid ? [{ email: check.email, roles }] : []);
const planned = plan({ api: "vijil" }, people);
plan(config, [admin, { email: "bob@acme.com" }]);
plan({ api: acme }, [own]);
// @ts-expect-error: a list of people, not one
plan(config, admin);
planned.problems.map(({ code }) => code === "setting_required" || code === "missing_at");
// @ts-expect-error: what only `readRequest` tells
planned.problems.map(({ code }) => code === "unknown_member");

export async function use(): Promise<void> {
  const source: WasmSource = new Uint8Array([0]);
  await init(source);
  // @ts-expect-error: there is one module
  await init(source, source);
  const delivery = new Delivery(vijil, [admin]);
  // @ts-expect-error: how a delivery is resumed is `resume`'s alone
  new Delivery(delivery);
  delivery.retry([0]);
  Delivery.resume(JSON.stringify(delivery), bearer).free();
  const report = await send({ ...vijil, auth: bearer }, people, { onProgress: ({ counts }) => counts.not_sent });
  report.outcomes.map(reason);
  const [request] = planned.requests;
  if (request) readReply(config, request, { status: 200, headers: [["retry-after", "1"]], body: "" });
  (await loadRoles({ api: "smartdocumentor", rolesEndpoint: maybe })).map(({ privileged }) => privileged);
  parseList("ann@acme.com").problems.map(({ code }) => code === "list_too_long");
}

function reason(outcome: Outcome): OutcomeCode | undefined {
  if (outcome.status !== "invited") return outcome.code;
  // @ts-expect-error: who is invited needs no reason
  outcome.code.length;
  return outcome.code;
}
