const form = document.querySelector("invite-users");
form.config = { api: "vijil", endpoint: "/api/invite" };
form.invitees = [{ email: "ann@acme.com" }];
form.addEventListener("invite-users-change", () => {
  document.querySelector("#heard").textContent = form.invitees.map(({ email }) => email).join(" ");
});
