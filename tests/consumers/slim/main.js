import core from "invite-users/core.wasm?url";
import { loadWidget } from "invite-users/define";
import init, { checkEmail } from "invite-users/slim";
import widget from "invite-users/widget.wasm?url";

loadWidget(widget);
const form = document.querySelector("invite-users");
form.config = { api: "vijil", endpoint: "/api/invite" };
form.invitees = [{ email: "ann@acme.com" }];
form.addEventListener("invite-users-change", () => {
  document.querySelector("#heard").textContent = form.invitees.map(({ email }) => email).join(" ");
});

init(core).then(() => {
  document.querySelector("#checked").textContent = checkEmail("ann@gmial.com").hints[0].suggestion;
});
