/** How right the answers are, by what is known of the data. */

/**
 * `answers` are `[accepted, value]` for each of the `known` addresses. Gives the shares that were judged
 * rightly, the share whose address on the wire or code is right too, and the sorts mostly misjudged.
 */
export function judgedRightly(answers, known) {
  const right = (index) => answers[index]?.[0] === known[index].valid;
  const exact = (index) => right(index) && answers[index][1] === known[index].answer;
  const indices = (valid) => [...known.keys()].filter((index) => known[index].valid === valid);
  return {
    valid: share(indices(true), right),
    invalid: share(indices(false), right),
    exact: share([...known.keys()], exact),
    misjudged: sorts(known).filter(([, members]) => share(members, right) < 0.5).map(([sort]) => sort),
    firstInexact: [...known.keys()].filter((index) => !exact(index)).slice(0, 5)
      .map((index) => ({ ...known[index], given: answers[index] })),
  };
}

/** `answers` are `[address, name]` for each person found. An absent name is null or empty. */
export function peopleFound(answers, known) {
  const found = new Map(answers.filter(([address]) => address !== null));
  const addresses = known.filter(({ address }) => found.has(address));
  const people = addresses.filter(({ address, name }) => (found.get(address) || null) === name);
  const wanted = new Set(known.map(({ address }) => address));
  const strangers = answers.filter(([address]) => address !== null && !wanted.has(address)).length;
  return { addresses: addresses.length, people: people.length, strangers, of: known.length };
}

/** `answers` are `[found, domain]`, for the real domains first and then for the mistyped ones. */
export function suggestedRightly(answers, { real, mistyped }) {
  const onReal = answers.slice(0, real.length);
  const onMistyped = answers.slice(real.length);
  return {
    falseAlarms: onReal.filter(([found]) => found).length,
    real: real.length,
    right: onMistyped.filter(([, domain], index) => domain === mistyped[index].meant).length,
    mistyped: mistyped.length,
  };
}

function sorts(known) {
  const members = new Map();
  for (const [index, { sort }] of known.entries()) {
    if (!members.has(sort)) members.set(sort, []);
    members.get(sort).push(index);
  }
  return [...members];
}

function share(indices, test) {
  return indices.filter(test).length / indices.length;
}
