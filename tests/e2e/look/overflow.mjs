/** Whether anything needs sideways scrolling (WCAG 2.2, 1.4.10). */

/** What is wider than the place that it has. */
export function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways = scrollWidth > clientWidth ? [`the page scrolls sideways by ${scrollWidth - clientWidth} px`] : [];
    // Code keeps its lines; what is typed into a field of one line moves with its caret.
    const isFree = (element) => element.closest("pre, input, select") !== null;
    const sticksOut = (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > clientWidth + 1);
    };
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
      && element.scrollWidth > element.clientWidth + 1;
    const all = window.look.drawn().filter((element) => !isFree(element));
    return [
      ...sideways,
      ...all.filter(sticksOut).map((element) => `sticks out of the page: ${window.look.called(element)}`),
      ...all.filter(scrolls).map((element) => `scrolls sideways: ${window.look.called(element)}`),
    ];
  });
}
