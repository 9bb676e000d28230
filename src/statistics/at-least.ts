/** Probability of at least `needed` successes in `count` trials of probability `p`; 1 for none needed. */
export function atLeast(count: number, needed: number, p: number): number {
  let sum = 0;
  let ways = 1;
  for (let missed = 0; missed <= count - needed; missed++) {
    let term = ways;
    for (let i = 0; i < count - missed; i++) term *= p;
    for (let i = 0; i < missed; i++) term *= 1 - p;
    sum += term;
    ways = (ways * (count - missed)) / (missed + 1);
  }
  return sum;
}
