const { checkEmail, plan } = require("invite-users");
const { InviteUsersElement } = require("invite-users/define");

const { hints: [{ suggestion }] } = checkEmail("ann@gmial.com");
const { requests: [{ url, body }] } = plan(
  { api: "vijil", endpoint: "https://acme.com/api/invite" },
  [{ email: "ann@acme.com" }],
);
console.log(JSON.stringify({ suggestion, url, body, element: typeof InviteUsersElement }));
