/** What a template of Svelte may say of the tag, and what it may not. */

import "invite-users/types/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Props = SvelteHTMLElements["invite-users"];

export const template: Props = {
  api: "vijil", endpoint: "/api/invite", "max-invitees": 20, class: "wide",
  "oninvite-users-sent": ({ detail }) => detail.counts.invited,
};
// @ts-expect-error: no such API
export const strangeApi: Props = { api: "acme" };
// @ts-expect-error: a role of another API
export const strangeRole: Props = { config: { api: "vijil", roles: ["read_only"] } };
// @ts-expect-error: a plan has no counts
export const strangeEvent: Props = { "oninvite-users-send": ({ detail }) => detail.counts };
