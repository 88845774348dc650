/** The wasm module of the server handler, and its functions. */

import * as bindings from "../../generated/server/server.js";
import type { Loss, WireReply } from "../core.js";
import { headless } from "../module.js";
import type { Credentials } from "../secrets.js";
import type { ApiInfo, CustomApiInfo, Invitee, PlannedRequest, Problem } from "../types.js";

/** What may go up of a request, and whom it invites. */
export interface Relayed {
  request: PlannedRequest;
  people: Invitee[];
}

/** Why a request may not go up. */
export interface Refusal {
  status: number;
  problems: Problem[];
}

/** Why a page is told nothing of a reply. */
export interface Unanswered {
  code: string;
  message: string;
}

/** The functions of `crates/wasm/src/relay.rs` and `call.rs`. */
interface Relay extends Credentials {
  apiInfo(api: unknown): ApiInfo & CustomApiInfo;
  relay(config: object, grant: object, body: string): Relayed | Refusal;
  relayedReply(config: object, request: PlannedRequest, reply: WireReply | Loss): WireReply | Unanswered;
}

/** @internal */
const { loadSync, functions } = headless<Relay>(bindings);

/** @internal */
export { functions as wasm, loadSync };
