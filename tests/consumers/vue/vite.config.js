import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "invite-users";

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
};
