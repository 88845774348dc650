/**
 * Runs in the page, before its own scripts: watches what a person waits for. Times are milliseconds on the page's
 * clock; what is painted is seen by the first task after a frame's rendering.
 */

globalThis.probe = (() => {
  const tasks = [];
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: "longtask", buffered: true });

  function keep(entries) {
    tasks.push(...entries.map(({ startTime, duration }) => ({ start: startTime, end: startTime + duration })));
  }

  function frame() {
    return new Promise((resolve) => requestAnimationFrame(resolve));
  }

  /** When the next frame has been painted. */
  async function painted() {
    await frame();
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  }

  function next(type) {
    return new Promise((resolve) => addEventListener(type, resolve, { capture: true, once: true }));
  }

  /** From the paste event to a painted frame in which so many are in the list. */
  async function paste(count) {
    const { timeStamp } = await next("paste");
    while (globalThis.contender.count() < count) await frame();
    return { start: timeStamp, end: await painted() };
  }

  /** From a paste event to the frame in which nothing has been added for as long as `quiet`. */
  async function settledPaste(quiet) {
    await next("paste");
    let [count, since] = [0, Infinity];
    while (performance.now() - since < quiet) {
      await painted();
      const now = globalThis.contender.count();
      if (now !== count) [count, since] = [now, performance.now()];
    }
  }

  /** From a key to the painted frame in which its character is in the field. */
  async function key(field) {
    const before = globalThis.contender.typed(field).length;
    const { timeStamp } = await next("keydown");
    while (globalThis.contender.typed(field).length === before) await frame();
    return { start: timeStamp, end: await painted() };
  }

  /** Every task over 50 ms until now; the browser tells of them a little later. */
  async function longTasks() {
    await new Promise((resolve) => setTimeout(resolve, 100));
    keep(observer.takeRecords());
    return tasks;
  }

  /** When the script of this name had arrived. */
  function arrival(name) {
    const entries = performance.getEntriesByType("resource");
    return entries.find((entry) => new URL(entry.name).pathname === name).responseEnd;
  }

  return { paste, settledPaste, key, longTasks, arrival };
})();
