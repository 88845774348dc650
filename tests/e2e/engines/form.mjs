/** The element as a page's own: upgraded late, moved, and a field of a form (ElementInternals). */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { ui } from "../words.mjs";

const ANN = "ann@acme.com";

export const FORM_JOURNEYS = {
  "a form field: validity, value, label, reset": async (widget, host) => {
    const field = host.vijil("id=\"who\" name=\"people\" collect required");
    await host.hold(`<form><input id="team" name="team"><label for="who">Colleagues</label>${field}
      <button>Save</button></form>`);
    await widget.open(host.address);
    assert.deepEqual(await validity(widget), ["valueMissing", ui("summary_nobody")]);
    await widget.press(await widget.onPage("label"));
    await widget.focused("the field", await widget.part("field"));
    await widget.type(`Ann Lee <${ANN}>`, Key.ENTER, "mia(at)acme.com", Key.ENTER);
    await widget.rows(2);
    assert.deepEqual(await validity(widget), ["customError", ui("form_to_fix", { count: 1 })]);
    await widget.press(await widget.named(ui("remove", { email: "mia(at)acme.com" })));
    await widget.rows(1);
    assert.deepEqual(await validity(widget), ["valid", ""]);
    const value = "return new FormData(document.forms[0]).get('people')";
    assert.deepEqual(JSON.parse(await widget.run(value)), [{ email: ANN, name: "Ann Lee" }]);
    assert.deepEqual(await host.apis.requests(), []);
    await widget.run("document.forms[0].reset()");
    await widget.rows(0);
    assert.deepEqual(await validity(widget), ["valueMissing", ui("summary_nobody")]);
  },

  "upgraded after the page, moved, and taken away": async (widget, host) => {
    await host.hold(`${host.vijil()}<div id="elsewhere"></div>`, { define: false });
    await widget.load(host.address);
    await widget.run(`document.querySelector("invite-users").invitees = [{ email: arguments[0] }];`, ANN);
    await widget.run("loadLater()");
    await widget.ready();
    await widget.rows(1);
    assert.deepEqual(await widget.states(), ["ready"]);
    await widget.run("document.querySelector('#elsewhere').append(document.querySelector('invite-users'))");
    await widget.rows(1);
    await widget.run("window.kept = document.querySelector('invite-users'); kept.remove()");
    assert.deepEqual(await widget.run("return kept.invitees"), [{ email: ANN }]);
    assert.equal(host.loads("widget.wasm"), 1);
  },

  "a module that can't be loaded is told": async (widget, host) => {
    await host.hold(host.vijil());
    host.withhold("widget.wasm");
    await widget.load(host.address);
    await widget.until("the state failed", async () => (await widget.states())[0] === "failed");
    assert.equal(await (await widget.find("[role=alert]")).getText(), ui("load_failed"));
  },
};

/** The flag that is raised, and its sentence. */
function validity(widget) {
  return widget.run(`
    const { validity, validationMessage } = document.querySelector("invite-users");
    const flags = ["valueMissing", "customError", "valid"];
    return [flags.find((flag) => validity[flag]), validationMessage];`);
}
