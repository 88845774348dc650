/** How much of each half is measured: all for the page, or little for a look. */

const HEADLESS = { addresses: 100_000, entries: 10_000, hostile: 100_000 };

export const EXTENTS = {
  full: {
    headless: { sizes: HEADLESS, rounds: { warm: 3, counted: 11 }, limits: { patience: 10_000, repeats: 9 } },
    browser: {
      sizes: { paste: 5_000, growth: [5_000, 10_000, 25_000, 50_000], keys: 10_000, office: 5_000 },
      rounds: { warm: 1, counted: 7, growth: 1 },
    },
  },
  quick: {
    headless: { sizes: HEADLESS, rounds: { warm: 1, counted: 3 }, limits: { patience: 1_000, repeats: 3 } },
    browser: {
      sizes: { paste: 1_000, growth: [1_000, 2_000], keys: 1_000, office: 1_000 },
      rounds: { warm: 0, counted: 3, growth: 1 },
    },
  },
};
