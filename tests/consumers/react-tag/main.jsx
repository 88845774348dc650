import { useState } from "react";
import { createRoot } from "react-dom/client";
import "invite-users/define";

const config = { api: "vijil", endpoint: "/api/invite" };
const invitees = [{ email: "ann@acme.com" }];

function Team() {
  const [heard, setHeard] = useState("");
  const listen = ({ target }) => setHeard(target.invitees.map(({ email }) => email).join(" "));
  return (
    <>
      <invite-users config={config} invitees={invitees} oninvite-users-change={listen} />
      <output id="heard">{heard}</output>
    </>
  );
}

createRoot(document.querySelector("#app")).render(<Team />);
