/** Whether what can be pressed is large enough, and nothing lies on something else (WCAG 2.2, 2.5.8). */

/** Each target that is too small without room around it, and each pair that overlaps. */
export function targets(page) {
  return page.evaluate(() => {
    const { drawn, called } = window.look;
    const LEAST = 24;
    const TARGETS = "button, a[href], input:not([type=hidden]), select, textarea, summary, [role=option], [role=button]";
    /** What lies above the rest while it is open, and covers it on purpose. */
    const LAYERS = "[popover], [role=listbox], dialog";
    /** What sticks to an edge covers what can be scrolled from under it; where nothing scrolls it may cover nothing. */
    const scrolls = document.documentElement.scrollHeight > innerHeight;
    const sticks = (element) => scrolls && ["sticky", "fixed"].includes(getComputedStyle(element).position);

    const layers = drawn().filter((element) => element.matches(LAYERS) || sticks(element));
    const all = drawn().filter((element) => element.matches(TARGETS)).map(target);

    function target(element) {
      const label = element.matches("[type=checkbox], [type=radio]") ? element.closest("label") : null;
      const box = (label ?? element).getBoundingClientRect();
      const { left, right, top, bottom, width, height } = box;
      const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
      const isSmall = width < LEAST - 0.5 || height < LEAST - 0.5;
      const layer = layers.findLast((it) => it.contains(element));
      return { element, label, layer, left, right, top, bottom, width, height, middle, isSmall };
    }

    /** Whether a target is part of a sentence, which sets its height. */
    const isInline = ({ element }) => getComputedStyle(element).display === "inline";

    const areKin = (one, other) => one.element.contains(other.element) || other.element.contains(one.element)
      || (one.label && one.label === other.label) || one.label?.contains(other.element) || other.label?.contains(one.element);
    const pairs = (test) => all.flatMap((one, index) => {
      const later = all.slice(index + 1).filter((other) => other.top < one.bottom + LEAST && other.bottom > one.top - LEAST);
      return later.filter((other) => one.layer === other.layer && !areKin(one, other) && test(one, other)).map((other) => [one, other]);
    });

    const overlap = (one, other) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;

    /** How far a point is from a box. */
    const distance = ({ x, y }, box) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

    /** The spacing exception: a circle of 24 px on a small target meets no other target and no such circle. */
    const crowds = (one, other) =>
      (one.isSmall && distance(one.middle, other) < LEAST / 2)
      || (other.isSmall && distance(other.middle, one) < LEAST / 2)
      || (one.isSmall && other.isSmall
        && Math.hypot(one.middle.x - other.middle.x, one.middle.y - other.middle.y) < LEAST);

    const size = ({ width, height }) => `${Math.round(width)} x ${Math.round(height)}`;
    const named = (it) => `${called(it.element)} (${size(it)})`;
    const told = (word) => ([one, other]) => `${named(one)} ${word} ${named(other)}`;
    const small = ([one, other]) => (one.isSmall && !isInline(one)) || (other.isSmall && !isInline(other));
    return [
      ...pairs(overlap).map(told("overlaps")),
      ...pairs((one, other) => !overlap(one, other) && crowds(one, other)).filter(small).map(told("is too small and too near to")),
    ];
  });
}
