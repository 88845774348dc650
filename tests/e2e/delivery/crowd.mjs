/** A thousand people, and things that go wrong for some of them, the same with each run. */

/** What the API answers for a person: it is known what became of them. */
const ANSWERED = [
  (email) => ({ status: 409, body: JSON.stringify({ detail: `${email} is there already` }) }),
  () => ({ status: 422, body: "{\"detail\":\"not like this\"}" }),
  () => ({ status: 400 }),
  () => ({ status: 413 }),
  () => ({ delayMs: 200 }),
];

/** No answer, or none that can be read: before the work, or after it. */
const UNANSWERED = [
  { status: 500 },
  { status: 502, after: true },
  { status: 503 },
  { status: 408 },
  { reset: "before" },
  { reset: "after" },
  { reset: "during" },
  { truncate: true },
  { html: true },
  { emptyBody: true },
];

/** The server asks to wait, and then takes the person. */
const PAUSES = [
  { status: 429, retryAfter: 1, times: 1 },
  { status: 503, retryAfter: 1, times: 1 },
];

/** So many addresses. */
export function crowd(count) {
  return Array.from({ length: count }, (_, index) => `person${index + 1}@acme.com`);
}

/**
 * Faults for some of the people, one in `answered`, and for one after the other an unanswered
 * request, `apart` so many people at least and at most.
 */
export function mishaps(people, { seed, answered, apart: [nearest, farthest] }) {
  const random = randomNumbers(seed);
  const oneOf = (list) => list[Math.floor(random() * list.length)];
  const refused = people.filter(() => random() < 1 / answered);
  const faults = refused.map((email) => ({ email, ...oneOf(ANSWERED)(email) }));
  let index = farthest;
  while (index < people.length) {
    faults.unshift({ email: people[index], ...oneOf(UNANSWERED) });
    index += nearest + Math.floor(random() * (farthest - nearest + 1));
  }
  for (const pause of PAUSES) faults.unshift({ email: oneOf(people.slice(0, 100)), ...pause });
  return faults;
}

/** Numbers from 0 up to 1 (a linear congruential generator modulo 2 to the 32nd). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
