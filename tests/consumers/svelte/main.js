import { mount } from "svelte";
import Team from "./Team.svelte";

mount(Team, { target: document.querySelector("#app") });
