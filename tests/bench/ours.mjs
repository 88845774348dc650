/** The package as `cargo xtask build` left it; nothing has to be installed for it. */

export * from "../../web/dist/index.node.js";
