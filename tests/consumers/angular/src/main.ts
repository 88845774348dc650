import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import "invite-users/define";
import type { ChangeDetail, ElementConfig, Invitee } from "invite-users/element";

@Component({
  selector: "app-team",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <invite-users [config]="config" [invitees]="invitees" (invite-users-change)="listen($event)"></invite-users>
    <output id="heard">{{ heard() }}</output>
  `,
})
class Team {
  readonly config: ElementConfig = { api: "vijil", endpoint: "/api/invite" };
  readonly invitees: Invitee[] = [{ email: "ann@acme.com" }];
  readonly heard = signal("");

  listen({ detail }: CustomEvent<ChangeDetail>) {
    this.heard.set(detail.invitees.map(({ email }) => email).join(" "));
  }
}

bootstrapApplication(Team).catch(console.error);
