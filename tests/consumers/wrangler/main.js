import { env } from "cloudflare:workers";
import { checkEmail, plan } from "invite-users";
import { createInviteHandler } from "invite-users/server";

const invite = createInviteHandler({
  api: "vijil",
  baseUrl: env.INVITE_API,
  auth: { type: "bearer", token: () => env.INVITE_KEY },
  settings: { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" },
  origins: [env.SITE_ORIGIN],
  authorize: () => ({ inviter: "user-1", roles: ["MEMBER"], maxInvitees: 20 }),
});

export default {
  fetch(request, _, context) {
    if (request.method === "GET") return Response.json(said());
    const answer = invite(request);
    context.waitUntil(answer);
    return answer;
  },
};

function said() {
  const { hints: [{ suggestion }] } = checkEmail("ann@gmial.com");
  const { requests: [{ url, body }] } = plan(
    { api: "vijil", endpoint: "https://acme.com/api/invite" },
    [{ email: "ann@acme.com" }],
  );
  return { suggestion, url, body };
}
