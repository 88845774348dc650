/**
 * Who reads pasted lists. `load` gives `(text, each)`, which calls `each(address, name)` for each person found;
 * what was found to be no address has null for the first and the reason for the second.
 */

const NOT_READ = "not read";

export const OURS = [
  {
    id: "parseList",
    title: "invite-users `parseList`",
    load: async () => {
      const { parseList } = await import("../ours.mjs");
      return (text, each) => {
        for (const { check, name } of parseList(text).entries) {
          if (check.valid) each(check.email, name);
          else each(null, check.error.code);
        }
      };
    },
  },
];

/** What many write by hand: cut at the separators, then take each piece apart. */
function splitAndMatch(text, each) {
  for (const piece of text.split(/[,;\r\n]+/)) {
    const parts = /^\s*(.*?)\s*<?([^\s<>]+@[^\s<>]+)>?\s*$/.exec(piece);
    if (parts) each(parts[2], parts[1].replace(/^"|"$/g, ""));
    else each(null, NOT_READ);
  }
}

/** The shortest thing that finds addresses at all. */
function matchAll(text, each) {
  for (const [address] of text.matchAll(/[^\s<>,;"]+@[^\s<>,;"]+\.[^\s<>,;"]+/g)) each(address, null);
}

export const PEERS = [
  {
    id: "nodemailer",
    package: "nodemailer",
    title: "nodemailer addressparser",
    bundle: 'export { default } from "nodemailer/lib/addressparser";',
    load: async () => {
      const parse = (await import("nodemailer/lib/addressparser")).default;
      return (text, each) => {
        for (const { address, name } of parse(text, { flatten: true })) {
          if (address) each(address, name);
          else each(null, name);
        }
      };
    },
  },
  {
    id: "emailjs",
    package: "emailjs-addressparser",
    title: "emailjs-addressparser",
    bundle: 'import parser from "emailjs-addressparser"; export default parser;',
    load: async () => {
      const parse = (await import("emailjs-addressparser")).default.default;
      return (text, each) => {
        for (const { address, name, group } of parse(text)) {
          for (const one of group ?? [{ address, name }]) {
            if (one.address) each(one.address, one.name);
            else each(null, one.name ?? NOT_READ);
          }
        }
      };
    },
  },
  {
    id: "email-addresses",
    package: "email-addresses",
    title: "email-addresses",
    bundle: 'import { parseAddressList } from "email-addresses"; export default parseAddressList;',
    load: async () => {
      const { parseAddressList } = (await import("email-addresses")).default;
      return (text, each) => {
        const found = parseAddressList({ input: text, rfc6532: true });
        if (found === null) return each(null, NOT_READ);
        for (const one of found.flatMap((entry) => entry.addresses ?? [entry])) each(one.address, one.name);
      };
    },
  },
  {
    id: "address-rfc2822",
    package: "address-rfc2822",
    title: "address-rfc2822",
    bundle: 'import { parse } from "address-rfc2822"; export default parse;',
    load: async () => {
      const { parse } = await import("address-rfc2822");
      return (text, each) => {
        for (const one of parse(text)) each(one.address, one.phrase);
      };
    },
  },
  { id: "split", title: "split and match", load: async () => splitAndMatch },
  { id: "matchAll", title: "`matchAll`, addresses only", load: async () => matchAll },
];
