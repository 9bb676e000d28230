import type { Exclusion } from './exclude.ts';

/** Says where a contour ends with the scan or the model and not at an edge. */
export function endsText({ massEnds, edges }: Exclusion): string {
  const names = ['lowest', 'highest'] as const;
  const reasons = { scan: 'the scan ends', model: 'the model has no answer beyond' } as const;
  const atMass = (massEnds ?? []).flatMap(({ mass, kind }, i) =>
    kind === 'edge' ? [] : [`the ${names[i]} mass, ${Number(mass.toPrecision(3))} GeV, is where ${reasons[kind]}`],
  );
  const cut = (side: 'lower' | 'upper') => edges.filter(({ scanEnds }) => scanEnds.includes(side)).length;
  const atCoupling = (['lower', 'upper'] as const).flatMap((side) =>
    cut(side) === 0 ? [] : [`at ${cut(side)} masses the ${side} edge is where the scanned couplings end`],
  );
  const all = [...atMass, ...atCoupling];
  return all.length === 0 ? '' : ` No edge of the exclusion: ${all.join('; ')}.`;
}
