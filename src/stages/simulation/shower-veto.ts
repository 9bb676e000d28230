import type { DecayProduct } from '../../events/decay-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { inCalorimeter } from './calorimeter-acceptance.ts';
import { TrackPath } from './track-path.ts';

/** What the photon vetoes see of an electron that no track is made of. */
export interface ShowerVeto {
  /** Probability that all vetoes, and that the large-angle ones alone, stay silent for the electron last sent. */
  silent: number;
  largeAngleSilent: number;
  /** Sends the electron of `row`. */
  send(row: number): void;
}

/** Electrons in the photon vetoes: they shower as photons do, behind the kick of the magnet. */
export function showerVeto(
  { calorimeter, vetoes, magnet }: Detector,
  { origin, momentum, charge }: DecayProduct,
): ShowerVeto {
  const inLkr = inCalorimeter(calorimeter);
  const rings = [...vetoes.largeAngle.value].sort((a, b) => a.z - b.z);
  const magnetZ = magnet.z.value as number;
  const kick = magnet.kick.value * charge;
  const { z: smallAngleZ, centreX, outerRadius } = vetoes.smallAngle;
  const path = new TrackPath(1);
  const veto: ShowerVeto = {
    silent: 1,
    largeAngleSilent: 1,
    send(row) {
      veto.silent = 1;
      veto.largeAngleSilent = 1;
      const z0 = origin.z[row];
      const { [row]: energy } = momentum.energy;
      if (!(momentum.pz[row] > 0)) return;
      path.start(origin.x[row], origin.y[row], z0, momentum.px[row], momentum.py[row], momentum.pz[row]);
      let bent = z0 > magnetZ;
      const to = (z: number): boolean => {
        if (!bent && z > magnetZ) {
          path.advance(magnetZ);
          path.kick(-kick);
          bent = true;
        }
        path.advance(z);
        return path.pz > 0;
      };
      for (const ring of energy > vetoes.largeAngleThreshold.value ? rings : []) {
        if (ring.z < z0) continue;
        if (!to(ring.z)) return;
        const r2 = path.x * path.x + path.y * path.y;
        if (r2 > ring.innerRadius * ring.innerRadius && r2 < ring.outerRadius * ring.outerRadius) {
          veto.silent = vetoes.largeAngleInefficiency.value;
          veto.largeAngleSilent = veto.silent;
          return;
        }
      }
      if (!to(smallAngleZ.value)) return;
      const dx = path.x - centreX.value;
      if (dx * dx + path.y * path.y < outerRadius.value * outerRadius.value)
        veto.silent = vetoes.smallAngleInefficiency.value;
      if (!to(calorimeter.z.value)) return;
      if (inLkr(path.x, path.y) && energy > vetoes.clusterThreshold.value)
        veto.silent = vetoes.clusterInefficiency.value;
    },
  };
  return veto;
}
