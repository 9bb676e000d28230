import { earlierAreas } from '../../../interpretation/earlier-areas.ts';
import { exp, log } from '../../../math/elementary.ts';
import { bandColours } from '../../../plots/drawing/colours/palette.ts';
import { significant } from '../../../plots/drawing/text/number-text.ts';
import type { ExclusionFigure, MapFigure, PlaneFigure } from '../../../plots/index.ts';
import type { PublishedLimit } from '../../../search/published-limit.ts';
import type { PointingRegion } from '../../../stages/selection/pointing.ts';
import type { MixedPairs } from '../chain/combinatorial.ts';
import type { RescaleOptions } from '../chain/expected-events.ts';
import { MassCurve } from '../chain/mass-curve.ts';
import type { DumpSetup } from '../chain/setup.ts';
import type { DumpYields } from '../chain/yields.ts';
import { endsText } from './ends-text.ts';
import type { Exclusion } from './exclude.ts';
import type { BandSigma } from './expected-signals.ts';
import { acceptanceTable } from './grid-tables.ts';
import type { LifetimeMap } from './lifetime-map.ts';

/** Earlier limits are drawn from so many times below the lowest coupling of ours to so many times above the highest. */
const AROUND = 5;

/** A published contour as a closed polygon: up along the lower edge, back along the upper one. */
function publishedRing(setup: DumpSetup): [number, number][] {
  const points = (setup.search.published.contour?.value ?? []).filter(([, , upper]) => upper !== null);
  return [
    ...points.map(([mass, lower]): [number, number] => [mass, lower]),
    ...[...points].reverse().map(([mass, , upper]): [number, number] => [mass, upper as number]),
  ];
}

/**
 * Observed and expected (or projected) exclusion with the band of production sets and what of it is new, earlier limits in
 * grey and, where cited, the published contours as lines.
 */
export function exclusionFigure(
  yields: DumpYields,
  exclusion: Exclusion,
  earlier: readonly PublishedLimit[] = [],
): ExclusionFigure {
  const { model, setups } = yields;
  const rings = (kind: Exclusion['contours'][number]['kind']) =>
    exclusion.contours.find((contour) => contour.kind === kind)?.rings ?? [];
  const unit = model.coupling.unit === '1' ? '' : model.coupling.unit;
  const least = rings('band-least');
  const most = rings('band-most');
  const cl = `${100 * (exclusion.contours[0]?.cl ?? 0.9)} % CL`;
  const projected = exclusion.kind === 'projection';
  const published = setups.flatMap((setup) => {
    const ring = setup.search.published.model === model.id ? publishedRing(setup) : [];
    return ring.length > 2 ? [{ name: `published, ${setup.search.channel}`, rings: [ring] }] : [];
  });
  const drawn = [...exclusion.contours, ...published].flatMap((one) => one.rings.flat());
  const bottom = drawn.reduce((least, [, coupling]) => Math.min(least, coupling), Number.POSITIVE_INFINITY);
  const top = drawn.reduce((most, [, coupling]) => Math.max(most, coupling), 0);
  const masses = exclusion.edges.map(({ mass }) => mass);
  // Where nothing is excluded the plane that was scanned is drawn, empty.
  const empty = drawn.length === 0;
  const massRange = [Math.min(...masses), Math.max(...masses)] as const;
  const { min: weakest, max: strongest } = model.coupling.range;
  // Earlier limits are shown a little beyond the couplings that the model is drawn over; a pure number ends at 1.
  const highest = Math.max(top, unit === '' ? Math.min(1, 2 * strongest) : 2 * strongest);
  const lowest = empty ? weakest : Math.max(bottom / AROUND, Math.min(bottom, weakest));
  const fresh = exclusion.new?.rings ?? [];
  const nothing = rings(projected ? 'projected' : 'observed').length === 0;
  const gaps = (model.unanswered ?? []).flatMap(({ min, max }): [number, number][] =>
    max > massRange[0] && min < massRange[1] ? [[Math.max(min, massRange[0]), Math.min(max, massRange[1])]] : [],
  );
  const at = (sigma: BandSigma) => exclusion.contours.find((contour) => contour.sigma === sigma)?.rings ?? [];
  const same = (a: BandSigma, b: BandSigma) => JSON.stringify(at(a)) === JSON.stringify(at(b));
  const counted = exclusion.contours.some(({ sigma }) => sigma !== undefined);
  const narrow = counted && same(-2, 2);
  const word = projected ? 'projected' : 'expected';
  const bands = [
    ...(most.length > 0 ? [{ name: 'production models', outer: most, inner: least }] : []),
    ...(counted && !narrow
      ? [{ name: `${word} ±2σ`, outer: at(-2), inner: at(2), colour: bandColours.twoSigma, opacity: 0.9 }]
      : []),
    ...(counted && !narrow && !same(-1, 1)
      ? [{ name: `${word} ±1σ`, outer: at(-1), inner: at(1), colour: bandColours.oneSigma, opacity: 0.9 }]
      : []),
  ];
  return {
    kind: 'exclusion',
    title: `${model.title}: ${setups.map(({ search }) => search.channel).join(', ')}${projected ? ', a projection' : ''}`,
    description: `Excluded couplings of the ${model.title.toLowerCase()} against its mass, ${projected ? `projected to ${exclusion.protons} protons on target` : 'observed and expected'}, with the spread of production models${earlier.length > 0 ? ' and earlier limits' : ''}.${endsText(exclusion)}`,
    label: `Spillway  ${model.title}`,
    sublabel: `${projected ? 'projection, ' : ''}${cl}`,
    notes: [
      ...dataTexts(setups, exclusion),
      setups.map(({ search }) => search.channel.replace(/^\S+ →/, `${model.symbol} →`)).join(', '),
      ...(projected ? [] : ['counts as published (input)']),
      ...(gaps.length > 0 ? ['hatched masses: the model has no answer'] : []),
      ...(nothing ? [nothingText(yields, exclusion)] : []),
      ...(narrow && !nothing ? [`expected ±2σ: too few events to differ from the median`] : []),
    ],
    x: { label: `m(${model.symbol})`, unit: 'GeV', scale: 'log', ...(empty ? { range: massRange } : {}) },
    y: {
      label: model.coupling.symbol.replace(/_([A-Z]{2,})/g, '_{$1}'),
      unit,
      scale: 'log',
      // Room for the notes above what is drawn.
      ...(empty ? { range: [weakest, highest * exp(0.3 * log(highest / weakest))] as const } : {}),
    },
    ends: (exclusion.massEnds ?? []).flatMap(({ mass, kind }) =>
      kind === 'edge' ? [] : [{ x: mass, label: kind === 'scan' ? 'end of the scan' : 'end of the model' }],
    ),
    yEnds: couplingEnds(exclusion, drawn),
    ...(gaps.length > 0 ? { gaps } : {}),
    legendAt: 'below',
    areas: earlierAreas(earlier, massRange, [lowest, highest]),
    ...(bands.length > 0 ? { bands } : {}),
    lines: [
      ...(projected
        ? [{ name: `projected, ${cl}`, rings: rings('projected'), style: 'dotted' as const }]
        : [
            { name: `observed, ${cl}`, rings: rings('observed'), style: 'solid' as const },
            { name: 'expected', rings: rings('expected'), style: 'dashed' as const },
          ]),
      ...(fresh.length > 0 ? [{ name: 'new', rings: fresh, filled: true, excludes: false }] : []),
      ...published.map((line) => ({ ...line, style: 'dashed' as const, colour: '#222222' })),
    ],
  };
}

