export default {
  mode: "production",
  entry: "./main.js",
  output: {
    // Only where the page's policy says require-trusted-types-for.
    trustedTypes: true,
  },
};
