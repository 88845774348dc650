/** Whether what moves is over before it is in the way, and nothing moves for those who asked for that. */

/** The longest that anything may move, in seconds. */
const LONGEST = 0.15;

/** Each element that moves or fades for longer. */
export async function motion(page) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const unwanted = await durationsOver(page, 0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const long = await durationsOver(page, LONGEST);
  await page.emulateMedia({ reducedMotion: "reduce" });
  return [
    ...long.map((it) => `moves too long: ${it}`),
    ...unwanted.map((it) => `moves in spite of reduced motion: ${it}`),
  ];
}

/** Reads what each element is told to do, and what runs just now. */
function durationsOver(page, longest) {
  return page.evaluate((most) => {
    const { drawn, called } = window.look;
    const host = document.querySelector("invite-users");
    const seconds = (list) => list.split(", ").map(parseFloat);
    const declared = (style) => [
      ...(style.transitionProperty === "none" ? [] : seconds(style.transitionDuration).map((it, index) =>
        it && it + (seconds(style.transitionDelay)[index] ?? 0))),
      ...(style.animationName === "none" ? [] : seconds(style.animationDuration)),
    ];
    const slow = drawn().flatMap((element) => {
      const duration = Math.max(0, ...declared(getComputedStyle(element)));
      return duration > most ? [`${called(element)}, ${duration} s`] : [];
    });
    const running = [...document.getAnimations(), ...(host.shadowRoot?.getAnimations?.() ?? [])]
      .filter(({ effect }) => effect.getComputedTiming().endTime > most * 1000)
      .map(({ effect }) => `${called(effect.target)} just now`);
    return [...new Set([...slow, ...running])];
  }, longest);
}
