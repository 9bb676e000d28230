// Advance widths of Helvetica in thousandths of the font size, for the printable ASCII signs from the space on.
const ascii = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/**
 * Width of plain text in units of the font size, from the widths that Adobe publishes for Helvetica (Core 14 AFM
 * files). Combining marks take no room; signs outside ASCII count as 0.58, signs of arithmetic, arrows and capital Greek as 0.75 to 1.
 */
export function helveticaWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    if (code >= 32 && code < 32 + ascii.length) width += ascii[code - 32];
    else if (sign === '×' || sign === '±' || sign === '−') width += 720;
    else if (code >= 0x300 && code < 0x370) width += 0;
    else if (code >= 0x2190 && code < 0x2200) width += 1000;
    else if (code >= 0x391 && code < 0x3aa) width += 720;
    else width += 580;
  }
  return width / 1000;
}
