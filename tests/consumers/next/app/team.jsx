"use client";

import { useState } from "react";
import { InviteUsers } from "invite-users/react";

const config = { api: "vijil", endpoint: "/api/invite" };

export function Team() {
  const [invitees, setInvitees] = useState([{ email: "ann@acme.com" }]);
  return (
    <>
      <InviteUsers config={config} invitees={invitees}
        onInviteUsersChange={({ target }) => setInvitees(target.invitees)}>
        Loading …
      </InviteUsers>
      <output id="heard">{invitees.map(({ email }) => email).join(" ")}</output>
    </>
  );
}
