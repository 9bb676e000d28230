/** Where `at` leaves zero or comes to it, between −reach and reach: the kinks an integration must be cut at. */
export function zeroEdges(at: (z: number) => number, reach: number): number[] {
  const edges: number[] = [];
  const steps = 400;
  let before = at(-reach) > 0;
  for (let i = 1; i <= steps; i++) {
    const z = -reach + (2 * reach * i) / steps;
    const positive = at(z) > 0;
    if (positive !== before) {
      let low = z - (2 * reach) / steps;
      let high = z;
      for (let k = 0; k < 50; k++) {
        const middle = 0.5 * (low + high);
        if (at(middle) > 0 === positive) high = middle;
        else low = middle;
      }
      edges.push(high);
    }
    before = positive;
  }
  return edges;
}
