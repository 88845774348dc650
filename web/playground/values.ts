/** The controls of a form as plain values: one text for each name, several joined by commas. */

/** What each control says, by its name; an empty text where nothing is chosen. */
export type Values = Record<string, string>;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the form says. A control without a name is nobody's business: so the key stays where it is typed. */
export function read(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const control of controls(form)) {
    const before = values[control.name];
    const value = said(control);
    values[control.name] = before && value ? `${before},${value}` : before || value;
  }
  return values;
}

/** Sets the controls that are named, to what they can say; nobody hears of it. */
export function fill(form: HTMLFormElement, values: Values): void {
  for (const control of controls(form)) {
    const value = values[control.name];
    if (value !== undefined) set(control, value);
  }
}

function controls(form: HTMLFormElement): Control[] {
  return ([...form.elements] as Control[]).filter(({ name, disabled }) => name && !disabled);
}

function said(control: Control): string {
  if (!isChoice(control)) return control.value;
  return control.checked ? control.value : "";
}

function set(control: Control, value: string): void {
  if (isChoice(control)) choose(control, value);
  else if (!(control instanceof HTMLSelectElement)) control.value = value;
  else if ([...control.options].some((option) => option.value === value)) control.value = value;
}

/** A radio button that is asked for a value of no other one keeps what it says. */
function choose(control: HTMLInputElement, value: string): void {
  if (control.type === "checkbox") control.checked = value.split(",").includes(control.value);
  else if (control.value === value) control.checked = true;
}

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}
