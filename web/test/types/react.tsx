/** @jsxImportSource react */
/** What the JSX of React may say of the tag, and what it may not. */

import "invite-users/types/react";
import type { Report } from "invite-users/element";

const sent = (report: Report) => report.outcomes;

export const whole = (
  <invite-users
    api="galileo" endpoint="/api/invite" max-invitees={20} theme="dark" disabled slot="main" id="invite"
    settings={{ send_email: false }} ask="group_ids" config={{ api: "vijil", roles: ["ADMIN"] }}
    suggest={async () => ["ann@acme.com"]} members={["bob@acme.com"]}
    ref={(form: HTMLElement | null) => form?.focus()}
    oninvite-users-sent={({ detail, currentTarget }) => [sent(detail), currentTarget.report]}
  >
    Loading the form …
  </invite-users>
);
export const texts = <invite-users settings='{"team_id":"x"}' roles='["ADMIN"]' max-invitees="20" />;
// @ts-expect-error: no such API
export const strangeApi = <invite-users api="acme" />;
// @ts-expect-error: a secret is never an attribute
export const secret = <invite-users token="s3cr3t" />;
// @ts-expect-error: a secret is told apart by its type
export const text = <invite-users auth="s3cr3t" />;
// @ts-expect-error: a setting of another API
export const strangeSetting = <invite-users config={{ api: "galileo", settings: { team_id: "x" } }} />;
// @ts-expect-error: a plan has no counts
export const strangeEvent = <invite-users oninvite-users-send={({ detail }) => detail.counts} />;
