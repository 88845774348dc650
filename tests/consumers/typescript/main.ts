import init, { checkEmail, plan, send } from "invite-users";
import type { InviteConfig, Outcome, Plan } from "invite-users";
import "invite-users/define";

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

const form = document.querySelector("invite-users");
if (form) {
  form.config = config;
  form.invitees = [{ email: "ann@acme.com" }];
  form.addEventListener("invite-users-sent", ({ detail }) => console.log(detail.counts.invited));
}

// @ts-expect-error: the address is never a number
checkEmail(7);