/** Ends of the scanned couplings that a contour runs along. */
function couplingEnds(
  { edges }: Exclusion,
  drawn: readonly (readonly [number, number])[],
): { y: number; label: string }[] {
  return (['lower', 'upper'] as const).flatMap((side) => {
    const end = edges.find(({ scanEnds }) => scanEnds.includes(side))?.[side] ?? null;
    // The rings have the last digits of the plane, the edges those of the same exponential.
    const y = end === null ? undefined : drawn.find(([, at]) => Math.abs(at / end - 1) < 1e-9)?.[1];
    return y === undefined ? [] : [{ y, label: 'end of the scanned couplings' }];
  });
}

/** Why a picture has no contour: nothing makes the particle as far as is known, or too few are seen. */
function nothingText({ points }: DumpYields, { contours }: Exclusion): string {
  const [{ production }] = contours;
  const made = points.some(({ mechanisms }) => mechanisms.some((list) => list.length > 0));
  const closed = points.flatMap(({ closed: outside }) => outside).find(({ quantity }) => quantity === 'beam momentum');
  if (
    closed !== undefined &&
    (!made || contours.every(({ kind, rings }) => kind.startsWith('band') || rings.length === 0))
  )
    return `nothing excluded with '${production}': its spectra do not hold for ${significant(closed.value, 3)} GeV protons`;
  return `nothing excluded with '${production}'`;
}

/** Protons and year of each experiment, as a frame says them. */
function dataTexts(setups: readonly DumpSetup[], { protonsOf }: Exclusion): string[] {
  const ids = [...new Set(setups.map(({ experiment }) => experiment.id))];
  return ids.map((id) => {
    const { experiment, search } = setups.find((setup) => setup.experiment.id === id) as DumpSetup;
    const own = protonsOf[search.id] === experiment.beam.protons.value && experiment.projected !== true;
    const year = own && experiment.taken !== undefined ? ` (${experiment.taken.value})` : '';
    const name = ids.length > 1 ? `${experiment.title}: ` : '';
    return `${name}${significant(protonsOf[search.id], 2)} protons${year}`;
  });
}

