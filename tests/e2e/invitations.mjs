/**
 * For each API: whom a person gives which roles, what must reach the server for that by the API's
 * document, and what becomes of everybody.
 */

/** Five people as they are pasted: names, every separator, a member, and one that is no address. */
export const PASTED =
  "Ann Lee <ann@acme.com>, \"Okafor, Ben\" <ben.okafor@acme.com>; carla@acme.com\n"
  + "Grace Hopper <grace@example.com>\nmia(at)acme.com";

/** The one of them that is no address. */
export const MALFORMED = "mia(at)acme.com";

const ANN = "ann@acme.com";
const BEN = "ben.okafor@acme.com";
const CARLA = "carla@acme.com";
/** A member of every team from the start. */
const GRACE = "grace@example.com";

const BEARER = "authorization";
const TEAM = "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d";
const PAGE = "https://app.example.com/invite";

const EVERYONE_INVITED = { [ANN]: "invited", [BEN]: "invited", [CARLA]: "invited" };

/** One for each API; `words` are the server's, about the member. */
export const INVITATIONS = [
  {
    api: "contextual",
    roles: { [ANN]: ["Agent user", "Tenant admin"], [BEN]: ["Visitor"] },
    path: "/contextual/v1/users",
    credential: BEARER,
    bodies: [{
      tenant_short_name: "acme",
      new_users: [
        { email: ANN, roles: ["AGENT_USER", "TENANT_ADMIN"] },
        { email: BEN, roles: ["VISITOR"] },
        { email: CARLA },
        { email: GRACE },
      ],
    }],
    outcomes: { ...EVERYONE_INVITED, [GRACE]: "invited" },
  },
  {
    api: "galileo",
    roles: { [ANN]: ["Admin"], [BEN]: ["Read only"] },
    path: "/galileo/v2/invite_users",
    credential: "galileo-api-key",
    bodies: [
      { emails: [ANN], role: "admin" },
      { emails: [BEN], role: "read_only" },
      { emails: [CARLA, GRACE] },
    ],
    outcomes: { ...EVERYONE_INVITED, [GRACE]: "invited" },
  },
  {
    api: "smartdocumentor",
    roles: { [ANN]: ["Administrator"], [BEN]: ["Editor"] },
    path: "/smartdocumentor/api/v1.0/external/tenant/inviteusers",
    credential: BEARER,
    bodies: [{
      users: [
        { email: ANN, roleName: "Administrator" },
        { email: BEN, roleName: "Editor" },
        { email: CARLA, roleName: "Viewer" },
      ],
    }],
    // The batch is refused as a whole for the member's sake, and goes again without them.
    refused: [{
      users: [
        { email: ANN, roleName: "Administrator" },
        { email: BEN, roleName: "Editor" },
        { email: CARLA, roleName: "Viewer" },
        { email: GRACE, roleName: "Viewer" },
      ],
    }],
    outcomes: { ...EVERYONE_INVITED, [GRACE]: "failed" },
    words: `The user '${GRACE}' already belongs to the tenant.`,
  },
  {
    api: "vijil",
    roles: { [ANN]: ["Owner"], [BEN]: ["Admin"] },
    path: `/vijil/v1/teams/${TEAM}/invites`,
    credential: BEARER,
    bodies: [{ email: ANN, role: "OWNER" }, { email: BEN, role: "ADMIN" }, { email: CARLA }],
    refused: [{ email: GRACE }],
    outcomes: { ...EVERYONE_INVITED, [GRACE]: "failed" },
    words: `${GRACE} is already a member of this team`,
  },
  {
    api: "extractor",
    roles: { [ANN]: ["Extractor viewer", "Organisation user"], [BEN]: ["Extractor manager"] },
    path: "/extractor/api/v1/registration/invite",
    credential: BEARER,
    bodies: [
      { email: ANN, roles: ["extractor-viewer", "organisation-user"], url: PAGE },
      { email: BEN, roles: ["extractor-manager"], url: PAGE },
      { email: CARLA, roles: ["extractor-user"], url: PAGE },
    ],
    refused: [{ email: GRACE, roles: ["extractor-user"], url: PAGE }],
    outcomes: { ...EVERYONE_INVITED, [GRACE]: "failed" },
    words: `${GRACE} is already invited`,
  },
];
