/** All that are compared, by what they do. */

import * as addresses from "./contenders/addresses.mjs";
import * as lists from "./contenders/lists.mjs";
import * as typos from "./contenders/typos.mjs";

const KINDS = { addresses, lists, typos };

/** Ours and, unless told otherwise, the others; `kind` is `addresses`, `lists` or `typos`. */
export function contenders(kind, withPeers = true) {
  const { OURS, PEERS } = KINDS[kind];
  const ours = OURS.map((one) => ({ ...one, kind, ours: true }));
  return withPeers ? [...ours, ...PEERS.map((one) => ({ ...one, kind, ours: false }))] : ours;
}
