/**
 * Who points out mistyped domains. `load` gives `(texts, each)`, which calls `each(found, domain)` once an
 * address: whether there is a suggestion, and the domain of it.
 */

const NOTHING = "nothing";

function domainOf(address) {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** A library that is asked for one address at a time and answers `{ domain }`, or nothing. */
function oneByOne(suggest) {
  return (texts, each) => {
    for (const text of texts) {
      const suggestion = suggest(text);
      if (suggestion) each(true, suggestion.domain);
      else each(false, NOTHING);
    }
  };
}

export const OURS = [
  {
    id: "hints",
    title: "invite-users `checkEmails`, hints",
    load: async () => {
      const { checkEmails } = await import("../ours.mjs");
      return (texts, each) => {
        for (const check of checkEmails(texts)) {
          const hint = check.hints?.find(({ code }) => code === "typo");
          if (hint) each(true, domainOf(hint.suggestion));
          else each(false, NOTHING);
        }
      };
    },
  },
];

export const PEERS = [
  {
    id: "mailcheck",
    package: "mailcheck",
    title: "mailcheck",
    bundle: 'import mailcheck from "mailcheck"; export default mailcheck;',
    load: async () => {
      const mailcheck = (await import("mailcheck")).default;
      return oneByOne((email) => mailcheck.run({ email }));
    },
  },
  {
    id: "spell-checker",
    package: "@zootools/email-spell-checker",
    title: "@zootools/email-spell-checker",
    bundle: 'import checker from "@zootools/email-spell-checker"; export default checker;',
    load: async () => {
      const { run } = await import("@zootools/email-spell-checker");
      return oneByOne((email) => run({ email }));
    },
  },
];
