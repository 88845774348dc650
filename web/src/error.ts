/** The one error that this package throws: for misuse and for loading, never for what people type. */

import type { Params } from "./types.js";

/** A call that could not work; what people type is answered with data instead. */
export class InviteError extends Error {
  /** The stable snake_case code that programs and translations go by. */
  readonly code: string;
  /** The data of the sentence, by the name that a translation uses for it. */
  readonly params: Params;

  /** An error with this code, sentence and data. */
  constructor(code: string, message: string, params: Params = {}, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "InviteError";
    this.code = code;
    this.params = params;
  }

  /** What was thrown as an InviteError: wasm throws plain `{code, message, params}` objects. */
  static from(thrown: unknown): InviteError {
    if (thrown instanceof InviteError) return thrown;
    if (isCoded(thrown)) return new InviteError(thrown.code, thrown.message, thrown.params ?? {});
    const message = "something inside invite-users broke: please reload the page";
    return new InviteError("internal_error", message, {}, { cause: thrown });
  }
}

/** Runs `call` and turns what it throws into an InviteError. */
export function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw InviteError.from(thrown);
  }
}

function isCoded(value: unknown): value is { code: string; message: string; params?: Params } {
  return (
    typeof value === "object" && value !== null && "code" in value && "message" in value
    && typeof value.code === "string" && typeof value.message === "string"
  );
}
