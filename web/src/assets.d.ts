/** What the build turns into text and data: see scripts/build.mjs. */

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.json" {
  const messages: import("./types.js").Messages;
  export default messages;
}
