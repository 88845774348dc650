import { checkEmail } from "invite-users";
import { Team } from "./team.jsx";

export default function Page() {
  return (
    <main>
      <Team />
      <output id="checked">{checkEmail("ann@gmial.com").hints[0].suggestion}</output>
    </main>
  );
}
