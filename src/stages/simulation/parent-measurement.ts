import type { CandidateBlock, CandidateParticle } from '../../events/candidate-block.ts';
import type { DecayBlock } from '../../events/decay-block.ts';
import type { KaonBeam } from '../../experiments/experiment.ts';
import { cosTurns, sinTurns } from '../../math/elementary.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import type { MomentumColumns } from '../../physics/vectors/momentum-columns.ts';
import { beamAssociation } from './beam-association.ts';

/** What the analysis knows of the decaying beam particle. */
export interface ParentMeasurement {
  /** Probability that there is a measurement. */
  readonly efficiency: number;
  /** Writes the four-momentum of the run-averaged beam. */
  writeMean(out: CandidateBlock['meanParent']): void;
  /** Writes its four-momentum to row `to`. */
  measure(decays: DecayBlock, row: number, to: number, out: MomentumColumns): void;
  /** Vertex of a single track: closest approach to the beam particle; χ² is the squared distance over the beam's `approach` squared. */
  meet(decays: DecayBlock, row: number, to: number, block: CandidateBlock, track: CandidateParticle, z: number): void;
}

/** Writes how far outside of the opening upstream a single track points, in half widths. */
function exitUpstream(
  { upstreamOpening }: KaonBeam,
  block: CandidateBlock,
  to: number,
  track: CandidateParticle,
  z: number,
): void {
  const way = upstreamOpening.z.value - z;
  const x = track.x[to] + (track.momentum.px[to] / track.momentum.pz[to]) * way;
  const y = track.y[to] + (track.momentum.py[to] / track.momentum.pz[to]) * way;
  block.upstreamExit[to] = Math.max(
    Math.abs(x) / upstreamOpening.halfX.value,
    Math.abs(y) / upstreamOpening.halfY.value,
  );
}

function closestApproach(
  block: CandidateBlock,
  to: number,
  track: CandidateParticle,
  z: number,
  beamX: number,
  beamY: number,
  beamZ: number,
  approach: number,
): void {
  const parent = block.parent;
  const bx = parent.px[to] / parent.pz[to];
  const by = parent.py[to] / parent.pz[to];
  const tx = track.momentum.px[to] / track.momentum.pz[to];
  const ty = track.momentum.py[to] / track.momentum.pz[to];
  const dx = track.x[to] - (beamX + bx * (z - beamZ));
  const dy = track.y[to] - (beamY + by * (z - beamZ));
  const ux = tx - bx;
  const uy = ty - by;
  const zeta = -(dx * ux + dy * uy) / (ux * ux + uy * uy);
  const gapX = dx + ux * zeta;
  const gapY = dy + uy * zeta;
  block.vertex.z[to] = z + zeta;
  block.vertex.x[to] = track.x[to] + tx * zeta - gapX / 2;
  block.vertex.y[to] = track.y[to] + ty * zeta - gapY / 2;
  block.vertexChiSquare[to] = (gapX * gapX + gapY * gapY) / (approach * approach);
}

/** The run-averaged four-momentum of a beam of particles of this mass. */
function meanBeam(beam: KaonBeam, mass: number): CandidateBlock['meanParent'] {
  const p = beam.momentum.value as number;
  const sx = beam.slopeX.value as number;
  const sy = beam.slopeY.value as number;
  const pz = p / Math.sqrt(1 + sx * sx + sy * sy);
  return { energy: Math.sqrt(p * p + mass * mass), px: sx * pz, py: sy * pz, pz };
}

/** The run-averaged beam: the same four-momentum for every event (multi-track analyses do not use the spectrometer). */
export function runAveragedBeam(beam: KaonBeam, mass: number): ParentMeasurement {
  const mean = meanBeam(beam, mass);
  return {
    efficiency: 1,
    writeMean: (out) => Object.assign(out, mean),
    measure(_decays, _row, to, out) {
      out.px[to] = mean.px;
      out.py[to] = mean.py;
      out.pz[to] = mean.pz;
      out.energy[to] = mean.energy;
    },
    meet(_decays, _row, to, block, track, z) {
      exitUpstream(beam, block, to, track, z);
      closestApproach(block, to, track, z, 0, 0, beam.profile.z.value, beam.approach.value);
    },
  };
}

/**
 * The beam spectrometer: momentum and direction of a beam particle, smeared. The association may choose another one than
 * that which decayed: a particle of the beam that passes the decay within the accepted closest approach. With `answer` it
 * always chooses that one, or always another, with the probability of doing so for its efficiency.
 */
export function beamSpectrometer(
  beam: KaonBeam,
  mass: number,
  seed: number,
  stream: string,
  answer?: 'right' | 'wrong',
): ParentMeasurement {
  const random = new EventRandom(streamKey(seed, `${stream}/beam spectrometer`));
  const momentumResolution = beam.spectrometer.momentumResolution.value;
  const angleResolution = beam.spectrometer.angleResolution.value as number;
  const { right, wrong } = beamAssociation(beam);
  const efficiency = answer === 'right' ? right : answer === 'wrong' ? wrong : right + wrong;
  const share = answer === 'right' ? 0 : answer === 'wrong' ? 1 : wrong / efficiency;
  const most = beam.association.closestApproach.value as number;
  let offsetX = 0;
  let offsetY = 0;
  return {
    efficiency,
    writeMean: (out) => Object.assign(out, meanBeam(beam, mass)),
    measure(decays, row, to, out) {
      random.start(decays.firstEvent + row);
      const { px, py, pz } = decays.parent;
      let sx = px[row] / pz[row] + angleResolution * random.normal();
      let sy = py[row] / pz[row] + angleResolution * random.normal();
      const true2 = px[row] * px[row] + py[row] * py[row] + pz[row] * pz[row];
      let p = Math.sqrt(true2) * (1 + momentumResolution * random.normal());
      offsetX = 0;
      offsetY = 0;
      if (random.uniform() < share) {
        p = beam.momentum.value * (1 + beam.momentumSpread.value * random.normal());
        sx = beam.slopeX.value + beam.divergence.value * random.normal();
        sy = beam.slopeY.value + beam.divergence.value * random.normal();
        const distance = most * Math.sqrt(random.uniform());
        const turns = random.uniform();
        offsetX = distance * cosTurns(turns);
        offsetY = distance * sinTurns(turns);
      }
      const measured = p / Math.sqrt(1 + sx * sx + sy * sy);
      out.px[to] = sx * measured;
      out.py[to] = sy * measured;
      out.pz[to] = measured;
      out.energy[to] = Math.sqrt(p * p + mass * mass);
    },
    meet(decays, row, to, block, track, z) {
      const { x, y, z: vz } = decays.vertex;
      exitUpstream(beam, block, to, track, z);
      closestApproach(block, to, track, z, x[row] + offsetX, y[row] + offsetY, vz[row], beam.approach.value);
    },
  };
}
