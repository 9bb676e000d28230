import { hiddenModel } from '../interpretation/named-model.ts';
import { bandColours } from '../plots/drawing/colours/palette.ts';
import type { ExclusionFigure } from '../plots/index.ts';
import type { ExcludedRegion, TogetherContour, TogetherExclusion } from './exclude-together.ts';

const ringsOf = (contours: readonly TogetherContour[], kind: string, sigma?: number) =>
  contours.find((one) => one.kind.startsWith(kind) && one.sigma === sigma)?.rings ?? [];

/** Regions of kaon searches and of searches behind dumps in one plane, with the bands of what is expected of all together. */
export function togetherFigure(exclusion: TogetherExclusion): ExclusionFigure {
  const { model: id, regions, contours, kind, units } = exclusion;
  const model = hiddenModel(id);
  const cl = `${100 * (regions[0]?.contours[0]?.cl ?? 0.9)} % CL`;
  const shown = contours.length > 0 ? contours : (regions[0]?.contours ?? []);
  const word = kind === 'projection' ? 'projected' : 'expected';
  const band = (name: string, low: number, high: number, colour: string) => ({
    name,
    outer: ringsOf(shown, `${word}-band`, low),
    inner: ringsOf(shown, `${word}-band`, high),
    colour,
    opacity: 0.9,
  });
  const bands = [
    band(`${word} ±2σ`, -2, 2, bandColours.twoSigma),
    band(`${word} ±1σ`, -1, 1, bandColours.oneSigma),
  ].filter(({ outer, inner }) => outer.length > 0 && JSON.stringify(outer) !== JSON.stringify(inner));
  const nothing = regions.every((region) => region.contours.every(({ rings }) => rings.length === 0));
  return {
    kind: 'exclusion',
    title: `${model.title}: ${exclusion.searches.join(', ')}`,
    description: `Couplings of the ${model.title.toLowerCase()} that kaon searches and searches behind a dump exclude against its mass.`,
    label: `Spillway  ${model.title}`,
    sublabel: `${kind === 'projection' ? 'projection, ' : ''}${cl}`,
    notes: regions.flatMap(noteOf),
    x: { label: `m(${model.symbol})`, unit: 'GeV', scale: 'log', ...(nothing ? { range: [0.01, 0.5] as const } : {}) },
    y: {
      label: model.coupling.symbol.replace(/_([A-Z]{2,})/g, '_{$1}'),
      unit: units.coupling === '1' ? '' : units.coupling,
      scale: 'log',
      ...(nothing ? { range: [model.coupling.range.min, model.coupling.range.max] as const } : {}),
    },
    bands,
    lines: regions.flatMap((region) => linesOf(region, word)),
  };
}

const noteOf = ({ decays, searches, scanned }: ExcludedRegion): string[] => {
  const [from, to] = scanned.map((mass) => Number(mass.toPrecision(3)));
  return [
    `${searches.join(', ')}: ${from} to ${to} GeV scanned`,
    ...(decays === 'model' ? [] : [`${searches.join(', ')}: other decays than the model's`]),
  ];
};

function linesOf({ searches, contours }: ExcludedRegion, word: string): NonNullable<ExclusionFigure['lines']> {
  const name = searches.join(', ');
  const observed = ringsOf(contours, 'observed');
  const expected = contours.find((one) => one.kind === word)?.rings ?? [];
  const seen = contours.some(({ kind }) => kind === 'observed');
  return [
    ...(seen ? [{ name: `${name}, observed`, rings: observed, style: 'solid' as const }] : []),
    { name: `${name}, ${word}`, rings: expected, style: 'dashed' as const, excludes: !seen },
  ];
}
