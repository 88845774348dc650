/** What editors are told of the tag, made of its manifest: VS Code's custom data and JetBrains' web-types. */

/** @typedef {{ name: string, description: string, type?: { text: string }, kind?: string }} Told */

/** Custom data for HTML (VS Code, version 1.1). @param {any} element */
export function htmlData({ tagName, description, attributes }) {
  return {
    version: 1.1,
    tags: [{ name: tagName, description, attributes: attributes.map(attributeData) }],
  };
}

/** @param {Told} attribute */
function attributeData({ name, description, type }) {
  const words = wordsOf(type?.text ?? "");
  if (type?.text === "boolean") return { name, description, valueSet: "v" };
  return { name, description, ...(words.length > 0 && { values: words.map((name) => ({ name })) }) };
}

/** The words that a union of literals offers. @param {string} type */
function wordsOf(type) {
  return [...type.matchAll(/"([\w-]+)"/g)].map(([, word = ""]) => word);
}

/** JetBrains' web-types. @param {any} element @param {{ name: string, version: string }} of */
export function webTypes(element, { name, version }) {
  const { tagName, description, attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
  const fields = members.filter((/** @type {Told} */ { kind }) => kind === "field");
  return {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name, version, "description-markup": "markdown", "js-types-syntax": "typescript",
    contributions: {
      html: {
        elements: [{
          name: tagName, description,
          attributes: attributes.map(attributeType),
          slots: slots.map(plain),
          js: { properties: fields.map(typed), events: events.map(typed) },
        }],
      },
      css: {
        properties: cssProperties.map(plain),
        "pseudo-elements": cssParts.map(called("part")),
        "pseudo-classes": cssStates.map(called("state")),
      },
    },
  };
}

/** @param {Told} told */
function attributeType({ name, description, type }) {
  return { name, description, value: { type: type?.text } };
}

/** Under the name of a function of CSS. @param {string} css */
function called(css) {
  return (/** @type {Told} */ { name, description }) => ({ name: `${css}(${name})`, description });
}

/** @param {Told} told */
function plain({ name, description }) {
  return { name, description };
}

/** @param {Told} told */
function typed({ name, description, type }) {
  return { name, description, type: type?.text };
}
