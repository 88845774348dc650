/** What the checks share inside the page: which elements a person meets, and how a failure names them. */

/** Makes `window.look` in a page that has an `<invite-users>`. */
export function lendHelpers(page) {
  return page.evaluate(define);
}

/** Runs in the page. */
function define() {
  const OPTIONS = { visibilityProperty: true };

  /** Every element of the form that is drawn, through shadow roots, in order. */
  function drawn() {
    return reached(document.querySelector("invite-users")).filter((element) => element.checkVisibility(OPTIONS));
  }

  /** An element and all in it, but what nobody can see and what is in that: a long list has ten thousand elements. */
  function reached(element) {
    const style = getComputedStyle(element);
    if (style.display === "none" || isForEarsOnly(style)) return [];
    const own = [...(element.shadowRoot?.children ?? []), ...element.children];
    return [element, ...own.flatMap(reached)];
  }

  /** Whether an element is drawn as nothing, and there for screen readers. */
  function isForEarsOnly({ clipPath, position }) {
    return position === "absolute" && clipPath === "inset(50%)";
  }

  /** The element around another one, out of shadow roots and slots, too. */
  function parent(element) {
    return element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  }

  /** The pieces of text that stand in an element itself, each with its boxes. */
  function ownTexts(element) {
    if (["STYLE", "SCRIPT", "OPTION", "SELECT", "TEXTAREA"].includes(element.tagName)) return [];
    const nodes = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return nodes.map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return { text: node.data.trim(), boxes: [...range.getClientRects()].filter(({ width, height }) => width && height) };
    });
  }

  /** What a failure calls an element: its kind, its part, and what it says. */
  function called(element) {
    const part = element.getAttribute("part") ?? element.id ?? "";
    const words = (element.ariaLabel ?? element.innerText ?? element.value ?? "").trim().replace(/\s+/g, " ");
    return `${element.localName}${part && `[${part}]`} "${words.slice(0, 50)}"`;
  }

  window.look = { drawn, parent, ownTexts, called };
}
