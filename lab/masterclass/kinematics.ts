import { massOf } from 'spillway/search';
import type { SeenTrack } from '../events/measured-event.ts';
import type { Exercise } from './exercise.ts';

/** The beam of kaons: momentum (GeV) and direction. */
export interface Beam {
  readonly momentum: number;
  readonly slopeX: number;
  readonly slopeY: number;
}

const MASSES = { pi: massOf('pi+'), e: massOf('e+'), mu: massOf('mu+') } as const;

/** What is missing when the tracks are taken for these particles: squared mass (GeV²), and the momentum seen (GeV). */
export function missing(
  tracks: readonly SeenTrack[],
  taken: Exercise['taken'],
  { momentum, slopeX, slopeY }: Beam,
): { readonly mass: number; readonly momentum: number } {
  const length = Math.hypot(slopeX, slopeY, 1);
  const seen = [0, 0, 0];
  let energy = Math.hypot(momentum, massOf('K+'));
  for (const { momentum: p, charge, points } of tracks) {
    const [, first, magnet] = points;
    const along = [magnet[0] - first[0], magnet[1] - first[1], magnet[2] - first[2]];
    const size = Math.hypot(...along);
    for (let i = 0; i < 3; i++) seen[i] += (p * along[i]) / size;
    energy -= Math.hypot(p, MASSES[charge > 0 ? taken.positive : taken.negative]);
  }
  const rest = [slopeX, slopeY, 1].map((slope, i) => (momentum * slope) / length - seen[i]);
  return { mass: energy * energy - rest.reduce((sum, one) => sum + one * one, 0), momentum: Math.hypot(...seen) };
}
