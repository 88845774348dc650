/** Whether all of every text is seen. */

/** Each text of which a part is cut off, or that stands outside the box of the control it belongs to. */
export function clipped(page) {
  return page.evaluate(() => {
    const { drawn, parent, ownTexts, called } = window.look;
    // Half a line may be more than the box of a font: what counts is what is missing of its letters.
    const SLACK = { x: 1, y: 3 };
    const BOXES = "button, a, label, li, summary, legend";

    const cuts = (value) => value === "hidden" || value === "clip";

    const known = new Map();

    /** The boxes that cut off what is outside them, from the inside. */
    function cutters(element) {
      if (!element) return [];
      if (!known.has(element)) known.set(element, cuttersFrom(element));
      return known.get(element);
    }

    function cuttersFrom(node) {
      const { overflowX, overflowY, display, position } = getComputedStyle(node);
      if (display === "inline" || display === "contents") return cutters(parent(node));
      // What can be scrolled is not lost.
      if (/auto|scroll/.test(overflowX + overflowY)) return [];
      const own = cuts(overflowX) || cuts(overflowY) ? [{ node, x: cuts(overflowX), y: cuts(overflowY) }] : [];
      if (position === "fixed" || node.matches("[popover], invite-users")) return own;
      return [...own, ...cutters(parent(node))];
    }

    const outside = (box, frame, axis) =>
      axis === "x"
        ? box.left < frame.left - SLACK.x || box.right > frame.right + SLACK.x
        : box.top < frame.top - SLACK.y || box.bottom > frame.bottom + SLACK.y;

    function fault(element, { text, boxes }) {
      for (const { node, x, y } of cutters(element)) {
        const frame = node.getBoundingClientRect();
        const isCut = boxes.some((box) => (x && outside(box, frame, "x")) || (y && outside(box, frame, "y")));
        if (isCut) return `cut off by ${called(node)}: ${text}`;
      }
      const control = element.closest(BOXES);
      if (!control || getComputedStyle(control).display === "inline") return undefined;
      const frame = control.getBoundingClientRect();
      const spills = boxes.some((box) => outside(box, frame, "x") || outside(box, frame, "y"));
      return spills ? `spills out of ${called(control)}: ${text}` : undefined;
    }

    /** Whether a word that a control of one line draws by itself is wider than its room, and nothing shows that. */
    function isTooWide(control, text) {
      const style = getComputedStyle(control);
      // The name of a role may be of any length: all of it stands in the list that the control opens. Words of
      // the form itself, which have no value, have room everywhere.
      if (control.localName === "select" && control.value && style.textOverflow === "ellipsis") return false;
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.font = style.font;
      canvas.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
      const room = control.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return canvas.measureText(text).width > room + 1;
    }

    const shownWord = (control) =>
      control.localName === "select" ? control.selectedOptions[0]?.label : control.value ? "" : control.placeholder;

    const texts = drawn().flatMap((element) => ownTexts(element).map((text) => fault(element, text)));
    const controls = drawn().filter((element) => element.matches("select, input"));
    const words = controls.filter((control) => isTooWide(control, shownWord(control) ?? ""));
    const told = words.map((control) => `too wide for ${called(control)}: ${shownWord(control)}`);
    return [...texts.filter(Boolean), ...told];
  });
}
