/** What a host can add to the form, as switches. */

import type { ApiInfo } from "invite-users";
import type { ElementConfig } from "invite-users/element";
import { byId, labelled, make } from "./dom.js";
import { directory } from "./sample.js";

interface Feature {
  id: string;
  label: string;
  help: string;
  /** What the widget is told. */
  config: (info: ApiInfo) => Partial<ElementConfig>;
}

const FEATURES: readonly Feature[] = [
  {
    id: "members", label: "Team members", help: "Ann and Carla are in the team already.",
    config: () => ({ members: ["ann@acme.com", "carla@acme.com"] }),
  },
  {
    id: "domains", label: "Own domains", help: "Who is not at acme.com gets a remark.",
    config: () => ({ domains: ["acme.com"] }),
  },
  {
    id: "suggest", label: "Directory", help: "Type “an” and choose somebody.",
    config: () => ({ suggest: (query) => directory(query) }),
  },
  {
    id: "limit", label: "Limit", help: "Twenty people at the most.",
    config: () => ({ maxInvitees: 20 }),
  },
  {
    id: "ask", label: "Ask for settings", help: "The person fills in what the API wants to know.",
    config: ({ settings }) => ({ ask: settings.map(({ name }) => name) }),
  },
  {
    id: "collect", label: "Field of a form", help: "Your form sends the people; nothing is sent from here.",
    config: () => ({ collect: true, required: true, name: "people" }),
  },
  {
    id: "persist", label: "Survive a reload", help: "List and sending are kept in this tab.",
    config: () => ({ persist: "playground" }),
  },
  {
    id: "disabled", label: "Disabled", help: "Can be seen, and not used.",
    config: () => ({ disabled: true }),
  },
];

/** Draws the switches. */
export function offerFeatures(): void {
  byId("features").append(...FEATURES.map(({ id, label, help }) => {
    const input = make("input", { id: `feature-${id}`, type: "checkbox", name: "feature", value: id });
    return labelled(input, label, help);
  }));
}

/** Offers only what this API has. */
export function fitFeatures({ settings }: ApiInfo): void {
  const ask = byId("features").querySelector<HTMLInputElement>("[value=ask]")!;
  ask.disabled = settings.length === 0;
}

/** What the widget is told of the features that are on. */
export function featureConfig(info: ApiInfo, on: string): Partial<ElementConfig> {
  const names = on.split(",");
  const wanted = FEATURES.filter(({ id }) => names.includes(id));
  return Object.assign({}, ...wanted.map(({ config }) => config(info))) as Partial<ElementConfig>;
}

/** The features that a configuration makes use of. */
export function featuresOf(info: ApiInfo, config: Partial<ElementConfig>): string {
  const uses = (feature: Feature) => Object.keys(feature.config(info)).some((key) => key in config);
  const own = config.email?.ownDomains ? ["domains"] : [];
  return FEATURES.filter(uses).map(({ id }) => id).concat(own).join(",");
}
