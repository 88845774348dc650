/** Whether a person reads, or is told, something that was meant for a program. */

/** Where the page has set the form up wrongly, its developer is told so, by the names in the code, in these places. */
const FOR_DEVELOPERS = ["setting-missing", "misconfigured"];
const TOLD_IN = "[part~=notice], [part~=problems]";

/** Each text with `undefined`, `[object …]`, a `{place}`, or a name_like_this in it. */
export function rawWords(page, state) {
  return page.evaluate((developers) => {
    const { drawn, ownTexts, called } = window.look;
    const RAW = /\b(undefined|NaN|null)\b|\[object|\{\w*\}|\b[a-z0-9]+(_[a-z0-9]+)+\b/;
    const ATTRIBUTES = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"];
    /** What a person wrote, or what is shown because it is what a program will say. */
    const QUOTED = `bdi, code, pre, samp, kbd${developers ? `, ${developers}` : ""}`;
    const host = document.querySelector("invite-users");
    const spoken = [...host.shadowRoot.querySelectorAll("[aria-live], [role=status], [role=alert], [id]")];

    const texts = [...new Set([...drawn(), ...spoken])].flatMap((element) => [
      ...(element.closest(QUOTED) ? [] : ownTexts(element).map(({ text }) => text)),
      ...(element.localName === "option" ? [element.label] : []),
      ...(element.localName === "select" ? [...element.options].map(({ label }) => label) : []),
      ...ATTRIBUTES.map((name) => element.getAttribute(name) ?? ""),
    ].map((text) => [element, text]));
    const withoutAddresses = (text) => text.replace(/\S+@\S+|https?:\S+/g, "");
    const raw = texts.filter(([, text]) => RAW.test(withoutAddresses(text)));
    return raw.map(([element, text]) => `for programs, in ${called(element)}: ${text}`);
  }, FOR_DEVELOPERS.includes(state) ? TOLD_IN : "");
}
