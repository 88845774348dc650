/** The playground: every part of the page, and what they tell one another. */

import init, { apis } from "invite-users";
import type { InviteUsersElement } from "invite-users/element";
import { byId } from "./dom.js";
import { logEvents } from "./log.js";
import { SAMPLE } from "./presets.js";
import { showPlan } from "./requests.js";
import { offerFaults, resetServer } from "./server.js";
import { Setup } from "./setup.js";
import { defineElement, defineWithoutWasm } from "./source.js";
import { bringAbout, wantedState } from "./states.js";
import { offerThemes } from "./theme.js";

const widget = byId<InviteUsersElement>("widget");

const [state] = await Promise.all([wantedState(), init()]);
const setup = new Setup(apis(), (config) => {
  widget.config = config;
  refresh();
});
widget.config = setup.config();
logEvents(widget);
for (const type of ["ready", "change", "sent", "done"] as const) {
  widget.addEventListener(`invite-users-${type}`, refresh);
}
await (state?.withoutWasm ? defineWithoutWasm() : defineElement());
offerFaults();
offerThemes(widget);
offerActions();
if (state) await bringAbout(state, widget, setup);
refresh();

function refresh(): void {
  // Without wasm there is no plan; the widget has said why.
  widget.plan().then(showPlan, () => {});
}

function offerActions(): void {
  byId("sample").addEventListener("click", () => void widget.add(SAMPLE).then(refresh));
  byId("reset").addEventListener("click", async () => {
    await resetServer();
    await widget.clear();
    refresh();
  });
}
