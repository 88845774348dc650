/** What a page may write without a framework, and what it may not. */

import "invite-users/define";
import { InviteUsersElement, registerLocale } from "invite-users/element";
import type { ElementConfig, Report } from "invite-users/element";

const form = document.createElement("invite-users");
form satisfies InviteUsersElement;
document.querySelector("invite-users")?.focus();
document.addEventListener("invite-users-sent", (event) => event);

form.config = { api: "galileo", ask: ["group_ids"], defaultRole: "user", theme: "dark", maxInvitees: undefined };
form.auth = { type: "header", name: "Galileo-API-Key", value: () => "key" };
form.suggest = async (query, signal) => [query, { email: "ann@acme.com", description: String(signal?.aborted) }];
// @ts-expect-error: the person can't fill in what the API does not have
form.config = { api: "galileo", ask: ["team_id"] };
// @ts-expect-error: a role of another API
form.config = { api: "galileo", defaultRole: "OWNER" };
// @ts-expect-error: no such theme
form.theme = "pink";
// @ts-expect-error: a secret is told apart by its type
form.auth = "s3cr3t";
// @ts-expect-error: what happened can't be set
form.report = undefined;

form.addEventListener("invite-users-sent", ({ detail }) => detail.counts.invited satisfies number);
form.addEventListener("invite-users-send", (event) => event.detail.requests.length > 9 && event.preventDefault());
form.addEventListener("invite-users-change", function ({ detail }) { this.plan(); detail.invitees[0]?.email; });
form.addEventListener("click", (event) => event.clientX);
// @ts-expect-error: progress tells how many there are in `total`
form.addEventListener("invite-users-progress", ({ detail }) => detail.count);
const listener = ({ detail }: CustomEvent<Report>) => detail.retryAt;
form.addEventListener("invite-users-sent", listener);
form.removeEventListener("invite-users-sent", listener);
// @ts-expect-error: a listener to something else
form.removeEventListener("invite-users-progress", listener);

export const config: ElementConfig<"vijil"> = { api: "vijil", messages: { ui: { heading: "Bring your crew" } } };
registerLocale("de-CH", { ui: { heading: "Leute einladen" } });
void form.send({ confirmed: true }).then(({ outcomes }) => outcomes);
void form.retry({ unconfirmed: undefined });
// @ts-expect-error: files are imported as such
void form.importFile("people.csv");
