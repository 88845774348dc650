/** The configuration of each API, as its document names and types it. */

import type { CommonConfig } from "./config.js";

/** A 64-bit integer: text or a bigint above 2^53, which a number can't hold. */
export type Int64 = number | bigint | string;

/** Contextual AI: `POST /users`. */
export interface ContextualConfig extends CommonConfig {
  api: "contextual";
  /** Required unless `endpoint` fills it in. */
  settings?: { tenant_short_name?: string };
  roles?: ContextualRole[];
}

/** What a person can be at Contextual AI. */
export type ContextualRole =
  | "VISITOR" | "AGENT_USER" | "CUSTOMER_USER" | "CUSTOMER_INTERNAL_USER"
  | "CONTEXTUAL_STAFF_USER" | "CONTEXTUAL_EXTERNAL_STAFF_USER" | "CONTEXTUAL_INTERNAL_STAFF_USER"
  | "TENANT_ADMIN" | "CUSTOMER_ADMIN" | "CONTEXTUAL_ADMIN" | "SUPER_ADMIN" | "SERVICE_ACCOUNT";

/** Galileo: `POST /v2/invite_users`. */
export interface GalileoConfig extends CommonConfig {
  api: "galileo";
  settings?: {
    /** How the people will sign in; by default by email. */
    auth_method?:
      | "email" | "google" | "github" | "okta" | "azure-ad" | "custom" | "saml" | "invite";
    /** The groups that they join: version 4 UUIDs. */
    group_ids?: string[];
    /** Whether they are told by email; by default they are. */
    send_email?: boolean;
  };
  roles?: ("admin" | "manager" | "user" | "read_only")[];
}

/** SmartDocumentor: `POST /api/v1.0/external/tenant/inviteusers`. */
export interface SmartdocumentorConfig extends CommonConfig {
  api: "smartdocumentor";
  settings?: Record<string, never>;
  /** The roles to choose from: the document names none. */
  roles?: string[];
  /** The exact URL of the list of roles; by default an assumed one, beside the invitations'. */
  rolesEndpoint?: string;
}

/** Vijil: `POST /v1/teams/{team_id}/invites`. */
export interface VijilConfig extends CommonConfig {
  api: "vijil";
  /** Required unless `endpoint` fills it in. */
  settings?: { team_id?: string };
  roles?: ("OWNER" | "ADMIN" | "MEMBER")[];
}

/** Extractor: `POST /api/v1/registration/invite`. */
export interface ExtractorConfig extends CommonConfig {
  api: "extractor";
  settings?: {
    /** The page that the invitation leads to; required unless `endpoint` fills it in. */
    url?: string;
    tenantId?: Int64;
    organisationId?: Int64;
  };
  roles?: (
    | "extractor-viewer" | "extractor-user" | "extractor-manager"
    | "organisation-viewer" | "organisation-user" | "organisation-manager"
  )[];
}
