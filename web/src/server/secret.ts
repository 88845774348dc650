/** The secret of a credential, looked for in what would be told. */

/** What is shorter stands in many a text by accident. */
const SHORTEST = 6;

/** Whether the text holds the credential's secret, as it is or as JSON writes it. */
export function holdsSecret(text: string, credential: [string, string] | undefined): boolean {
  return secretsOf(credential).some((secret) => text.includes(secret) || text.includes(inJson(secret)));
}

function secretsOf(credential: [string, string] | undefined): string[] {
  const value = credential?.[1] ?? "";
  const token = value.replace(/^(Bearer|Basic) /, "");
  const secrets = value.startsWith("Basic ") ? [token, passwordIn(token)] : [token];
  return secrets.filter(({ length }) => length >= SHORTEST);
}

/** What follows the colon (RFC 7617, section 2). */
function passwordIn(pair: string): string {
  const bytes = Uint8Array.from(atob(pair), (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  return text.slice(text.indexOf(":") + 1);
}

function inJson(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}
