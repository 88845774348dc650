/** Refusals: why a request is not passed on, as a problem document (RFC 9457) that the widget reads. */

/** What is wrong, and whose it is; as the widget reads it. */
export interface Complaint {
  code: string;
  message: string;
  field?: string | undefined;
  invitee?: number | undefined;
}

/** What is said of a refusal beside its status. */
export interface Details {
  /** The stable snake_case code. */
  code: string;
  /** A sentence for whoever invites. */
  detail: string;
  /** What is wrong, and whose it is. */
  problems?: readonly Complaint[];
  /** More headers. */
  headers?: Record<string, string>;
}

/** Why nothing left; to be thrown. */
export class Refused extends Error {
  /** The status and what is said. */
  constructor(readonly status: number, readonly details: Details) {
    super(details.detail);
  }
}

/** The reason phrases (RFC 9110, section 15) of what is answered here. */
const TITLES: Record<number, string> = {
  400: "Bad Request", 403: "Forbidden", 405: "Method Not Allowed", 413: "Content Too Large",
  415: "Unsupported Media Type", 422: "Unprocessable Content", 500: "Internal Server Error",
  502: "Bad Gateway", 504: "Gateway Timeout",
};

/** What every answer has: it is for this page alone, and is what it says that it is. */
const HEADERS = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** The answer that nothing left: `sent: false` makes the people `not_sent`. */
export function refusal({ status, details }: Refused): Response {
  return problem(status, details, { sent: false });
}

/** The answer that nobody knows what became of what left. */
export function failure(status: number, details: Details): Response {
  return problem(status, details, {});
}

/** An answer in the API's own words. */
export function answer(status: number, body: string, headers: readonly [string, string][] = []): Response {
  // Some statuses have no body, not even an empty one (Fetch, "null body status").
  const all = new Headers([...Object.entries(HEADERS), ...headers]);
  if (body) all.set("content-type", "application/json");
  return new Response(body || null, { status, headers: all });
}

function problem(status: number, { code, detail, problems, headers }: Details, more: object): Response {
  const body = { title: TITLES[status] ?? "Error", status, code, detail, ...more, ...(problems && { problems }) };
  const all = { ...HEADERS, "content-type": "application/problem+json", ...headers };
  return new Response(JSON.stringify(body), { status, headers: all });
}
