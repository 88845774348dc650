/** Where the widget's wasm comes from: the package, or trunk, which builds its own. */

import { loadWidget, useBindings } from "invite-users/element";
import type { WidgetBindings } from "invite-users/element";

declare global {
  interface Window {
    /** Set by the script that trunk puts into the page. */
    wasmBindings?: WidgetBindings;
  }
}

/** Defines the element, with the widget that this page was served with. */
export async function defineElement(): Promise<void> {
  // Trunk replaces this link by a script of its own.
  const served = document.querySelector("link[data-trunk][rel=rust]");
  if (!served) useBindings(await trunkBindings());
  await import("invite-users/define");
}

/** Defines the element as on a page whose wasm file is not there, or has not come yet. */
export async function defineWithoutWasm(wasm: "absent" | "pending"): Promise<void> {
  let defined = (_: string) => {};
  const absent = loadWidget(new Promise<string>((resolve) => (defined = resolve)));
  await import("invite-users/define");
  if (wasm === "pending") return;
  defined("dist/absent.wasm");
  await absent.catch(() => {});
}

function trunkBindings(): Promise<WidgetBindings> {
  return new Promise((resolve) => {
    const take = () => resolve(window.wasmBindings!);
    if (window.wasmBindings) take();
    else addEventListener("TrunkApplicationStarted", take, { once: true });
  });
}
