import { InvalidInput, unknownName } from '../../../../schema/index.ts';
import type { Axis, SearchDocument } from '../../../../search/kaon-search.ts';
import { type ReproduceRow, row } from '../../../../search/results/row.ts';
import { massScanSchema } from '../../../../search/schemas/sections.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import type { Analysis } from '../analysis.ts';
import { massScanFigures } from './figures.ts';
import { finishMassScan, limitAt } from './finish.ts';
import { massPoints, pointName, simulatedPoints } from './grid.ts';
import { massScanReport } from './report.ts';
import type { MassScanResult } from './result.ts';
import { scannedDecay, scanSamples } from './samples.ts';
import { massScanTables } from './tables.ts';

const MOST_HYPOTHESES = 20_000;

/** A scan of hypothesised masses of the signal's hidden particles; see `MassScan` and docs/how-a-mass-scan-works.md. */
const massScan: Analysis<MassScan, MassScanResult> = {
  kind: 'mass scan',
  schema: massScanSchema,
  check: checkMassScan,
  needs: (section, search, { events }) => ({ samples: scanSamples(section, search, events) }),
  finish: finishMassScan,
  rows: massScanRows,
  report: massScanReport,
  figures: massScanFigures,
  tables: massScanTables,
};
export default massScan;

function checkMassScan(section: MassScan, search: SearchDocument, where: string): void {
  const names = Object.keys(section.masses);
  const hidden = Object.keys(scannedDecay(section, search).hidden ?? {});
  if (names.length < 1 || names.length > 2) {
    throw new InvalidInput(`${where}.masses`, `one or two masses can be scanned, found ${names.length}`);
  }
  for (const name of names)
    if (!hidden.includes(name)) throw unknownName(`${where}.masses`, 'hidden particle', name, hidden);
  for (const [name, { from, to, step }] of Object.entries(section.masses)) {
    const path = `${where}.masses.${name}`;
    if (!(from > 0)) throw new InvalidInput(`${path}.from`, `a mass above zero is needed, found ${from}`);
    if (!(step > 0)) throw new InvalidInput(`${path}.step`, `a step above zero is needed, found ${step}`);
    if (!(to >= from)) throw new InvalidInput(`${path}.to`, `${to} lies below 'from' ${from}`);
    if ((to - from) / step > MOST_HYPOTHESES) {
      throw new InvalidInput(
        `${path}.step`,
        `${Number(step.toPrecision(6))} makes more than ${MOST_HYPOTHESES} masses; take larger steps`,
      );
    }
  }
  const points = massPoints(section);
  if (points.length === 0 || simulatedPoints(section).length === 0) {
    throw new InvalidInput(`${where}.masses`, 'no mass is left to search between the excluded ranges');
  }
  if (points.length > MOST_HYPOTHESES) {
    throw new InvalidInput(`${where}.masses`, `${points.length} hypotheses are more than ${MOST_HYPOTHESES}`);
  }
  checkSizes(section, where);
  checkWindows(section, search, where);
  const { without, lifetimes } = section;
  const cuts = Object.keys(search.selection.cuts);
  for (const name of without?.cuts ?? [])
    if (!cuts.includes(name)) throw unknownName(`${where}.without.cuts`, 'cut', name, cuts);
  if (lifetimes !== undefined) {
    if (!hidden.includes(lifetimes.particle)) {
      throw unknownName(`${where}.lifetimes.particle`, 'hidden particle', lifetimes.particle, hidden);
    }
    const ascending = lifetimes.values.every((value, i) => (i === 0 ? value === 0 : value > lifetimes.values[i - 1]));
    const alone = names.every((name) => name === lifetimes.particle || isFixed(section, name));
    if (!ascending || lifetimes.values.length < 2 || lifetimes.masses.length < 1 || !alone) {
      throw new InvalidInput(
        `${where}.lifetimes`,
        'a scan in one mass (others fixed: from = to) takes masses and ascending lifetimes, the first of them 0 (prompt)',
      );
    }
  }
  if (section.coupling !== undefined && lifetimes === undefined) {
    throw new InvalidInput(
      `${where}.coupling`,
      "needs 'lifetimes', since the coupling decides how far the particle flies",
    );
  }
}

