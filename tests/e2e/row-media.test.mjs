/** Rows for those who need another look: touch, forced colours, less motion, 400 % zoom. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openState } from "./states.mjs";

const site = useSite();

/** A phone. */
const touch = useSite({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

test("on touch every target in a row is 44 pixels high and wide", async () => {
  const widget = await openState(touch.page, "mixed");
  const small = await widget.host.evaluate(({ shadowRoot }) => {
    const controls = [...shadowRoot.querySelectorAll("li :is(button, input, select, textarea)")];
    const seen = controls.filter((control) => control.checkVisibility());
    const target = (control) => control.closest("label") ?? control;
    const boxes = seen.map((control) => [control.ariaLabel ?? control.innerText, target(control).getBoundingClientRect()]);
    return boxes.filter(([, { width, height }]) => width < 44 || height < 44).map(([name]) => name);
  });
  assert.deepEqual(small, []);
});

test("a tap on a row's checkbox, on its suggestion and on its cross does what each says", async () => {
  const widget = await openState(touch.page, "mixed");
  await widget.extra("ann@acme.com", "Tenant admin").tap();
  assert.ok(await widget.extra("ann@acme.com", "Tenant admin").isChecked());
  await widget.person("dev@gmial.com").getByRole("button", { name: "Use dev@gmail.com" }).tap();
  await widget.removeButton("dev@gmail.com").tap();
  await widget.person("dev@gmail.com").waitFor({ state: "detached" });
});

test("in forced colours rows, marks and the focus have lines, and icons have a colour", async () => {
  const widget = await openState(site.page, "mixed");
  await site.page.emulateMedia({ forcedColors: "active" });
  await widget.person("ben.okafor@acme.com").focus();
  await site.page.keyboard.press("ArrowUp");
  await focused(widget.person("ann@acme.com"));
  const looks = await widget.host.evaluate(({ shadowRoot }) => {
    const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
    const row = style("[role=group]:focus");
    return {
      focus: [row.outlineStyle, parseFloat(row.outlineWidth) >= 2],
      rows: style("li + li").borderTopStyle,
      mark: style(".mark").borderTopStyle,
      field: style("li textarea").borderTopStyle,
      icon: style("li .icon").stroke !== style("li").backgroundColor,
    };
  });
  const solid = { focus: ["solid", true], rows: "solid", mark: "solid", field: "solid", icon: true };
  assert.deepEqual(looks, solid);
});

test("with reduced motion nothing in a row moves or fades", async () => {
  await site.page.emulateMedia({ reducedMotion: "reduce" });
  const widget = await openState(site.page, "mixed");
  const durations = await widget.host.evaluate(({ shadowRoot }) => [...new Set(
    [...shadowRoot.querySelectorAll("ul *")].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return [...transitionDuration.split(", "), ...animationDuration.split(", ")];
    }),
  )]);
  assert.deepEqual(durations.map(parseFloat).filter((seconds) => seconds > 0), []);
});

test("a tool that shows when a row is pointed at shows for keys and on narrow screens, too", async () => {
  await site.page.emulateMedia({ reducedMotion: "reduce" });
  const widget = await openState(site.page, "mixed");
  await site.page.mouse.move(0, 0);
  const pencil = widget.person("ann@acme.com").locator("[part~=edit-button]");
  const opacity = () => pencil.evaluate((element) => getComputedStyle(element).opacity);
  assert.equal(await opacity(), "0");
  await widget.person("ann@acme.com").focus();
  assert.equal(await opacity(), "1");
  await site.page.evaluate(() => document.activeElement.blur());
  await site.page.setViewportSize({ width: 320, height: 800 });
  assert.equal(await opacity(), "1");
});
