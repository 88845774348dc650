/** One comparison in a browser, from the data to the figures. */

import { contenders } from "./browser/contenders.mjs";
import { growth, keyTimes, pasteTimes, startTimes } from "./browser/measures.mjs";
import { officeLists } from "./browser/office.mjs";
import { Browser } from "./browser/browser.mjs";
import { pageSizes } from "./browser/sizes.mjs";
import { Site } from "./browser/site.mjs";

/**
 * Compares ours with the others, or looks only at ours where `withPeers` is false. `sizes` are how many people
 * are pasted, `rounds` are `{ warm, counted, growth }`, and `say` is told what
 * begins.
 */
export async function compareInBrowser({ sizes, rounds, withPeers = true, say = () => {} }) {
  const site = await Site.start(contenders(withPeers));
  const measure = (title, work) => {
    say(`browser, ${title}`);
    return work();
  };
  try {
    return {
      sizes,
      rounds,
      contenders: site.contenders,
      chromium: await Browser.version(),
      bytes: await pageSizes(site.contenders),
      paste: await measure(`a paste of ${sizes.paste}`, () => pasteTimes(site, sizes.paste, rounds)),
      growth: await measure(`pastes of ${sizes.growth.join(", ")}`, () => growth(site, sizes.growth, rounds.growth)),
      keys: await measure(`keys beside ${sizes.keys} people`, () => keyTimes(site, sizes.keys)),
      start: await measure("the first and later visits", () => startTimes(site, rounds.counted)),
      office: await measure(`a list of ${sizes.office} from an office`, () => officeLists(site, sizes.office)),
    };
  } finally {
    site.stop();
  }
}
