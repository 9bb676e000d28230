/** Dots for each unit of a picture's canvas. */
const DOTS = 2;

/** A picture as a PNG, twice as many dots as its canvas has units. Rejects where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const [, width, height] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(DOTS * width, DOTS * height);
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, image.width, image.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
