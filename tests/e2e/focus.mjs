/** Where the focus is, and how Tab gets it there. */

/** More presses of Tab than any page here has stops. */
const MANY = 60;

/** Waits until the focus is there. */
export async function focused(locator) {
  await locator.and(locator.page().locator(":focus")).waitFor();
}

/** Presses Tab until the focus is there. */
export async function tabTo(locator, key = "Tab") {
  const target = locator.and(locator.page().locator(":focus"));
  for (let press = 0; press < MANY; press += 1) {
    if (await target.count() > 0) return;
    await locator.page().keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${locator}`);
}
