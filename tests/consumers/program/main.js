import { checkEmail, plan } from "invite-users";
import { InviteUsersElement } from "invite-users/define";

const { hints: [{ suggestion }] } = checkEmail("ann@gmial.com");
const { requests: [{ url, body }] } = plan(
  { api: "vijil", endpoint: "https://acme.com/api/invite" },
  [{ email: "ann@acme.com" }],
);
console.log(JSON.stringify({ suggestion, url, body, element: typeof InviteUsersElement }));
