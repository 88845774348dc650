/** Pastes and drops with any content, as the browser would deliver them. */

/** Fires a paste at what has the focus; answers whether the page left it to the browser. */
export function pasteData(page, content) {
  return page.evaluate(({ texts = {}, files = [] }) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(texts)) data.setData(type, text);
    for (const { name, type, text } of files) data.items.add(new File([text], name, { type }));
    let target = document.activeElement;
    while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
    const init = { clipboardData: data, bubbles: true, cancelable: true, composed: true };
    return target.dispatchEvent(new ClipboardEvent("paste", init));
  }, content);
}

/** Drags something over a place and answers the handle with which it is dropped there. */
export function dragOver(locator, content) {
  return locator.evaluateHandle((target, { texts = {}, files = [] }) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(texts)) data.setData(type, text);
    for (const { name, type, text } of files) data.items.add(new File([text], name, { type }));
    const { left, top } = target.getBoundingClientRect();
    const fire = (kind, at = {}) => {
      const place = { clientX: left + 5, clientY: top + 5, ...at };
      const init = { dataTransfer: data, bubbles: true, cancelable: true, composed: true };
      return target.dispatchEvent(new DragEvent(kind, { ...init, ...place }));
    };
    fire("dragenter");
    const accepted = !fire("dragover");
    return { accepted, drop: () => !fire("drop"), leave: (at) => fire("dragleave", at) };
  }, content);
}

/** Drops text or files on a place. */
export async function drop(locator, content) {
  const drag = await dragOver(locator, content);
  return drag.evaluate(({ accepted, drop: release }) => accepted && release());
}
