/** The playground: every part of the page, and what they tell one another. */

import init, { apis } from "invite-users";
import type { InviteUsersElement } from "invite-users/element";
import { wanted, write } from "./address.js";
import { copies } from "./copy.js";
import { byId } from "./dom.js";
import { Gallery } from "./gallery.js";
import { logEvents } from "./log.js";
import { Requests } from "./requests.js";
import { MESSY, crowd } from "./sample.js";
import { misbehave, resetServer } from "./server.js";
import { Setup } from "./setup.js";
import { snippet } from "./snippet.js";
import { defineElement, defineWithoutWasm } from "./source.js";
import { arrange, enter, offerPlaces } from "./stage.js";
import { allStates, bringAbout } from "./states.js";
import { offerWidths, showWidth } from "./width.js";

const widget = byId<InviteUsersElement>("widget");

const [states] = await Promise.all([allStates(), init()]);
const asked = wanted();
const state = states.find(({ name }) => name === asked.state);
const setup = new Setup(apis(), changed);
const gallery = new Gallery(states, leave);
const requests = new Requests(widget);

setup.open(asked.values, state);
offerActions();
logEvents(widget);
show();
gallery.resume();
if (asked.state && !state) regret(asked.state);
await (state?.wasm ? defineWithoutWasm(state.wasm) : defineElement());
if (state) await bringAbout(state, widget);
else await begin();
requests.refresh();

/** Whoever opens the page without a state: the server and the list are as the setup says. */
async function begin(): Promise<void> {
  const { server = "", people = "" } = setup.values();
  await misbehave(server);
  await widget.ready.catch(() => {});
  enter(widget);
  // What a reload left in the list stays.
  if (widget.invitees.length === 0) await add(people);
}

/** The person changed something in the setup. */
async function changed(name: string): Promise<void> {
  const { server = "", people = "" } = setup.values();
  const root = document.documentElement;
  const leftState = "state" in root.dataset && !setup.state();
  if (leftState) delete root.dataset.state;
  show();
  if (name === "server" || leftState) await misbehave(server);
  if (name === "people") await widget.clear().then(() => add(people), () => {});
  requests.refresh();
}

/** Lets the whole page say what is set up. */
function show(): void {
  const [values, usual, config] = [setup.values(), setup.usual(), setup.config()];
  widget.config = config;
  arrange(widget, values);
  showWidth();
  write(values, usual, setup.state()?.name);
  gallery.show(setup.state(), setup.looks());
  const { place = "", width = "" } = values;
  byId("html").textContent = snippet(config, { dir: widget.dir, place, width });
}

function regret(name: string): void {
  const notice = byId("unknown-state");
  notice.textContent = `There is no state “${name}”. Choose one at the end of this page.`;
  notice.hidden = false;
}

async function add(people: string): Promise<void> {
  if (people === "messy") await widget.add(MESSY);
  else if (Number(people) > 0) await widget.add(crowd(Number(people)));
  requests.refresh();
}

function offerActions(): void {
  offerPlaces(widget);
  offerWidths();
  copies(byId<HTMLButtonElement>("copy-link"), () => location.href);
  copies(byId<HTMLButtonElement>("copy-html"), () => byId("html").textContent);
  byId("sample").addEventListener("click", () => {
    setup.set({ people: "messy" });
    show();
    void add("messy");
  });
  byId("reset").addEventListener("click", async () => {
    await resetServer();
    leave();
    location.replace(location.pathname);
  });
}

/** Nothing of this page is worth a question, or worth keeping for the next. */
function leave(): void {
  widget.remove();
  sessionStorage.clear();
}
