/** The headless core: the module that has every function of the package. */

import * as bindings from "../generated/core/core.js";
import type { Checker } from "./checks.js";
import { headless } from "./module.js";
import type { Answer } from "./records.js";
import type { Credentials } from "./secrets.js";
import type { ApiInfo, CustomApiInfo, Outcome } from "./types.js";
import type { Plan, PlannedRequest, Progress, ReadRequest, Report, RoleChoice, TableOptions } from "./types.js";

/** What to do next in a delivery. */
export type Step =
  | { type: "send"; request: PlannedRequest; attempt: number; credential: number }
  | { type: "wait"; ms: number; reason: string }
  | { type: "await" }
  | { type: "done" };

/** Why no reply could be read. */
export type Loss = "timeout" | "connection" | "redirect" | "unreadable";

/** A reply as wasm takes it: the headers as pairs, since a name may come twice. */
export interface WireReply {
  status: number;
  headers: [string, string][];
  body: string;
}

/** The state machine that says what to send next; `now` is milliseconds since the Unix epoch. */
export interface CoreDelivery {
  next(now: number): Step;
  leave(id: number, attempt: number): boolean;
  reply(id: number, attempt: number, now: number, reply: WireReply): void;
  lost(id: number, attempt: number, now: number, loss: Loss, heard: string): void;
  authFailed(id: number, attempt: number): void;
  authMalformed(id: number, attempt: number): void;
  cancel(): void;
  retry(indices: readonly number[]): number;
  progress(): Progress;
  report(): Report;
  saved(): string;
  free(): void;
}

/** The functions of the wasm module. */
export interface Core extends Checker, Credentials {
  parseTable(data: Uint8Array, options: TableOptions | undefined): Answer;
  toCsv(rows: readonly string[][], columns: readonly string[]): string;
  apis(): ApiInfo[];
  apiInfo(api: unknown): ApiInfo & CustomApiInfo;
  plan(config: object, invitees: object[]): Plan;
  readReply(config: object, request: PlannedRequest, reply: WireReply): Outcome[];
  readRequest(config: object, body: string): ReadRequest;
  roleCatalogue(config: object): RoleChoice[] | PlannedRequest;
  readRoles(config: object, reply: WireReply): RoleChoice[];
  rolesLost(loss: Loss): never;
  Delivery: {
    new (config: object, invitees: object[]): CoreDelivery;
    resume(saved: string, refreshable: boolean): CoreDelivery;
  };
}

/** @internal */
const { load, loadSync, functions } = headless<Core>(bindings);

/** @internal */
export { functions as core, load as loadCore, loadSync as loadCoreSync };
