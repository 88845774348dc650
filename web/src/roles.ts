/** The roles to choose from: known here, or listed by the API's server. */

import { plainConfig } from "./config.js";
import { core } from "./core.js";
import { guarded } from "./error.js";
import { authHeader } from "./secrets.js";
import { exchange } from "./transport.js";
import type { Auth, InviteConfig, LoadRolesOptions, PlannedRequest, RoleChoice } from "./types.js";

/**
 * The roles that can be offered, narrowed by `config.roles`. Where the API's document names them,
 * nobody is asked; else rejects with InviteError `roles_unreadable` where the server's answer is no
 * list of roles.
 */
export async function loadRoles(
  config: InviteConfig,
  options: LoadRolesOptions = {},
): Promise<RoleChoice[]> {
  const plain = plainConfig(config);
  const found = guarded(() => core().roleCatalogue(plain));
  if (Array.isArray(found)) return found;
  options.signal?.throwIfAborted();
  const result = await ask(found, config.auth, options);
  options.signal?.throwIfAborted();
  return guarded(() => {
    if ("loss" in result) return core().rolesLost(result.loss);
    return core().readRoles(plain, result.reply);
  });
}

async function ask(request: PlannedRequest, auth: Auth | undefined, options: LoadRolesOptions) {
  const credential = auth && (await authHeader(auth, core()));
  options.signal?.throwIfAborted();
  const giveUp = options.signal ?? new AbortController().signal;
  return exchange(request, credential, options.fetch ?? globalThis.fetch, giveUp);
}
