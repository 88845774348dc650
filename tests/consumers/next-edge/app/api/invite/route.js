import { checkEmail, plan } from "invite-users";
import { createInviteHandler } from "invite-users/server";

export const runtime = "edge";

const { INVITE_API, INVITE_KEY, SITE_ORIGIN } = process.env;

export const POST = createInviteHandler({
  api: "vijil",
  baseUrl: INVITE_API,
  auth: { type: "bearer", token: () => INVITE_KEY },
  settings: { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" },
  origins: [SITE_ORIGIN],
  authorize: () => ({ inviter: "user-1", roles: ["MEMBER"], maxInvitees: 20 }),
});

export function GET() {
  const { hints: [{ suggestion }] } = checkEmail("ann@gmial.com");
  const { requests: [{ url, body }] } = plan(
    { api: "vijil", endpoint: "https://acme.com/api/invite" },
    [{ email: "ann@acme.com" }],
  );
  return Response.json({ suggestion, url, body });
}
