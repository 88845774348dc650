import { createInviteHandler } from "invite-users/server";
import { routed, routes } from "../../routes.mjs";

const all = routes(createInviteHandler, process.env.UPSTREAM);
const answer = (request) => routed(all, request);

export {
  answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT,
};