const planeRegion = (
  name: string,
  role: 'signal' | 'control',
  region: Exclude<PointingRegion, { readonly shape: 'anywhere' }>,
) =>
  region.shape === 'box'
    ? {
        name,
        role,
        shape: 'box' as const,
        x: region.z,
        y: [1e3 * region.distance[0], 1e3 * region.distance[1]] as const,
      }
    : {
        name,
        role,
        shape: 'ellipse' as const,
        centre: [region.z, 0] as const,
        semiAxes: [region.semiZ, 1e3 * region.semiDistance] as const,
      };

/** Pairs of halo tracks in the plane of where they point, with the regions of the search. */
export function pointingFigure(setup: DumpSetup, pairs: MixedPairs): PlaneFigure {
  const { search } = setup;
  const shown = pairs.points.filter(([z, d]) => z > -30 && z < 80 && d < 0.25);
  return {
    kind: 'plane',
    title: `${search.channel}: where pairs of halo tracks point`,
    description:
      'Pairs of unrelated simulated tracks: z of the point on the beam axis that the pair points back to, and the distance there, with signal and control regions.',
    x: { label: 'z of the origin', unit: 'm' },
    y: { label: 'distance from the beam axis', unit: 'mm' },
    samples: [{ name: 'mixed halo tracks (simulated)', x: shown.map(([z]) => z), y: shown.map(([, d]) => 1e3 * d) }],
    regions: Object.entries(search.regions).flatMap(([name, { value: region }]) =>
      region.shape === 'anywhere'
        ? []
        : [planeRegion(name, name === search.limit.region ? 'signal' : 'control', region)],
    ),
  };
}

/** Edges half way, in the logarithm, between ascending values. */
const edgesAround = (values: readonly number[]): number[] => {
  const ratio = (i: number) => Math.sqrt(values[i] * values[i - 1]);
  const last = values.length - 1;
  return [
    (values[0] * values[0]) / ratio(1),
    ...values.slice(1).map((_, i) => ratio(i + 1)),
    (values[last] * values[last]) / ratio(last),
  ];
};

/** Expected events over mass and coupling, white where fewer than 10⁻³. */
export function eventsFigure(
  yields: DumpYields,
  search: number,
  { from, to, count }: { from: number; to: number; count: number },
  options: RescaleOptions = {},
): MapFigure {
  const points = yields.points.filter(({ outside }) => outside === undefined);
  const couplings = Array.from({ length: count }, (_, j) => exp(log(from) + (log(to / from) * j) / (count - 1)));
  const curves = points.map((point) => new MassCurve(yields, search, point, options));
  const values = couplings.flatMap((coupling) =>
    curves.map((curve) => {
      const events = curve.at(log(coupling));
      return events > 1e-3 ? events : null;
    }),
  );
  return {
    kind: 'map',
    title: `Expected events, ${yields.setups[search].search.channel}`,
    description: 'Expected signal events of the search over mass and coupling.',
    x: { label: `m(${yields.model.symbol})`, unit: 'GeV', scale: 'log' },
    y: { label: yields.model.coupling.symbol, scale: 'log' },
    z: { label: 'expected events', scale: 'log' },
    xEdges: edgesAround(points.map(({ mass }) => mass)),
    yEdges: edgesAround(couplings),
    values,
    levels: [{ value: 2.3, label: '2.3' }],
  };
}

/** Acceptance of one search over mass and lifetime (m), decay probability included; white below 10⁻¹². */
export function acceptanceFigure(
  yields: DumpYields,
  search: number,
  lifetimes: readonly number[],
  production?: string,
): MapFigure {
  const { rows } = acceptanceTable(yields, search, lifetimes, production);
  const masses = [...new Set(rows.map(([mass]) => mass as number))];
  const n = lifetimes.length;
  return {
    kind: 'map',
    title: `Acceptance, ${yields.setups[search].search.channel}`,
    description: 'Share of all hidden particles made that the search selects, over mass and proper lifetime.',
    x: { label: `m(${yields.model.symbol})`, unit: 'GeV', scale: 'log' },
    y: { label: 'cτ', unit: 'm', scale: 'log' },
    z: { label: 'acceptance × decay probability', scale: 'log' },
    xEdges: edgesAround(masses),
    yEdges: edgesAround(lifetimes),
    values: lifetimes.flatMap((_, j) =>
      masses.map((_, i) => {
        const value = rows[i * n + j][2];
        return value !== null && value > 1e-12 ? value : null;
      }),
    ),
  };
}

/** Limits on a product of branching fractions over mass and lifetime. */
export function lifetimeFigure(map: LifetimeMap): MapFigure {
  return {
    kind: 'map',
    title: `${100 * map.cl} % CLs limit on the branching fractions of ${map.product}`,
    description: 'Upper limit on the product of branching fractions over mass and proper lifetime.',
    x: { label: 'm', unit: 'GeV', scale: 'log' },
    y: { label: 'cτ', unit: 'm', scale: 'log' },
    z: { label: 'upper limit', scale: 'log' },
    xEdges: edgesAround(map.masses),
    yEdges: edgesAround(map.lifetimes),
    values: map.lifetimes.flatMap((_, j) => map.limits.map((row) => (row[j] !== null && row[j] < 1 ? row[j] : null))),
  };
}
