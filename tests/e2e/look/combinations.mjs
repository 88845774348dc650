/** Every way in which a state is looked at, and how one loaded page is made to look so. */

const WIDTHS = [320, 480, 960];
const SCHEMES = ["light", "dark", "forced colours"];
const DIRECTIONS = ["ltr", "rtl"];

/** All of them for one language; only that needs a page of its own. */
export const LOOKS = WIDTHS.flatMap((width) =>
  SCHEMES.flatMap((scheme) => DIRECTIONS.map((direction) => ({ width, scheme, direction }))));

/** The first and the last, which differ in everything. */
export const EXTREMES = [LOOKS.at(0), LOOKS.at(-1)];

/** High enough for all of a form: the bar at its bottom would else lie on what can be scrolled from under it. */
export const HEIGHT = 4000;

/** Makes the page look so. */
export async function apply(page, { width, scheme = "light", direction = "ltr" }) {
  await page.setViewportSize({ width, height: HEIGHT });
  const forced = scheme === "forced colours";
  await page.emulateMedia({ colorScheme: forced ? "light" : scheme, forcedColors: forced ? "active" : "none" });
  await page.evaluate((dir) => void (document.documentElement.dir = dir), direction);
  await settled(page);
}

/** What a failure calls a look. */
export function lookName({ width, scheme, direction }, language) {
  return `at ${width} px, ${scheme}, ${direction}, ${language}`;
}

/** Leaves nothing of the page but its form, which is as wide as the page then, in the fonts that any page has. */
export function isolate(page) {
  return page.evaluate(() => {
    const host = document.querySelector("invite-users");
    const around = [];
    for (let node = host.parentElement; node; node = node.parentElement) around.push(node);
    for (const node of around) node.dataset.around = "";
    host.removeAttribute("dir");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      [data-around] { all: unset !important; display: block !important; color-scheme: inherit !important; }
      :root { color-scheme: light dark !important; font: 1rem/1.5 sans-serif !important; background: Canvas !important;
        color: CanvasText !important; }
      [data-around] > :not([data-around], invite-users, #before-all, head) { display: none !important; }
      invite-users { inline-size: auto !important; max-inline-size: none !important; margin: 0 !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** Waits until what was asked for is drawn. */
export function settled(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
