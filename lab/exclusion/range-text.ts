/** A range of masses in words. */
export const rangeText = ([from, to]: readonly [number, number]): string =>
  `${Number(from.toPrecision(3))} to ${Number(to.toPrecision(3))} GeV`;
