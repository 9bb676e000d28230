import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { CardLine, CardNuisance, Datacard } from '../../statistics/datacards/datacard-text.ts';
import { workspaceOfCard } from '../../statistics/datacards/read-datacard.ts';
import type {
  ChannelDocument,
  ModifierDocument,
  WorkspaceDocument,
} from '../../statistics/histfactory/document/workspace-document.ts';
import type { BinContents, HistogramSource } from '../histograms/histogram-source.ts';

/** The process name under which data stand in shapes lines. */
const dataName = 'data_obs';

/** Integrals may differ by this from a rate that is given as well. */
const sameIntegral = 1e-3;

/** Where the histograms of a process in a bin are: file, name, and the pattern of names with a systematic. */
interface ShapePlace {
  readonly file: string;
  readonly name: string;
  readonly varied: string | null;
}

function placeOf(card: Datacard, bin: string, process: string, mass: string | undefined): ShapePlace {
  const matching = (wantedProcess: string, wantedBin: string): CardLine | undefined =>
    card.shapes.find(({ words }) => words[1] === wantedProcess && words[2] === wantedBin);
  const row = matching(process, bin) ?? matching('*', bin) ?? matching(process, '*') ?? matching('*', '*');
  if (row === undefined)
    throw new InvalidInput('shapes', `no line gives the histogram of '${process}' in the bin '${bin}'.`);
  const { words, line } = row;
  if (words.length < 5) throw new InvalidInput(`line ${line}`, 'a shapes line has process, bin, file and histogram.');
  const fill = (pattern: string): string => {
    if (pattern.includes('$MASS') && mass === undefined)
      throw new InvalidInput(
        `line ${line}`,
        `'${pattern}' needs a mass: give the signal's number as a line 'mass 125'.`,
      );
    return pattern
      .replaceAll('$PROCESS', process)
      .replaceAll('$CHANNEL', bin)
      .replaceAll('$MASS', mass ?? '');
  };
  if (words.slice(4).some((word) => word.includes(':')))
    throw new InvalidInput(`line ${line}`, `'${words[4]}' is in a RooWorkspace, which is not read; histograms are.`);
  return { file: words[3], name: fill(words[4]), varied: words[5] === undefined ? null : fill(words[5]) };
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** −1 stands for the integral; another number must agree with it. */
function integral(given: number, bins: BinContents, what: string): number {
  const total = sum(bins.values);
  if (given !== -1 && Math.abs(given - total) > sameIntegral * Math.max(1, Math.abs(total)))
    throw new InvalidInput(what, `the card says ${given}, its histogram has ${total}.`);
  return given === -1 ? total : given;
}

const isShape = ({ kind }: CardNuisance): boolean => /^shape/.test(kind);

/** Whether the column takes a shape; entries other than 1 would stretch the morphing. */
function takesShape({ entries, name, line }: CardNuisance, column: number): boolean {
  const entry = entries[column];
  if (entry === '-' || Number(entry) === 0) return false;
  if (Number(entry) !== 1)
    throw new InvalidInput(`line ${line}`, `'${name}' has '${entry}'; shapes are read with 1 or '-'.`);
  return true;
}

/**
 * The workspace of a card with shapes: bins from histograms (ROOT or UHI), `shape` uncertainties as histosys from the
 * pair …Up, …Down, autoMCStats as staterror. lnN of a column stays a normsys. Notes say where Combine differs.
 * @throws InvalidInput for a histogram that is missing, bins that do not agree, and what HistFactory cannot say.
 */
export async function workspaceOfShapes(
  card: Datacard,
  source: HistogramSource,
  mass?: string,
): Promise<{ readonly workspace: WorkspaceDocument; readonly notes: readonly string[] }> {
  const notes = new Set<string>();
  const data = new Map<string, BinContents>();
  for (const bin of card.bins) {
    const place = placeOf(card, bin, dataName, mass);
    data.set(bin, await source.bins(place.file, place.name));
  }
  const shapes: BinContents[] = [];
  const extra: ModifierDocument[][] = [];
  const scaled: number[] = [];
  for (const [k, { bin, process, rate }] of card.columns.entries()) {
    const place = placeOf(card, bin, process, mass);
    const nominal = await source.bins(place.file, place.name);
    const bins = data.get(bin)?.values.length ?? 0;
    if (nominal.values.length !== bins)
      throw new InvalidInput(place.name, `has ${nominal.values.length} bins, the data of '${bin}' have ${bins}.`);
    shapes.push(nominal);
    scaled.push(integral(rate, nominal, `rate of '${process}' in '${bin}'`));
    const modifiers: ModifierDocument[] = [];
    for (const nuisance of card.nuisances.filter(isShape)) {
      if (!takesShape(nuisance, k)) continue;
      if (place.varied === null)
        throw new InvalidInput('shapes', `no name is given for '${process}' with $SYSTEMATIC.`);
      const [hi, lo] = await Promise.all(
        (['Up', 'Down'] as const).map((side) =>
          source.bins(place.file, (place.varied ?? '').replaceAll('$SYSTEMATIC', `${nuisance.name}${side}`)),
        ),
      );
      modifiers.push({
        name: nuisance.name,
        type: 'histosys',
        data: { hi_data: [...hi.values], lo_data: [...lo.values] },
      });
      notes.add(
        'shape uncertainties are interpolated bin by bin (histosys); Combine morphs form and normalisation apart',
      );
    }
    extra.push(modifiers);
  }
  const counting = workspaceOfCard({
    ...card,
    observed: card.bins.map((bin, k) =>
      integral(card.observed[k], data.get(bin) as BinContents, `observation of '${bin}'`),
    ),
    columns: card.columns.map((column, k) => ({ ...column, rate: scaled[k] })),
    nuisances: card.nuisances.filter((one) => !isShape(one)),
  });
  const channels = counting.channels.map((channel): ChannelDocument => {
    const columns = card.columns.flatMap(({ bin }, k) => (bin === channel.name ? [k] : []));
    return {
      name: channel.name,
      samples: channel.samples.map((sample, s) => {
        const counted = sample.modifiers.find(({ type }) => type === 'shapesys');
        if (counted !== undefined)
          throw new InvalidInput(counted.name, 'gmN in a bin with shapes cannot be said in HistFactory.');
        const k = columns[s];
        return { name: sample.name, data: [...shapes[k].values], modifiers: [...sample.modifiers, ...extra[k]] };
      }),
    };
  });
  addStatistics(card, channels, shapes, notes);
  return {
    workspace: {
      ...counting,
      channels,
      observations: card.bins.map((bin) => ({ name: bin, data: [...(data.get(bin) as BinContents).values] })),
    },
    notes: [...notes],
  };
}

/** autoMCStats: 'BIN autoMCStats threshold [include-signal]'; a negative threshold switches it off. */
function addStatistics(
  card: Datacard,
  channels: readonly ChannelDocument[],
  shapes: readonly BinContents[],
  notes: Set<string>,
): void {
  for (const { words, line } of card.statistics) {
    const [bin, , threshold, withSignal = '0'] = words;
    if (bin !== '*' && !card.bins.includes(bin)) throw unknownName(`line ${line}`, 'bin', bin, card.bins);
    if (threshold === undefined || !Number.isFinite(Number(threshold)))
      throw new InvalidInput(`line ${line}`, 'autoMCStats needs a threshold.');
    if (Number(threshold) < 0) continue;
    notes.add(
      'autoMCStats becomes one Gaussian factor a bin (staterror); Combine takes Poisson factors for few events',
    );
    for (const channel of channels) {
      if (bin !== '*' && bin !== channel.name) continue;
      const columns = card.columns.flatMap((column, k) => (column.bin === channel.name ? [{ ...column, k }] : []));
      channel.samples.forEach((sample, s) => {
        const { signal, k } = columns[s];
        if (signal && withSignal !== '1') return;
        sample.modifiers.push({ name: `staterror_${channel.name}`, type: 'staterror', data: [...shapes[k].errors] });
      });
    }
  }
}
