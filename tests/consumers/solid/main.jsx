import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import "invite-users/define";

const config = { api: "vijil", endpoint: "/api/invite" };
const invitees = [{ email: "ann@acme.com" }];

function Team() {
  const [heard, setHeard] = createSignal("");
  const listen = ({ target }) => setHeard(target.invitees.map(({ email }) => email).join(" "));
  return (
    <>
      <invite-users prop:config={config} prop:invitees={invitees} on:invite-users-change={listen} />
      <output id="heard">{heard()}</output>
    </>
  );
}

render(() => <Team />, document.querySelector("#app"));
