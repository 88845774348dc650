import { useState } from "react";
import { createRoot } from "react-dom/client";
import { InviteUsers } from "invite-users/react";

const config = { api: "vijil", endpoint: "/api/invite" };

function Team() {
  const [invitees, setInvitees] = useState([{ email: "ann@acme.com" }]);
  return (
    <>
      <InviteUsers config={config} invitees={invitees}
        onInviteUsersChange={({ target }) => setInvitees(target.invitees)} />
      <output id="heard">{invitees.map(({ email }) => email).join(" ")}</output>
    </>
  );
}

createRoot(document.querySelector("#app")).render(<Team />);
