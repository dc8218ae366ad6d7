/** The colours that a browser shows of a picture. */

type Picture = HTMLImageElement | HTMLVideoElement | ImageBitmap;

/** `#rrggbb` at points of the picture, which is drawn as large as `size`. */
export function colorsAt(
  picture: Picture,
  [width, height]: readonly [number, number],
  points: readonly (readonly [x: number, y: number])[],
): string[] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, width, height);
  return points.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
    return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** Loads a file as a page would show it. */
export async function shownImage(file: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  return image;
}
