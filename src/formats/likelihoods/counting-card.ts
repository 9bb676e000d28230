import type {
  ModifierDocument,
  SampleDocument,
  WorkspaceDocument,
} from '../../statistics/histfactory/document/workspace-document.ts';

/** What a line of uncertainties says: name, kind, and an entry by column. */
interface CardLine {
  readonly name: string;
  readonly kind: string;
  readonly entries: Map<number, string>;
}

interface Column {
  readonly bin: string;
  readonly process: string;
  readonly signal: boolean;
  readonly rate: number;
}

const word = (text: string): string => text.replace(/\s+/g, '_').replace(/[#,]/g, '_') || '_';

/** The factors down/up as lnN writes them; null where one of them is not above zero. */
function logNormal(up: number, down: number): string | null {
  if (!(up > 0) || !(down > 0)) return null;
  return Math.abs(up * down - 1) < 1e-12 ? `${up}` : `${down}/${up}`;
}

/**
 * A workspace as a counting card of CMS Combine: every bin of every channel becomes a bin of the card. normsys and lumi
 * become lnN, shapesys of a whole number of counts gmN, normfactors rateParam (the parameter of interest marks signals).
 * `lost` says what a card cannot hold: straight lines between histograms become log-normal ones, counts that are not
 * whole lnN.
 */
export function countingCardOf(workspace: WorkspaceDocument): {
  readonly text: string;
  readonly lost: readonly string[];
} {
  const lost = new Set<string>();
  const [{ config }] = workspace.measurements;
  if (workspace.measurements.length > 1) lost.add('measurements after the first');
  const columns: Column[] = [];
  const lines = new Map<string, CardLine>();
  const rates: string[] = [];
  const bins: { name: string; observed: number }[] = [];
  const setting = new Map(config.parameters.map((one) => [one.name, one]));

  const put = (name: string, kind: string, column: number, entry: string): void => {
    const key = `${kind} ${name}`;
    const line = lines.get(key) ?? { name, kind, entries: new Map<number, string>() };
    lines.set(key, line);
    const known = line.entries.get(column);
    if (known !== undefined) lost.add(`${name}: two effects on one sample; the first is kept`);
    else line.entries.set(column, entry);
  };
  const relative = (name: string, column: number, up: number, down: number): void => {
    const entry = logNormal(up, down);
    if (entry === null) lost.add(`${name}: a variation to zero or below has no log-normal form and is left out`);
    else if (entry !== '1') put(name, 'lnN', column, entry);
  };

  const add = (
    modifier: ModifierDocument,
    sample: SampleDocument,
    bin: number,
    column: number,
    place: Column,
  ): void => {
    const name = word(modifier.name);
    const rate = sample.data[bin];
    switch (modifier.type) {
      case 'normfactor': {
        if (modifier.name === config.poi) return;
        const { inits = [1], bounds = [[0, 10]] } = setting.get(modifier.name) ?? {};
        rates.push(`${name} rateParam ${place.bin} ${place.process} ${inits[0]} [${bounds[0][0]},${bounds[0][1]}]`);
        return;
      }
      case 'normsys':
        relative(name, column, modifier.data.hi, modifier.data.lo);
        return;
      case 'lumi': {
        const { sigmas = [0], auxdata = [1] } = setting.get('lumi') ?? {};
        lost.add('lumi: a Gaussian factor becomes a log-normal one');
        relative('lumi', column, 1 + sigmas[0] / auxdata[0], 1 / (1 + sigmas[0] / auxdata[0]));
        return;
      }
      case 'histosys':
        if (rate === 0) return;
        lost.add(`${modifier.name}: straight lines between histograms become log-normal factors`);
        relative(name, column, modifier.data.hi_data[bin] / rate, modifier.data.lo_data[bin] / rate);
        return;
      case 'shapesys': {
        const error = modifier.data[bin];
        if (rate === 0 || error === 0) return;
        const counts = (rate / error) * (rate / error);
        const whole = Math.round(counts);
        const own = sample.data.length === 1 ? name : `${name}_bin${bin + 1}`;
        if (whole >= 1 && Math.abs(counts - whole) < 1e-6 * whole) put(own, `gmN ${whole}`, column, `${rate / whole}`);
        else {
          lost.add(
            `${modifier.name}: ${counts} counts elsewhere are no whole number, so the Poisson constraint becomes log-normal`,
          );
          relative(own, column, 1 + error / rate, 1 / (1 + error / rate));
        }
        return;
      }
      case 'staterror':
        if (rate === 0 || modifier.data[bin] === 0) return;
        lost.add(`${modifier.name}: errors of simulated events become a log-normal factor for each sample`);
        relative(
          `${name}_bin${bin + 1}_${place.process}`,
          column,
          1 + modifier.data[bin] / rate,
          1 / (1 + modifier.data[bin] / rate),
        );
        return;
      case 'shapefactor':
        rates.push(`${name}_bin${bin + 1} rateParam ${place.bin} ${place.process} 1 [0,10]`);
    }
  };

  for (const channel of workspace.channels) {
    const counts = workspace.observations.find(({ name }) => name === channel.name)?.data ?? [];
    counts.forEach((observed, bin) => {
      const name = word(counts.length === 1 ? channel.name : `${channel.name}_bin${bin + 1}`);
      bins.push({ name, observed });
      for (const sample of channel.samples) {
        const signal = sample.modifiers.some(({ type, name: own }) => type === 'normfactor' && own === config.poi);
        const rate = sample.data[bin];
        if (rate < 0) lost.add(`${sample.name} in ${name}: a negative rate becomes 0`);
        const place = { bin: name, process: word(sample.name), signal, rate: Math.max(0, rate) };
        const column = columns.push(place) - 1;
        for (const modifier of sample.modifiers) add(modifier, sample, bin, column, place);
      }
    });
  }
  return { text: textOf(bins, columns, [...lines.values()], [...new Set(rates)]), lost: [...lost] };
}

function textOf(
  bins: readonly { readonly name: string; readonly observed: number }[],
  columns: readonly Column[],
  lines: readonly CardLine[],
  rates: readonly string[],
): string {
  const processes = [...new Set(columns.map(({ process }) => process))];
  const signals = processes.filter((process) => columns.some((column) => column.process === process && column.signal));
  const others = processes.filter((process) => !signals.includes(process));
  const id = (process: string): number =>
    signals.includes(process) ? signals.indexOf(process) - signals.length + 1 : others.indexOf(process) + 1;
  const row = (head: string, cells: readonly (string | number)[]): string => [head, ...cells].join(' ');
  const rule = '-'.repeat(20);
  return [
    `imax ${bins.length}`,
    `jmax ${processes.length - 1}`,
    `kmax ${lines.length}`,
    rule,
    row(
      'bin',
      bins.map(({ name }) => name),
    ),
    row(
      'observation',
      bins.map(({ observed }) => observed),
    ),
    rule,
    row(
      'bin',
      columns.map(({ bin }) => bin),
    ),
    row(
      'process',
      columns.map(({ process }) => process),
    ),
    row(
      'process',
      columns.map(({ process }) => id(process)),
    ),
    row(
      'rate',
      columns.map(({ rate }) => rate),
    ),
    rule,
    ...lines.map(({ name, kind, entries }) =>
      row(
        `${name} ${kind}`,
        columns.map((_, k) => entries.get(k) ?? '-'),
      ),
    ),
    ...rates,
    '',
  ].join('\n');
}
