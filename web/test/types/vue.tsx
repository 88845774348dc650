/** @jsxImportSource vue */
/** What Vue may say of the tag, and what it may not. */

import "invite-users/types/vue";
import type { GlobalComponents } from "vue";

type Props = InstanceType<GlobalComponents["invite-users"]>["$props"];

export const template: Props = {
  api: "vijil", endpoint: "/api/invite", "max-invitees": 20, class: "wide", key: 1,
  onInviteUsersSent: ({ detail }) => detail.counts.invited,
};
/** As vue-tsc reads `max-invitees="20" base-url="…"`, and an element inside the form. */
export const camel: Props = { maxInvitees: "20", baseUrl: "https://acme.com", roles: '["MEMBER"]', collect: "" };
export const heading = <invite-users><h2 slot="heading" /></invite-users>;
export const whole = <invite-users api="vijil" onInviteUsersSend={({ detail }) => detail.requests} />;
// @ts-expect-error: no such API
export const strangeApi = <invite-users api="acme" />;
// @ts-expect-error: no number
export const strangeLimit: Props = { maxInvitees: "many" };
// @ts-expect-error: a role of another API
export const strangeRole: Props = { config: { api: "vijil", roles: ["read_only"] } };
// @ts-expect-error: a plan has no counts
export const strangeEvent: Props = { onInviteUsersSend: ({ detail }) => detail.counts };
