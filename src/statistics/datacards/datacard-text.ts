import { InvalidInput } from '../../schema/index.ts';

/** A line of a datacard: its words and its number in the file. */
export interface CardLine {
  readonly words: readonly string[];
  readonly line: number;
}

/** One systematic uncertainty: its name, kind, and one entry per column ('-' for no effect). */
export interface CardNuisance {
  readonly name: string;
  readonly kind: string;
  /** The count of gmN. */
  readonly events: number | null;
  readonly entries: readonly string[];
  readonly line: number;
}

/** A counting datacard of CMS Combine taken apart: columns are (bin, process) pairs. */
export interface Datacard {
  readonly bins: readonly string[];
  readonly observed: readonly number[];
  readonly columns: readonly {
    readonly bin: string;
    readonly process: string;
    readonly signal: boolean;
    readonly rate: number;
  }[];
  readonly nuisances: readonly CardNuisance[];
  /** rateParam lines: name, bin, process, and the rest. */
  readonly rates: readonly CardLine[];
  /** shapes lines: process, bin, file, histogram, histogram with a systematic. FAKE ones are left out. */
  readonly shapes: readonly CardLine[];
  /** autoMCStats lines: bin, 'autoMCStats', threshold, whether signals too. */
  readonly statistics: readonly CardLine[];
}

const ignored = ['imax', 'jmax', 'kmax'];

/**
 * Takes the text of a datacard apart: `bin`, `observation`, `bin`, `process` twice, `rate`, then one line per
 * nuisance parameter. Comments and rulers are skipped; imax, jmax and kmax must agree with what follows, unless `*`.
 * With shapes, an observation or a rate of −1 stands for the integral of its histogram.
 * @throws InvalidInput with the line for anything missing or of the wrong length.
 */
export function parseDatacard(text: string): Datacard {
  const lines = text.split(/\r?\n/).flatMap((raw, k): CardLine[] => {
    const words = raw.replace(/#.*$/, '').trim().split(/\s+/);
    return words[0] === '' || /^-{3,}$/.test(words[0]) ? [] : [{ words, line: k + 1 }];
  });
  const of = (key: string): CardLine[] => lines.filter(({ words }) => words[0] === key);
  const need = (key: string, count: number): CardLine[] => {
    const found = of(key);
    if (found.length !== count)
      throw new InvalidInput('datacard', `has ${found.length} '${key}' lines, a counting card has ${count}.`);
    return found;
  };
  const shapes = of('shapes').filter(({ words }) => words[3] !== 'FAKE');
  const least = shapes.length > 0 ? -1 : 0;
  const [binLine, columnLine] = need('bin', 2);
  const [observation] = need('observation', 1);
  const [names, ids] = order(need('process', 2));
  const [rateLine] = need('rate', 1);
  const bins = binLine.words.slice(1);
  const width = columnLine.words.length - 1;
  for (const row of [names, ids, rateLine]) requireWidth(row, width, columnLine.line);
  requireWidth(observation, bins.length, binLine.line);
  const repeated = bins.find((bin, k) => bins.indexOf(bin) !== k);
  if (repeated !== undefined) throw new InvalidInput(`line ${binLine.line}`, `the bin '${repeated}' is given twice.`);
  const columns = columnLine.words.slice(1).map((bin, k) => {
    if (!bins.includes(bin)) throw new InvalidInput(`line ${columnLine.line}`, `the bin '${bin}' has no observation.`);
    const id = ids.words[k + 1];
    if (!/^[-+]?\d+$/.test(id)) throw new InvalidInput(`line ${ids.line}`, `found '${id}', a process number is whole.`);
    return { bin, process: names.words[k + 1], signal: Number(id) <= 0, rate: amount(rateLine, k + 1, least) };
  });
  const after = lines.indexOf(rateLine) + 1;
  const rest = lines.slice(after).filter(({ words }) => words[0] !== 'shapes');
  const rates = rest.filter(({ words }) => words[1] === 'rateParam');
  const statistics = rest.filter(({ words }) => words[1] === 'autoMCStats');
  const nuisances = rest
    .filter((row) => !rates.includes(row) && !statistics.includes(row))
    .map((row) => nuisance(row, width));
  const observed = observation.words.slice(1).map((_, k) => amount(observation, k + 1, least));
  const processes = new Set(columns.map((column) => column.process)).size;
  const counts = { imax: bins.length, jmax: processes - 1, kmax: nuisances.length };
  for (const key of ignored)
    for (const { words, line } of of(key)) {
      const right = counts[key as keyof typeof counts];
      if (words[1] !== '*' && Number(words[1]) !== right)
        throw new InvalidInput(`line ${line}`, `${key} says ${words[1] ?? 'nothing'}, but the card has ${right}.`);
    }
  return { bins, observed, columns, nuisances, rates, shapes, statistics };
}

/** The line of names before that of numbers, whichever comes first. */
const order = ([a, b]: CardLine[]): [CardLine, CardLine] =>
  a.words.slice(1).every((word) => /^[-+]?\d+$/.test(word)) ? [b, a] : [a, b];

function requireWidth({ words, line }: CardLine, width: number, other: number): void {
  if (words.length - 1 !== width)
    throw new InvalidInput(
      `line ${line}`,
      `'${words[0]}' has ${words.length - 1} entries, line ${other} has ${width}.`,
    );
}

/** A number, zero or more (or `least` itself), at a place of a line. */
function amount({ words, line }: CardLine, at: number, least: number): number {
  const value = Number(words[at]);
  if (!Number.isFinite(value) || (value < 0 && value !== least))
    throw new InvalidInput(`line ${line}`, `found '${words[at]}', needs a number, zero or more.`);
  return value;
}

function nuisance({ words, line }: CardLine, width: number): CardNuisance {
  const [name, kind] = words;
  const counted = kind === 'gmN';
  const entries = words.slice(counted ? 3 : 2);
  if (entries.length !== width)
    throw new InvalidInput(`line ${line}`, `'${name}' has ${entries.length} entries for ${width} columns.`);
  const events = counted ? Number(words[2]) : null;
  if (events !== null && !(Number.isInteger(events) && events >= 0))
    throw new InvalidInput(`line ${line}`, `found '${words[2]}', gmN needs a whole number of events.`);
  return { name, kind: kind ?? '', events, entries, line };
}
