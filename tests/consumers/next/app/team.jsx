"use client";

import "invite-users/define";
import { useEffect, useRef, useState } from "react";

const config = { api: "vijil", endpoint: "/api/invite" };
const invitees = [{ email: "ann@acme.com" }];

export function Team() {
  const form = useRef(null);
  const [heard, setHeard] = useState("");
  useEffect(() => {
    const { current } = form;
    const listen = () => setHeard(current.invitees.map(({ email }) => email).join(" "));
    Object.assign(current, { config, invitees });
    current.addEventListener("invite-users-change", listen);
    return () => current.removeEventListener("invite-users-change", listen);
  }, []);
  return (
    <>
      <invite-users ref={form}>Loading …</invite-users>
      <output id="heard">{heard}</output>
    </>
  );
}
