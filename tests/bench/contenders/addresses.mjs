/**
 * Who judges addresses. `load` gives `(texts, each)`, which calls `each(accepted, value)` once a text: `value`
 * is the address as the library gives it back (the text itself where it only says yes), or its word for
 * what is wrong. `bundle` is what a page would import.
 */

import { WHATWG } from "./whatwg.mjs";

const REFUSED = "refused";

/** A library that is asked for one text at a time. */
function oneByOne(check) {
  return (texts, each) => {
    for (const text of texts) check(text, each);
  };
}

/** A library that only says yes or no. */
function yesOrNo(accepts) {
  return oneByOne((text, each) => {
    if (accepts(text)) each(true, text);
    else each(false, REFUSED);
  });
}

function readCheck(check, each) {
  if (check.valid) each(true, check.email);
  else each(false, check.error.code);
}

const NAIVE = /^\S+@\S+\.\S+$/;

export const OURS = [
  {
    id: "checkEmails",
    title: "invite-users `checkEmails`",
    load: async () => {
      const { checkEmails } = await import("../ours.mjs");
      return (texts, each) => {
        for (const check of checkEmails(texts)) readCheck(check, each);
      };
    },
  },
  {
    id: "checkEmail",
    title: "invite-users `checkEmail`",
    load: async () => {
      const { checkEmail } = await import("../ours.mjs");
      return oneByOne((text, each) => readCheck(checkEmail(text), each));
    },
  },
];

export const PEERS = [
  { id: "whatwg", title: "WHATWG regex", load: async () => yesOrNo((text) => WHATWG.test(text)) },
  { id: "naive", title: "`\\S+@\\S+\\.\\S+`", load: async () => yesOrNo((text) => NAIVE.test(text)) },
  {
    id: "zod",
    package: "zod",
    title: "zod `z.email()`",
    bundle: 'import * as z from "zod"; export default z.email();',
    load: async () => {
      const schema = (await import("zod")).z.email();
      return oneByOne((text, each) => {
        const result = schema.safeParse(text);
        if (result.success) each(true, result.data);
        else each(false, result.error.issues[0].code);
      });
    },
  },
  {
    id: "valibot",
    package: "valibot",
    title: "valibot `email()`",
    bundle: 'import { email, pipe, safeParse, string } from "valibot"; export default [email, pipe, safeParse, string];',
    load: async () => {
      const { email, pipe, safeParse, string } = await import("valibot");
      const schema = pipe(string(), email());
      return oneByOne((text, each) => {
        const result = safeParse(schema, text);
        if (result.success) each(true, result.output);
        else each(false, result.issues[0].type);
      });
    },
  },
  {
    id: "yup",
    package: "yup",
    title: "yup `string().email()`",
    bundle: 'import { string } from "yup"; export default string;',
    load: async () => {
      const schema = (await import("yup")).string().email().required();
      return yesOrNo((text) => schema.isValidSync(text));
    },
  },
  {
    id: "validator",
    package: "validator",
    title: "validator.js `isEmail`",
    bundle: 'export { default } from "validator/es/lib/isEmail";',
    load: async () => {
      const isEmail = (await import("validator/lib/isEmail.js")).default.default;
      return yesOrNo((text) => isEmail(text));
    },
  },
  {
    id: "isemail",
    package: "isemail",
    title: "isemail `validate`",
    bundle: 'import isemail from "isemail"; export default isemail.validate;',
    load: async () => {
      const isemail = (await import("isemail")).default;
      return yesOrNo((text) => isemail.validate(text, { minDomainAtoms: 2 }));
    },
  },
  {
    id: "hapi",
    package: "@hapi/address",
    title: "@hapi/address `isEmailValid`",
    bundle: 'export { isEmailValid } from "@hapi/address";',
    load: async () => {
      const { isEmailValid } = await import("@hapi/address");
      return yesOrNo((text) => isEmailValid(text));
    },
  },
  {
    id: "email-validator",
    package: "email-validator",
    title: "email-validator `validate`",
    bundle: 'export { validate } from "email-validator";',
    load: async () => {
      const { validate } = await import("email-validator");
      return yesOrNo((text) => validate(text));
    },
  },
];
