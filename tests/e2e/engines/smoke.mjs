/** The same journeys in each engine; a failure names both, and leaves a picture in target/engines. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ENGINES, programsOf } from "./engines.mjs";
import { FORM_JOURNEYS } from "./form.mjs";
import { Host } from "./host.mjs";
import { KEYBOARD_JOURNEYS } from "./keyboard.mjs";
import { LOOK_JOURNEYS } from "./look.mjs";
import { SENDING_JOURNEYS } from "./sending.mjs";
import { Session } from "./session.mjs";
import { Widget } from "./widget.mjs";

const JOURNEYS = { ...SENDING_JOURNEYS, ...KEYBOARD_JOURNEYS, ...FORM_JOURNEYS, ...LOOK_JOURNEYS };

/** A browser that answers nothing any more must not hold up the others. */
const LIMIT = { timeout: 120_000 };

/** `ENGINE=Firefox` runs one of them. */
const chosen = ENGINES.filter(({ name }) => [undefined, name].includes(process.env.ENGINE));

for (const engine of chosen) {
  const { found, missing } = programsOf(engine);
  const skip = process.env.CI === "true" ? false : missing;
  describe(engine.name, { skip }, () => (found ? smoke(engine, found) : miss(missing)));
}

/** Where everything is checked, an engine that is not there is a failure. */
function miss(reason) {
  test("is there", () => assert.fail(reason));
}

function smoke(engine, programs) {
  const session = new Session(engine);
  let host;
  before(async () => {
    host = await Host.start();
    await session.start(programs);
  }, LIMIT);
  after(async () => {
    await session.stop();
    host?.stop();
  }, LIMIT);
  test("starts", LIMIT, async (context) => context.diagnostic(await session.version()));
  for (const [name, journey] of Object.entries(JOURNEYS)) {
    test(name, LIMIT, () => travel(session, name, () => journey(new Widget(session.driver), host)));
  }
}

/** Fails also where the page complained meanwhile. */
async function travel(session, name, journey) {
  try {
    await journey();
    const complaints = await session.driver.executeScript("return window.complaints");
    assert.deepEqual(complaints, [], "the page complains");
  } catch (failure) {
    const picture = await session.picture(name).catch((reason) => `none: ${reason.message}`);
    failure.message += `\npicture: ${picture}`;
    throw failure;
  }
}
