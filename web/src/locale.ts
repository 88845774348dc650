/** Which language a form speaks: the host's word, the page's, the browser's, else English. */

import { canonicalTag, catalogueFor } from "./catalogue.js";
import { InviteError } from "./error.js";

/** A language, and whether it is another one than the host asked for. */
export interface LocaleChoice {
  /** The tag (BCP 47): dates and numbers are written as it says. */
  locale: string;
  /** The name of its catalogue. */
  catalogue: string;
  /** Why it is not the one that the host asked for. */
  mistake?: InviteError;
}

/** The scripts in use that are written from right to left (ISO 15924). */
const FROM_RIGHT = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/** The language for an element whose host asked for `wanted`, if for any. */
export function chooseLocale(host: Element, wanted: string | undefined): LocaleChoice {
  const choice = wanted === undefined ? undefined : known(String(wanted));
  if (choice) return choice;
  const page = nearestLang(host);
  const usual = [...(page ? [page] : []), ...navigator.languages];
  const [first] = usual.map(known).filter((it) => it !== undefined);
  const fallback = first ?? { locale: "en", catalogue: "en" };
  if (wanted === undefined) return fallback;
  const message = `there is no text in the language ${wanted}`;
  const mistake = new InviteError("unknown_locale", message, { locale: String(wanted) });
  return { locale: "en", catalogue: "en", mistake };
}

/**
 * The direction of the form. Words from right to left set it, unless the host has a `dir` of its own; others
 * follow the page, whose developer has laid it out.
 */
export function directionFor(host: Element, locale: string): "rtl" | undefined {
  const { script } = new Intl.Locale(locale).maximize();
  return !host.hasAttribute("dir") && FROM_RIGHT.includes(script ?? "") ? "rtl" : undefined;
}

/** The `lang` that holds where the element stands, through shadow roots too (HTML, 3.2.6.2). */
function nearestLang(host: Element): string | undefined {
  for (let node: Element | null = host; node;) {
    const found: Element | null = node.closest("[lang]");
    if (found) return found.getAttribute("lang") || undefined;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** The tag with its catalogue, where there is one. */
function known(tag: string): LocaleChoice | undefined {
  const canonical = canonicalTag(tag);
  const catalogue = canonical && catalogueFor(canonical);
  return catalogue ? { locale: canonical, catalogue } : undefined;
}
