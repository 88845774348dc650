/** The one style sheet that every element on a page shares. */

import text from "./styles/widget.css";

let shared: CSSStyleSheet | undefined;

/** The sheet, built when the first element asks: adopted sheets need no nonce (CSP `style-src`). */
export function styleSheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(text);
  }
  return shared;
}
