/** One of several ways to do the same work. `run` does it once; `seconds`, when given, measures itself instead. */
export interface Contestant {
  readonly name: string;
  readonly run?: () => void;
  readonly seconds?: () => number;
}

export interface Measured {
  readonly name: string;
  /** CPU seconds of the quickest round, all threads of this process together. */
  readonly seconds: number;
}

function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1e-6;
}

/**
 * Runs the contestants in turn, `rounds` times after one round that does not count, and gives the quickest round of
 * each: what else the machine does then hits all of them alike.
 */
export function measure(contestants: readonly Contestant[], rounds = 5): Measured[] {
  const best = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round++) {
    contestants.forEach(({ run, seconds }, k) => {
      (globalThis as { gc?: () => void }).gc?.();
      const taken = seconds ? seconds() : run ? cpuSeconds(run) : Number.NaN;
      if (round > 0) best[k] = Math.min(best[k], taken);
    });
  }
  return contestants.map(({ name }, k) => ({ name, seconds: best[k] }));
}

/** Prints rates (`items` per CPU second) and how many times the rate of `reference` each of them is. */
export function printRates(results: readonly Measured[], items: number, unit: string, reference: string): void {
  const base = results.find(({ name }) => name === reference);
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, seconds } of results) {
    const rate = (items / seconds / 1e6).toFixed(2).padStart(9);
    const ratio = base ? `${(base.seconds / seconds).toFixed(2).padStart(8)} × ${base.name}` : '';
    console.log(`${name.padEnd(width)} ${rate} million ${unit}/CPU-s ${ratio}`);
  }
}

/** Prints `numerator`'s rate over `denominator`'s, with what is aimed at. */
export function printRatio(
  results: readonly Measured[],
  numerator: string,
  denominator: string,
  aim?: number,
): number | undefined {
  const [a, b] = [numerator, denominator].map((wanted) => results.find(({ name }) => name === wanted));
  if (!a || !b) return undefined;
  const ratio = b.seconds / a.seconds;
  console.log(`${numerator} / ${denominator}: ${ratio.toFixed(2)}${aim === undefined ? '' : ` (aim ≥ ${aim})`}`);
  return ratio;
}
