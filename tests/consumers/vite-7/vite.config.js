export default {
  optimizeDeps: { exclude: ["invite-users"] },
};
