/** How wide the widget's place is: presets, and a grip that is dragged or moved by arrow keys. */

import { byId } from "./dom.js";

const NARROWEST = 280;

/** One press of an arrow key, in pixels. */
const STEP = 20;

/** Lets the person choose; the hidden control `width` holds the choice. */
export function offerWidths(): void {
  for (const preset of presets()) preset.addEventListener("click", () => choose(preset.value));
  const grip = byId("grip");
  grip.addEventListener("keydown", (event) => {
    const next = moved(event.key);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  });
  grip.addEventListener("pointerdown", drag);
  new ResizeObserver(showWidth).observe(byId("holder"));
}

/** Shows which preset counts, and how wide it is. */
export function showWidth(): void {
  const { value } = byId<HTMLInputElement>("width");
  for (const preset of presets()) preset.setAttribute("aria-pressed", String(preset.value === value));
  const grip = byId("grip");
  const now = byId("holder").offsetWidth;
  const limits = { "aria-valuemin": NARROWEST, "aria-valuemax": Math.max(room(), now), "aria-valuenow": now };
  for (const [name, number] of Object.entries(limits)) grip.setAttribute(name, String(number));
  grip.setAttribute("aria-valuetext", `${now} pixels`);
}

function presets(): HTMLButtonElement[] {
  return [...byId("widths").querySelectorAll("button")];
}

/** As if the hidden control had been changed by hand. */
function choose(width: string): void {
  const control = byId<HTMLInputElement>("width");
  control.value = width;
  control.form!.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: control.name }));
}

/** The width that a key leads to; undefined where it leads nowhere. */
function moved(key: string): string | undefined {
  const now = byId("holder").offsetWidth;
  if (key === "Home") return String(NARROWEST);
  if (key === "End") return "full";
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return within(now + STEP * outwards(key === "ArrowRight" ? 1 : -1));
}

function drag({ pointerId, clientX: from }: PointerEvent): void {
  const grip = byId("grip");
  const before = byId("holder").offsetWidth;
  // Inline it stands in the middle, and grows to both sides.
  const sides = byId("frame").dataset.place === "inline" ? 2 : 1;
  grip.setPointerCapture(pointerId);
  const follow = ({ clientX }: PointerEvent) => choose(within(before + sides * outwards(clientX - from)));
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", follow), { once: true });
}

/** How much wider a way to the right makes it: the sidebar's grip is where its lines begin, others where they end. */
function outwards(right: number): number {
  const frame = byId("frame");
  const mirrored = getComputedStyle(frame).direction === "rtl";
  return mirrored === (frame.dataset.place === "sidebar") ? right : -right;
}

function within(width: number): string {
  return String(Math.round(Math.min(Math.max(width, NARROWEST), Math.max(room(), NARROWEST))));
}

/** The widest that it can be. */
function room(): number {
  return byId("frame").clientWidth - byId("grip").offsetWidth;
}
