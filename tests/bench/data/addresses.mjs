/**
 * Addresses whose verdict is known because each is built to be right, or to be wrong in one way. `answer`
 * is the address as it goes on the wire, or the code of the error. Shares are per cent.
 */

import { Random } from "./random.mjs";
import {
  DUTIES, FIRST, INTERNATIONAL, INTERNATIONAL_LOCAL_PARTS, LONG_ENDINGS, MISTYPED_PROVIDERS,
  PROVIDERS, SIGNS, company, localPart,
} from "./words.mjs";

/** So many addresses, each as `{ text, sort, valid, answer }`. */
export function addresses(count, seed) {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const { sort, valid, make } = random.weighted(SORTS);
    return { sort, valid, ...make(random) };
  });
}

/** An address that is written as it goes on the wire. */
function plain(sort, share, make) {
  const same = (random) => {
    const text = make(random);
    return { text, answer: text };
  };
  return { sort, share, valid: true, make: same };
}

/** An address that is written otherwise: `make` gives what is typed, and the wire form. */
function mapped(sort, share, make) {
  const pair = (random) => {
    const [text, answer] = make(random);
    return { text, answer };
  };
  return { sort, share, valid: true, make: pair };
}

function faulty(answer, share, make) {
  return { sort: answer, share, valid: false, make: (random) => ({ text: make(random), answer }) };
}

const letters = (count) => "a".repeat(count);

const VALID = [
  plain("company", 34, (r) => `${localPart(r)}@${company(r)}`),
  plain("provider", 18, (r) => `${localPart(r)}@${r.pick(PROVIDERS)}`),
  plain("plus tag", 5, (r) => `${localPart(r)}+${r.pick(FIRST)}@${r.pick(PROVIDERS)}`),
  plain("subdomain", 5, (r) => `${localPart(r)}@mail.eu.${company(r)}`),
  plain("digits", 4, (r) => `${r.pick(FIRST)}${1950 + r.below(60)}@${r.pick(PROVIDERS)}`),
  plain("long ending", 2, (r) => `${localPart(r)}@${r.pick(FIRST)}-works.${r.pick(LONG_ENDINGS)}`),
  plain("role account", 3, (r) => `${r.pick(DUTIES)}@${company(r)}`),
  plain("typo", 2, (r) => `${localPart(r)}@${r.pick(MISTYPED_PROVIDERS)}`),
  plain("signs of RFC 5322", 1, (r) => `${r.pick(SIGNS)}@${company(r)}`),
  plain("A-label", 0.5, (r) => `${localPart(r)}@${r.pick(INTERNATIONAL)[1]}`),
  plain("international local part", 1, (r) => `${r.pick(INTERNATIONAL_LOCAL_PARTS)}@${company(r)}`),
  mapped("upper case", 4, (r) => {
    const [local, domain] = [localPart(r).toUpperCase(), company(r)];
    return [`${local}@${domain.toUpperCase()}`, `${local}@${domain}`];
  }),
  mapped("international domain", 1.5, (r) => {
    const [local, [unicode, ascii]] = [localPart(r), r.pick(INTERNATIONAL)];
    return [`${local}@${unicode}`, `${local}@${ascii}`];
  }),
];

const FAULTY = [
  faulty("missing_at", 3, (r) => r.pick([localPart(r), `${localPart(r)}.${company(r)}`])),
  faulty("missing_at", 0.3, (r) => `${localPart(r)}＠${company(r)}`),
  faulty("multiple_at", 1.5, (r) => `${localPart(r)}@${r.pick(FIRST)}@${company(r)}`),
  faulty("local_empty", 1, (r) => `@${company(r)}`),
  faulty("domain_empty", 0.5, (r) => `${localPart(r)}@`),
  faulty("local_dot", 2, (r) => r.pick([`.${localPart(r)}`, `${localPart(r)}.`, "a..b"]) + `@${company(r)}`),
  faulty("local_char", 1.5, (r) => `${r.pick(FIRST)}${r.pick([" ", ",", ";"])}${r.pick(FIRST)}@${company(r)}`),
  faulty("local_too_long", 0.4, (r) => `${letters(65 + r.below(20))}@${company(r)}`),
  faulty("domain_char", 1, (r) => `${localPart(r)}@${r.pick(FIRST)}_${company(r)}`),
  faulty("domain_empty_label", 1.5, (r) => {
    const domain = company(r);
    return `${localPart(r)}@${r.pick([`.${domain}`, `${domain}.`, domain.replace(".", "..")])}`;
  }),
  faulty("domain_hyphen", 0.6, (r) => `${localPart(r)}@${r.pick(["-mail", "mail-"])}.${company(r)}`),
  faulty("domain_reserved_hyphen", 0.3, (r) => `${localPart(r)}@ab--${company(r)}`),
  faulty("domain_no_dot", 2, (r) => `${localPart(r)}@${company(r).split(".")[0]}`),
  faulty("tld_invalid", 1, (r) => `${localPart(r)}@${r.pick(["192.168.1.7", "acme.123", "acme.c"])}`),
  faulty("label_too_long", 0.2, (r) => `${localPart(r)}@${letters(64 + r.below(9))}.com`),
  faulty("address_too_long", 0.2, (r) => {
    const labels = Array(3).fill(letters(62)).join(".");
    return `${letters(61 + r.below(3))}@${labels}.info`;
  }),
  faulty("control_char", 0.3, (r) => `${r.pick(FIRST)}${r.pick(["\t", "\0", "\u0085"])}x@${company(r)}`),
  faulty("unsafe_unicode", 0.4, (r) => `an${r.pick(["\u200b", "\u202e", "\u00ad"])}na@${company(r)}`),
  faulty("idna_invalid", 0.3, (r) => `${localPart(r)}@xn--${r.pick(["a", "99999999"])}.com`),
  faulty("quoted_local", 0.4, (r) => `"${r.pick(FIRST)} ${r.pick(FIRST)}"@${company(r)}`),
  faulty("domain_literal", 0.3, (r) => `${localPart(r)}@[192.168.1.${r.below(256)}]`),
  faulty("comment", 0.3, (r) => `${localPart(r)}(work)@${company(r)}`),
];

const SORTS = [...VALID, ...FAULTY];