const isFixed = ({ masses }: MassScan, name: string): boolean => masses[name].from === masses[name].to;

function checkSizes({ simulated, resolution, toys }: MassScan, where: string): void {
  if (!(Number.isInteger(simulated.every) && simulated.every >= 1)) {
    throw new InvalidInput(`${where}.simulated.every`, `a whole number from 1 on is needed, found ${simulated.every}`);
  }
  if (!(simulated.eventsFactor > 0)) {
    throw new InvalidInput(`${where}.simulated.eventsFactor`, `must be above zero, found ${simulated.eventsFactor}`);
  }
  if (!(resolution.halfRange > 0)) {
    throw new InvalidInput(`${where}.resolution.halfRange`, `must be above zero, found ${resolution.halfRange}`);
  }
  if (!(Number.isInteger(toys) && toys >= 0)) {
    throw new InvalidInput(`${where}.toys`, `a whole number is needed, found ${toys}`);
  }
}

function checkWindows(section: MassScan, search: SearchDocument, where: string): void {
  const { window: width } = section;
  if (width === 'signal region') return;
  const axes: readonly Axis[] = search.discriminant;
  const entries = Object.entries(section.masses);
  if (axes.length !== entries.length) {
    throw new InvalidInput(
      `${where}.masses`,
      `${entries.length} masses need a discriminant with as many axes, found ${axes.length}`,
    );
  }
  if ('sigmas' in width && entries.length > 1) {
    throw new InvalidInput(`${where}.window`, "windows in resolutions are for one mass; give 'energy' for two");
  }
  const half: number = 'energy' in width ? width.energy : section.resolution.halfRange / 4;
  if (!(half > 0) || ('sigmas' in width && !(width.sigmas > 0))) {
    throw new InvalidInput(`${where}.window`, 'a width above zero is needed');
  }
  entries.forEach(([name, { from, to }], axis) => {
    const { from: low, to: high } = axes[axis] as { from: number; to: number };
    if (from - half < low - 1e-9 || to + half > high + 1e-9) {
      throw new InvalidInput(
        `${where}.masses.${name}`,
        `${[from, to].map((edge) => Number(edge.toPrecision(6))).join(' to ')} with windows does not lie in the discriminant, ${low} to ${high}`,
      );
    }
  });
}

/** Resolution of the first mass at a mass, linear between hypotheses; null outside. */
function resolutionAt({ hypotheses, masses: [name] }: MassScanResult, mass: number): number | null {
  for (let h = 0; h < hypotheses.length; h++) {
    const here = hypotheses[h].masses[name];
    const width = hypotheses[h].resolution[0];
    if (Math.abs(here - mass) < 1e-9) return width;
    const next = hypotheses[h + 1];
    if (next === undefined || !(here < mass && next.masses[name] > mass)) continue;
    const after = next.resolution[0];
    return width === null || after === null
      ? null
      : width + ((mass - here) / (next.masses[name] - here)) * (after - width);
  }
  return null;
}

function massScanRows(section: MassScan, result: MassScanResult, search: SearchDocument): ReproduceRow[] {
  const { resolutions = [], limits = [] } = section.published ?? {};
  const computed = (value: number | null) => (value === null ? null : { value, error: null });
  return [
    ...resolutions.map((published) =>
      row(
        search.id,
        'resolution',
        pointName(section, [published.mass]),
        published,
        computed(resolutionAt(result, published.mass)),
      ),
    ),
    ...limits.map((published) =>
      row(
        search.id,
        'limit',
        pointName(section, published.masses),
        published,
        computed(limitAt(section, result.hypotheses, published.masses)),
      ),
    ),
  ];
}
