/** Whether anything jumps that nobody moved (https://web.dev/articles/cls). */

/** Begins to listen; from now on nobody is to press a key, which would excuse what moves. */
export function watchShifts(page) {
  return page.evaluate(() => {
    window.shifts = [];
    const note = (entry) => {
      const places = entry.sources.map(({ node, previousRect, currentRect }) => {
        const name = node instanceof Element ? node.localName : node?.nodeName ?? "something in the form";
        return `${name} from ${Math.round(previousRect.x)}, ${Math.round(previousRect.y)} to ${Math.round(currentRect.x)}, ${Math.round(currentRect.y)}`;
      });
      window.shifts.push(`jumps: ${places.join("; ")}`);
    };
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type: "layout-shift" });
    window.shiftsSoFar = () => {
      observer.takeRecords().forEach(note);
      return window.shifts;
    };
  });
}

/** What has jumped since. */
export async function shifts(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate(() => window.shiftsSoFar());
}
