/** One of several ways to do the same work. `run` does it once; `seconds`, when given, measures itself instead. */
export interface Contestant {
  readonly name: string;
  readonly run?: () => void;
  readonly seconds?: () => number;
}

export interface Measured {
  readonly name: string;
  /** CPU seconds of each round, all threads of this process together. */
  readonly rounds: readonly number[];
  /** Their median. */
  readonly seconds: number;
}

/** A ratio with the half of its rounds that lies in the middle. */
export interface Ratio {
  readonly median: number;
  readonly quartiles: readonly [number, number];
}

/** A benchmark stops after this many seconds, with the rounds it has. */
const LONGEST_SECONDS = 60;
const LEAST_ROUNDS = 3;

/** Value below which a share of the values lies, between two of them where it falls there. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
}

const measured = (name: string, rounds: readonly number[]): Measured => ({
  name,
  rounds,
  seconds: quantile(rounds, 0.5),
});

function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1e-6;
}

/**
 * Runs the contestants in turn, `rounds` times after one round that does not count, so that what else the machine does
 * hits neighbours in a round alike; a minute at most, but three rounds at least.
 */
export function measure(contestants: readonly Contestant[], rounds = 7): Measured[] {
  const times = contestants.map((): number[] => []);
  const from = performance.now();
  const enough = (round: number): boolean =>
    round > rounds || (round > LEAST_ROUNDS && performance.now() - from > 1000 * LONGEST_SECONDS);
  for (let round = 0; !enough(round); round++) {
    contestants.forEach(({ run, seconds }, k) => {
      (globalThis as { gc?: () => void }).gc?.();
      const taken = seconds ? seconds() : run ? cpuSeconds(run) : Number.NaN;
      if (round > 0) times[k].push(taken);
    });
  }
  return contestants.map(({ name }, k) => measured(name, times[k]));
}

/** What was measured, per item of `items`. */
export function per({ name, rounds }: Measured, items: number): Measured {
  return measured(
    name,
    rounds.map((seconds) => seconds / items),
  );
}

/** How many times the rate of `slow` that of `quick` is, round by round. */
export function ratioOf(quick: Measured, slow: Measured): Ratio {
  const ratios = quick.rounds.map((seconds, round) => slow.rounds[round] / seconds);
  return { median: quantile(ratios, 0.5), quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)] };
}

/** "2.41 (2.37–2.46)": median and quartiles. */
export function ratioText({ median, quartiles: [low, high] }: Ratio, digits = 2): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

/** Prints rates (`items` per CPU second) and how many times the rate of `reference` each of them is. */
export function printRates(results: readonly Measured[], items: number, unit: string, reference: string): void {
  const base = results.find(({ name }) => name === reference);
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const result of results) {
    const rate = (items / result.seconds / 1e6).toFixed(2).padStart(9);
    const ratio = base ? `${ratioText(ratioOf(result, base)).padStart(22)} × ${base.name}` : '';
    console.log(`${result.name.padEnd(width)} ${rate} million ${unit}/CPU-s ${ratio}`);
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
  const ratio = ratioOf(a, b);
  console.log(`${numerator} / ${denominator}: ${ratioText(ratio)}${aim === undefined ? '' : ` (aim ≥ ${aim})`}`);
  return ratio.median;
}
