/** @jsxImportSource solid-js */
/** What the JSX of Solid may say of the tag, and what it may not. */

import "invite-users/types/solid";

export const whole = (
  <invite-users
    api="vijil" endpoint="/api/invite" max-invitees={20} prop:config={{ api: "vijil", roles: ["ADMIN"] }}
    ref={(form) => form.clear()} on:invite-users-sent={({ detail }) => detail.counts.invited}
  />
);
// @ts-expect-error: no such API
export const strangeApi = <invite-users api="acme" />;
// @ts-expect-error: a role of another API
export const strangeRole = <invite-users prop:config={{ api: "vijil", roles: ["read_only"] }} />;
// @ts-expect-error: a plan has no counts
export const strangeEvent = <invite-users on:invite-users-send={({ detail }) => detail.counts} />;
