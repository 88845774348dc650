import { createApp } from "vue";
import Team from "./Team.vue";

createApp(Team).mount("#app");
