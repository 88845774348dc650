/** Two pictures compared, pixel by pixel, by the browser that took them: it reads PNG without any package. */

/**
 * How many pixels differ by more than `slack` (of 255, in any channel), how many of them by a contrast of 3:1,
 * and how many there are; `sizes` where the pictures have not the same size.
 */
export function differences(page, before, after, slack = 0) {
  const pictures = [before, after].map((picture) => picture.toString("base64"));
  return page.evaluate(compare, { pictures, slack });
}

/** Runs in the page. */
async function compare({ pictures, slack }) {
  const LEAST_CONTRAST = 3;
  const decoded = await Promise.all(pictures.map(pixels));
  const sizes = decoded.map(({ width, height }) => `${width} x ${height}`);
  if (sizes[0] !== sizes[1]) return { sizes };
  const [one, other] = decoded.map(({ data }) => data);
  let [changed, contrasting] = [0, 0];
  for (let at = 0; at < one.length; at += 4) {
    const difference = Math.max(...[0, 1, 2].map((channel) => Math.abs(one[at + channel] - other[at + channel])));
    if (difference <= slack) continue;
    changed += 1;
    if (contrast(luminance(one, at), luminance(other, at)) >= LEAST_CONTRAST) contrasting += 1;
  }
  return { changed, contrasting, all: one.length / 4 };

  async function pixels(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
  }

  // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  function luminance(data, at) {
    const [red, green, blue] = [0, 1, 2].map((channel) => {
      const value = data[at + channel] / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(first, second) {
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }
}
