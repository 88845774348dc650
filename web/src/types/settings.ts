/** What each API's document names and types: its settings, its roles, and how it is configured. */

import type { CommonConfig } from "./config.js";

/** A 64-bit integer: text or a bigint above 2^53, which a number can't hold. */
export type Int64 = number | bigint | string;

/** What Contextual AI must know beside the people. */
export interface ContextualSettings {
  /** The tenant; required unless `endpoint` fills it in. */
  tenant_short_name?: string | undefined;
}

/** What a person can be at Contextual AI. */
export type ContextualRole =
  | "VISITOR" | "AGENT_USER" | "CUSTOMER_USER" | "CUSTOMER_INTERNAL_USER"
  | "CONTEXTUAL_STAFF_USER" | "CONTEXTUAL_EXTERNAL_STAFF_USER" | "CONTEXTUAL_INTERNAL_STAFF_USER"
  | "TENANT_ADMIN" | "CUSTOMER_ADMIN" | "CONTEXTUAL_ADMIN" | "SUPER_ADMIN" | "SERVICE_ACCOUNT";

/** What Contextual AI takes for a person beside address and roles. */
export interface ContextualFields {
  /** Lets the person manage the tenant. */
  is_tenant_admin?: boolean | undefined;
}

/** Contextual AI: `POST /users`. */
export interface ContextualConfig extends CommonConfig {
  /** The API that invites. */
  api: "contextual";
  /** What it must know beside the people. */
  settings?: ContextualSettings | undefined;
  /** The roles to choose from; narrows its own. */
  roles?: readonly ContextualRole[] | undefined;
}

/** What Galileo can be told beside the people. */
export interface GalileoSettings {
  /** How the people will sign in; by default by email. */
  auth_method?:
    | "email" | "google" | "github" | "okta" | "azure-ad" | "custom" | "saml" | "invite" | undefined;
  /** The groups that they join: version 4 UUIDs. */
  group_ids?: readonly string[] | undefined;
  /** Whether they are told by email; by default they are. */
  send_email?: boolean | undefined;
}

/** What a person can be at Galileo. */
export type GalileoRole = "admin" | "manager" | "user" | "read_only";

/** Galileo: `POST /v2/invite_users`. */
export interface GalileoConfig extends CommonConfig {
  /** The API that invites. */
  api: "galileo";
  /** What it can be told beside the people. */
  settings?: GalileoSettings | undefined;
  /** The roles to choose from; narrows its own. */
  roles?: readonly GalileoRole[] | undefined;
}

/** SmartDocumentor: `POST /api/v1.0/external/tenant/inviteusers`. */
export interface SmartdocumentorConfig extends CommonConfig {
  /** The API that invites. */
  api: "smartdocumentor";
  /** It has none. */
  settings?: Readonly<Record<string, never>> | undefined;
  /** The roles to choose from: the document names none. */
  roles?: readonly string[] | undefined;
  /** The exact URL of the list of roles; by default an assumed one, beside the invitations'. */
  rolesEndpoint?: string | undefined;
}

/** What Vijil must know beside the people. */
export interface VijilSettings {
  /** The team, a UUID; required unless `endpoint` fills it in. */
  team_id?: string | undefined;
}

/** What a person can be at Vijil. */
export type VijilRole = "OWNER" | "ADMIN" | "MEMBER";

/** Vijil: `POST /v1/teams/{team_id}/invites`. */
export interface VijilConfig extends CommonConfig {
  /** The API that invites. */
  api: "vijil";
  /** What it must know beside the people. */
  settings?: VijilSettings | undefined;
  /** The roles to choose from; narrows its own. */
  roles?: readonly VijilRole[] | undefined;
}

/** What Extractor must know beside the people. */
export interface ExtractorSettings {
  /** The page that the invitation leads to; required unless `endpoint` fills it in. */
  url?: string | undefined;
  /** The tenant that they join. */
  tenantId?: Int64 | undefined;
  /** The organisation that they join. */
  organisationId?: Int64 | undefined;
}

/** What a person can be at Extractor. */
export type ExtractorRole =
  | "extractor-viewer" | "extractor-user" | "extractor-manager"
  | "organisation-viewer" | "organisation-user" | "organisation-manager";

/** Extractor: `POST /api/v1/registration/invite`. */
export interface ExtractorConfig extends CommonConfig {
  /** The API that invites. */
  api: "extractor";
  /** What it must know beside the people. */
  settings?: ExtractorSettings | undefined;
  /** The roles to choose from; narrows its own. */
  roles?: readonly ExtractorRole[] | undefined;
}

/** The APIs that are known without a description: what each is configured with, its roles and person fields. */
export interface KnownApis {
  /** Contextual AI. */
  contextual: {
    config: ContextualConfig; settings: ContextualSettings; role: ContextualRole; fields: ContextualFields;
  };
  /** Galileo. */
  galileo: { config: GalileoConfig; settings: GalileoSettings; role: GalileoRole; fields: {} };
  /** SmartDocumentor. */
  smartdocumentor: { config: SmartdocumentorConfig; settings: {}; role: string; fields: {} };
  /** Vijil. */
  vijil: { config: VijilConfig; settings: VijilSettings; role: VijilRole; fields: {} };
  /** Extractor. */
  extractor: { config: ExtractorConfig; settings: ExtractorSettings; role: ExtractorRole; fields: {} };
}
