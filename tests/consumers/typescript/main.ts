import init, { checkEmail, plan, send } from "invite-users";
import type { InviteConfig, Outcome, Plan } from "invite-users";
import core from "invite-users/core.wasm";
import { loadWidget } from "invite-users/define";
import * as inline from "invite-users/inline";
import initSlim from "invite-users/slim";
import widget from "invite-users/widget.wasm";

const config: InviteConfig = { api: "vijil", endpoint: "/api/invite" };

export async function suggestion(text: string): Promise<string | undefined> {
  await init();
  const check = checkEmail(text);
  return check.valid ? check.hints[0]?.suggestion : check.error.suggestion;
}

export function requests(email: string): Plan["requests"] {
  return plan(config, [{ email, roles: ["ADMIN"] }]).requests;
}

export async function failed(email: string): Promise<Outcome[]> {
  const { outcomes } = await send(config, [{ email }]);
  return outcomes.filter(({ status }) => status === "failed");
}

export async function brought(): Promise<boolean> {
  await Promise.all([initSlim(core), inline.default(), loadWidget(widget)]);
  return inline.checkEmail("ann@acme.com").valid;
}

const form = document.querySelector("invite-users");
if (form) {
  form.config = config;
  form.invitees = [{ email: "ann@acme.com" }];
  form.addEventListener("invite-users-sent", ({ detail }) => console.log(detail.counts.invited));
}

// @ts-expect-error: the address is never a number
checkEmail(7);
