// How far two colours stand apart.

/** The numbers of a colour as the browser computed it: red, green, blue, and what it lets through. */
const parts = (colour) => colour.match(/[\d.]+/g).map(Number);

const light = (colour) => {
  const [r, g, b] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** From 1, the same, to 21, black and white (WCAG 2.2, contrast ratio). */
export function contrast(one, other) {
  const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}
