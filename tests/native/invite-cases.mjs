/** What the example is given, how it must end, what it must print, and whom the ledger must have. */

/** Opens every one of the fake APIs. */
export const TOKEN = "demo-key";

const ANN = "ann@acme.com";
const BEN = "ben@acme.com";

/** The file where a case has no other. */
export const PEOPLE = `Name,E-mail,Role\nAnn Lee,${ANN},\nBen Roy,${BEN},\n`;

/** Where the server has each API, with the path prefix that its document has, and what it needs. */
export const DESTINATIONS = {
  contextual: { mount: "/contextual/v1", args: ["--setting", "tenant_short_name=acme"] },
  galileo: { mount: "/galileo", args: ["--setting", "send_email=false"] },
  smartdocumentor: { mount: "/smartdocumentor", args: ["--role", "Editor"] },
  vijil: {
    mount: "/vijil",
    args: ["--setting", "team_id=7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d"],
  },
  extractor: {
    mount: "/extractor",
    args: ["--setting", "url=https://acme.com/join", "--setting", "tenantId=9007199254740993"],
  },
};

export const CASES = [
  ...Object.keys(DESTINATIONS).map((api) => ({
    name: `${api} invites everybody`,
    api,
    code: 0,
    lines: [`invited     ${ANN}`, `invited     ${BEN}`, "2 invited, 0 failed"],
    ledger: [ANN, BEN],
  })),
  {
    name: "a role in the file goes before the one for all",
    api: "galileo",
    file: `email,role\n${ANN},Manager\n${BEN},\n`,
    args: ["--role", "read_only", "--dry-run"],
    code: 0,
    lines: [
      `{"emails":["${ANN}"],"role":"manager","send_email":false}`,
      `{"emails":["${BEN}"],"role":"read_only","send_email":false}`,
    ],
    ledger: [],
  },
  {
    name: "a number of 64 bits keeps its last digit",
    api: "extractor",
    args: ["--dry-run"],
    code: 0,
    lines: [`"tenantId":9007199254740993`],
    ledger: [],
  },
  {
    name: "a row without an address is named, and the rest is invited",
    api: "vijil",
    file: `email\n${ANN}\nben at acme\n`,
    code: 1,
    lines: ["rows without an address: 1", "row 3: ben at acme: ", `invited     ${ANN}`],
    ledger: [ANN],
  },
  {
    name: "a file beyond the limit is not invited whole",
    api: "galileo",
    file: `email\n${Array.from({ length: 10_001 }, (_, row) => `p${row}@acme.com\n`).join("")}`,
    args: ["--dry-run"],
    code: 1,
    lines: ["10000 people", "row 10002: "],
    ledger: [],
  },
  {
    name: "problems are said, and nothing is sent",
    api: "vijil",
    file: `email,role\n${ANN},Emperor\n`,
    code: 2,
    lines: ["row 2: "],
    ledger: [],
  },
  {
    name: "without an answer to its question nothing is sent",
    api: "vijil",
    args: [],
    code: 1,
    lines: ["Send 2 requests to http://127.0.0.1"],
    ledger: [],
  },
  {
    name: "a connection that breaks after the work leaves one person unconfirmed",
    api: "extractor",
    faults: [{ email: BEN, reset: "after" }],
    code: 1,
    lines: [`invited     ${ANN}`, `unconfirmed ${BEN}: the connection broke`],
    ledger: [ANN, BEN],
  },
  {
    name: "a server that asks to wait is waited for",
    api: "smartdocumentor",
    faults: [{ status: 429, retryAfter: 1, times: 1 }],
    code: 0,
    lines: ["2 invited, 0 failed, 0 unconfirmed, 0 not sent; 2 requests"],
    ledger: [ANN, BEN],
  },
  {
    name: "a server that asks to wait too long is not",
    api: "galileo",
    faults: [{ status: 429, retryAfter: 7200 }],
    code: 1,
    lines: [`not sent    ${ANN}: `, "the server can be asked again in 120 min"],
    ledger: [],
  },
  {
    name: "the server's words are shown without what moves the cursor",
    api: "contextual",
    faults: [{ status: 403, body: JSON.stringify({ detail: "no \u001b[2J\rbecause" }) }],
    code: 1,
    lines: [`failed      ${ANN}: `, "the server says: no "],
    ledger: [],
  },
  {
    name: "a redirect is not followed",
    api: "vijil",
    faults: [{ status: 307 }],
    code: 1,
    lines: [`unconfirmed ${ANN}: the server sent the request elsewhere`],
    ledger: [],
  },
  {
    name: "a body of two mebibytes is not read to its end",
    api: "galileo",
    faults: [{ bigBody: 2 * 1024 * 1024 }],
    code: 1,
    lines: [`unconfirmed ${ANN}: the server's answer can't be read`],
    ledger: [ANN, BEN],
  },
];
