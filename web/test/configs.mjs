/** For each API a configuration that works, a role, and the URL that it leads to. */

const team = "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d";

/** @type {{ [Id in import("invite-users").ApiId]: {
 *   config: Extract<import("invite-users").InviteConfig, { api: Id }>,
 *   roles: string[], url: string } }} */
export const configs = {
  contextual: {
    config: { api: "contextual", settings: { tenant_short_name: "acme" } },
    roles: ["AGENT_USER"],
    url: "https://api.contextual.ai/v1/users",
  },
  galileo: {
    config: { api: "galileo" },
    roles: ["manager"],
    url: "https://api.galileo.ai/v2/invite_users",
  },
  smartdocumentor: {
    config: { api: "smartdocumentor" },
    roles: ["Editor"],
    url: "https://cloud.smartdocumentor.net/api/v1.0/external/tenant/inviteusers",
  },
  vijil: {
    config: { api: "vijil", baseUrl: "https://vijil.example/", settings: { team_id: team } },
    roles: ["ADMIN"],
    url: `https://vijil.example/v1/teams/${team}/invites`,
  },
  extractor: {
    config: {
      api: "extractor",
      baseUrl: "https://extractor.example",
      settings: { url: "https://app.example.com/invite" },
    },
    roles: ["extractor-viewer"],
    url: "https://extractor.example/api/v1/registration/invite",
  },
};
