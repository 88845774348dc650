/** The stable codes of everything that is told; docs/codes.md has the sentence of each. */

/** Why a text is not an address. */
export type EmailErrorCode =
  | "empty" | "missing_at" | "multiple_at" | "local_empty" | "local_too_long" | "address_too_long"
  | "domain_too_long" | "label_too_long" | "local_char" | "local_dot" | "domain_empty" | "domain_char"
  | "domain_empty_label" | "domain_hyphen" | "domain_reserved_hyphen" | "domain_no_dot" | "tld_invalid"
  | "idna_invalid" | "control_char" | "unsafe_unicode" | "quoted_local" | "domain_literal" | "comment"
  | "smtputf8_not_allowed" | "reserved_domain_not_allowed" | "unclosed_quote" | "unclosed_angle"
  | "unclosed_comment" | "comment_too_deep" | "extra_text" | "empty_group" | "email_missing";

/** What may be wrong with an address that can be invited as it is. */
export type HintCode =
  | "changed" | "idn" | "lookalike" | "mixed_direction" | "mixed_script" | "name_looks_like_address"
  | "outside_domains" | "possible_duplicate" | "reserved_domain" | "role_account" | "smtputf8" | "typo";

/** What of a list was not read. */
export type ListProblemCode =
  | "list_too_long" | "too_many_entries";

/** What of a table was not read, or may have been misread. */
export type TableProblemCode =
  | "above_header" | "binary_file" | "encoding_guessed" | "spreadsheet_file" | "table_too_long"
  | "too_many_columns" | "too_many_entries" | "too_many_rows" | "unclosed_quote" | "unknown_role";

/** What keeps a request from being built, beside addresses and descriptions. */
export type PlanProblemCode =
  | "base_url_required" | "duplicate_email" | "duplicate_role" | "field_not_boolean" | "no_invitees"
  | "one_role_only" | "role_not_offered" | "role_required" | "roles_endpoint_required"
  | "setting_not_choice" | "setting_not_boolean" | "setting_not_integer" | "setting_not_segment"
  | "setting_not_text" | "setting_not_url" | "setting_not_uuid" | "setting_not_uuid_list"
  | "setting_required" | "too_many_invitees" | "unknown_api" | "unknown_field" | "unknown_role"
  | "unknown_setting" | "url_has_credentials" | "url_insecure" | "url_malformed";

/** What is wrong with a request that is read back. */
export type RequestProblemCode =
  | "duplicate_member" | "member_not_list" | "member_not_object" | "member_not_text"
  | "request_not_invitation" | "request_not_json" | "unknown_member";

/** Why a server does not pass on a request that is right in itself. */
export type RelayProblemCode =
  | "field_not_granted" | "setting_not_granted" | "several_requests";

/** What is wrong with the description of an API. */
export type DescriptionProblemCode =
  | "description_conflict" | "description_duplicate" | "description_missing_key" | "description_too_large"
  | "description_unknown_key" | "description_unknown_place" | "description_wrong_value";

/** Why somebody was not invited, or why nobody knows. */
export type OutcomeCode =
  | "already_invited" | "auth_failed" | "batch_rejected" | "cancelled" | "cancelled_in_flight"
  | "connection_lost" | "forbidden" | "in_flight" | "interrupted" | "interrupted_in_flight" | "not_in_reply"
  | "not_found" | "plan_problems" | "rate_limited" | "redirected" | "refused_before_sending" | "rejected"
  | "server_error" | "stopped" | "timed_out" | "too_large" | "unauthorized" | "unreadable_reply" | "waiting";

/** Why the roles of a server could not be had. */
export type RolesErrorCode =
  | "roles_unreadable";

/** Why a delivery can't be resumed. */
export type ResumeErrorCode =
  | "resume_inconsistent" | "resume_malformed" | "resume_version";

/** What is wrong with a credential. */
export type AuthProblemCode =
  | "auth_malformed";

/** What `problems` of a plan and of a report say. */
export type ProblemCode = PlanProblemCode | EmailErrorCode | DescriptionProblemCode | AuthProblemCode;
