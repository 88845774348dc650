import { checkEmail, plan } from "invite-users";

export default {
  fetch() {
    const { hints: [{ suggestion }] } = checkEmail("ann@gmial.com");
    const { requests: [{ url, body }] } = plan(
      { api: "vijil", endpoint: "https://acme.com/api/invite" },
      [{ email: "ann@acme.com" }],
    );
    return Response.json({ suggestion, url, body });
  },
};
