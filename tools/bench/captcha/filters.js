'use strict';

/** A grey picture is `{ width, height, pixels }`, a byte a pixel, 0 black. What lies outside is as its border. */
const grey = (width, height, pixelAt) => {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels[y * width + x] = pixelAt(x, y);
    }
  }
  return { width, height, pixels };
};

function at({ width, height, pixels }, x, y) {
  const [inX, inY] = [Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1)];
  return pixels[inY * width + inX];
}

/** Luma (Rec. 601) of RGBA, seen on white paper. */
function fromRgba({ width, height, data }) {
  return grey(width, height, (x, y) => {
    const [red, green, blue, alpha] = data.subarray((y * width + x) * 4);
    return Math.round((0.299 * red + 0.587 * green + 0.114 * blue - 255) * (alpha / 255) + 255);
  });
}

function toRgba({ width, height, pixels }) {
  const data = Buffer.alloc(width * height * 4, 255);
  pixels.forEach((pixel, i) => data.fill(pixel, i * 4, i * 4 + 3));
  return { width, height, data };
}

/** The middle one of each pixel and its eight neighbours: dots and lines of one pixel are gone, edges stay. */
function median(picture) {
  const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy]));
  return grey(picture.width, picture.height, (x, y) =>
    Uint8Array.from(around, ([dx, dy]) => at(picture, x + dx, y + dy)).sort()[around.length >> 1]);
}

/** Larger by a whole factor, between pixels in straight lines. */
function enlarge(picture, factor) {
  return grey(picture.width * factor, picture.height * factor, (x, y) => {
    const [fromX, fromY] = [(x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5];
    const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
    const between = (one, other, share) => one + (other - one) * share;
    const row = (line) => between(at(picture, left, line), at(picture, left + 1, line), fromX - left);
    return Math.round(between(row(top), row(top + 1), fromY - top));
  });
}

/** Black and white, parted where the two classes are furthest from each other (Otsu 1979). */
function threshold(picture) {
  const border = otsu(picture.pixels);
  return { ...picture, pixels: picture.pixels.map((pixel) => (pixel > border ? 255 : 0)) };
}

function otsu(pixels) {
  const counts = new Array(256).fill(0);
  pixels.forEach((pixel) => { counts[pixel] += 1; });
  const total = counts.reduce((sum, count, level) => sum + count * level, 0);
  let [dark, darkSum, best, border] = [0, 0, -1, 0];
  counts.forEach((count, level) => {
    dark += count;
    darkSum += count * level;
    const light = pixels.length - dark;
    const distance = dark && light ? darkSum / dark - (total - darkSum) / light : 0;
    const variance = dark * light * distance ** 2;
    if (variance > best) {
      [best, border] = [variance, level];
    }
  });
  return border;
}

module.exports = { enlarge, fromRgba, median, threshold, toRgba };
