import { InvalidInput } from '../../schema/index.ts';
import type {
  ChannelDocument,
  ModifierDocument,
  ObservationDocument,
  ParameterDocument,
} from '../histfactory/index.ts';
import type { CardNuisance, Datacard } from './datacard-text.ts';

/** What the gmN lines of a card add to its workspace. */
export interface SideCounts {
  readonly channels: ChannelDocument[];
  readonly observations: ObservationDocument[];
  readonly parameters: ParameterDocument[];
  /** Expected events of columns that a side region without events scales: what one event there would stand for. */
  readonly rates: Map<number, number>;
}

export const noSideCounts = (): SideCounts => ({ channels: [], observations: [], parameters: [], rates: new Map() });

/**
 * A gmN line: N events counted elsewhere, of which each stands for α in a column. One column and N > 0 make a shapesys
 * of N events. Several columns, or N = 0, make the side region itself: a channel of the line's name that counted N and
 * expects N·t (t for N = 0), and t on every column: the likelihood that gmN means, with none left out.
 * @throws InvalidInput with the line where N·α is not the rate, nothing is moved, or a bin has the line's name.
 */
export function addSideCount(
  { name, events, line, entries }: CardNuisance,
  card: Datacard,
  modifiers: ModifierDocument[][],
  factor: (entry: string) => number,
  side: SideCounts,
): void {
  const columns = entries.flatMap((entry, k) => (entry === '-' ? [] : [k]));
  if (columns.length === 0) throw new InvalidInput(`line ${line}`, `gmN '${name}' moves no column.`);
  const n = events ?? 0;
  for (const k of columns) {
    const alpha = factor(entries[k]);
    const { rate } = card.columns[k];
    if (Math.abs(alpha * n - rate) > 0.01 * rate)
      throw new InvalidInput(`line ${line}`, `gmN '${name}': ${n} events × ${alpha} is not the rate ${rate}.`);
    if (n > 0 && columns.length === 1) {
      modifiers[k].push({ name, type: 'shapesys', data: [rate / Math.sqrt(n)] });
      return;
    }
    if (n === 0) side.rates.set(k, alpha);
    modifiers[k].push({ name, type: 'normfactor', data: null });
  }
  if (card.bins.includes(name))
    throw new InvalidInput(`line ${line}`, `gmN '${name}' has the name of a bin; its side region needs it.`);
  side.channels.push({
    name,
    samples: [{ name, data: [Math.max(n, 1)], modifiers: [{ name, type: 'normfactor', data: null }] }],
  });
  side.observations.push({ name, data: [n] });
  side.parameters.push({ name, inits: [1], bounds: [[0, n === 0 ? 100 : 10]] });
}
