/** What makes "Try a sample" work at once with each API of the local server. */

import type { ApiId } from "invite-users";

/** Beyond the required settings, which take their documented examples. */
interface Preset {
  /** The path of the API on the local server, in the place of its base URL. */
  path: string;
  roles?: string[];
  defaultRole?: string;
}

/** One for each API. */
export const PRESETS: Readonly<Record<ApiId, Preset>> = {
  contextual: { path: "/contextual/v1" },
  galileo: { path: "/galileo" },
  // The document names no roles; these are what the local server knows.
  smartdocumentor: {
    path: "/smartdocumentor",
    roles: ["Administrator", "Editor", "Viewer"],
    defaultRole: "Viewer",
  },
  vijil: { path: "/vijil" },
  extractor: { path: "/extractor" },
};

/** A list as people paste them: names, a typo, a duplicate, a member, and one that is no address. */
export const SAMPLE = [
  "Ann Lee <ann@acme.com>",
  "\"Okafor, Ben\" <ben.okafor@acme.com>; carla@acme.com",
  "Grace Hopper <grace@example.com>",
  "Dev Patel <dev@gmial.com>",
  "carla@acme.com",
  "mia(at)acme.com",
].join("\n");
