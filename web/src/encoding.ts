/** Texts on their way into the core: UTF-8. */

const encoder = new TextEncoder();

/** In UTF-8; a lone surrogate becomes U+FFFD. */
export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * Texts in UTF-8, one after the other, and how many bytes each has. An encoder for each text would take longer
 * than all else, and so does joining them for one encoder: nearly all are ASCII, which is written as it is.
 */
export function encodeAll(texts: readonly string[]): { bytes: Uint8Array; lengths: Uint32Array } {
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0) * MOST_BYTES);
  const lengths = new Uint32Array(texts.length);
  let end = 0;
  for (let index = 0; index < texts.length; index += 1) {
    const length = write(texts[index] as string, bytes, end);
    lengths[index] = length;
    end += length;
  }
  return { bytes: bytes.subarray(0, end), lengths };
}

/** The most bytes of a code unit. */
const MOST_BYTES = 3;

/** Writes a text at a place and answers how many bytes it took. */
function write(text: string, bytes: Uint8Array, start: number): number {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    seen |= unit;
    bytes[start + at] = unit;
  }
  return seen < 0x80 ? text.length : encoder.encodeInto(text, bytes.subarray(start)).written;
}
