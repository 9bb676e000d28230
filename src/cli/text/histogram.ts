import type { WatchedHistogram } from '../../modes/mode.ts';

const EIGHTHS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Neighbouring bins added until there are at most `most`. */
function merged(counts: readonly number[], most: number): number[] {
  const factor = Math.ceil(counts.length / most);
  return Array.from({ length: Math.ceil(counts.length / factor) }, (_, i) =>
    counts.slice(i * factor, (i + 1) * factor).reduce((sum, value) => sum + value, 0),
  );
}

/**
 * A histogram in `rows` lines of at most `columns` characters, with a line that names it and one for its axis; heights are
 * relative to the highest bin, to an eighth of a character.
 */
export function histogramLines(histogram: WatchedHistogram, columns: number, rows: number): string[] {
  const { name, label, unit, from, to, candidates } = histogram;
  const counts = merged(histogram.counts, Math.max(8, columns - 2));
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const eighths = counts.map((count) =>
    most > 0 && count > 0 ? Math.max(1, Math.round((8 * rows * count) / most)) : 0,
  );
  const bars = Array.from({ length: rows }, (_, row) => {
    const below = 8 * (rows - 1 - row);
    return eighths.map((height) => EIGHTHS[Math.min(8, Math.max(0, height - below))]).join('');
  });
  const [left, right] = [String(from), `${to}${unit === '' ? '' : ` ${unit}`}`];
  const gap = Math.max(1, counts.length - left.length - right.length);
  return [
    `${name}: ${candidates.toLocaleString('en-GB')} selected, ${label}`,
    ...bars,
    `${left}${' '.repeat(gap)}${right}`,
  ];
}
