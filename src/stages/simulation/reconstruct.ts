import { allocateCandidateBlock, type CandidateBlock } from '../../events/candidate-block.ts';
import type { DecayBlock } from '../../events/decay-block.ts';
import { type DetectorName, REACHED, type ResponseBlock } from '../../events/response-block.ts';
import type { Detector, Identity } from '../../experiments/detector-types.ts';
import type { Hermetic } from '../../experiments/hermetic.ts';
import { type Assignment, assignments } from './assignments.ts';
import { strictPionTable, strictSpecies } from './hermetic/strict-pion.ts';
import { identificationBin, identificationTable } from './identification-table.ts';
import type { ParentMeasurement } from './parent-measurement.ts';
import { VertexFit } from './vertex-fit.ts';

/** How a search reads its events. */
export interface CandidateRole {
  readonly role: string;
  readonly mass: number;
  readonly charge: number;
  readonly identity: Identity | 'gamma';
}

export interface ReconstructionOptions {
  readonly roles: readonly CandidateRole[];
  /** False: roles are given without particle identification. */
  readonly identify: boolean;
  /** Every track must reach these detectors. */
  readonly tracksReach: readonly DetectorName[];
  /** Pions are identified strictly, with these facts. */
  readonly strict?: Hermetic;
  /** Particles left over are vetoed by all detectors, those that are tracks as well. */
  readonly hermetic?: boolean;
}

/** Turns a response block into candidates, one assignment of roles at a time. */
export interface Reconstruction {
  readonly assignments: readonly Assignment[];
  reconstruct(decays: DecayBlock, response: ResponseBlock, assignment: number): CandidateBlock;
}

/**
 * Candidates of a response block: every track in the role that the assignment gives it, with the probability of being
 * so identified as a weight (classes of identified particles exclude one another, so weights of different assignments
 * add), the reconstruction efficiency of each track, and the probability that a track left over was missed.
 */
export function reconstruction(
  detector: Detector,
  parent: ParentMeasurement,
  options: ReconstructionOptions,
  response: ResponseBlock,
): Reconstruction {
  const { roles, identify, strict, hermetic = false } = options;
  const charged = roles.filter(({ charge }) => charge !== 0);
  const photonRoles = roles.filter(({ charge }) => charge === 0);
  const ways = assignments(
    roles,
    response.tracks.map(({ charge }) => charge),
    response.photons.length,
  );
  const block = allocateCandidateBlock(response.capacity, roles);
  const tracksFirst = roles.map((role, index) => ({ role, index }));
  const trackSlots = tracksFirst.filter(({ role }) => role.charge !== 0).map(({ index }) => block.particles[index]);
  const photonSlots = tracksFirst.filter(({ role }) => role.charge === 0).map(({ index }) => block.particles[index]);
  const tables = charged.map(({ identity }) =>
    strict !== undefined && identity === 'pi'
      ? strictPionTable(strict)
      : identificationTable(detector.identification, identity as Identity),
  );
  const needed = options.tracksReach.reduce((bits, name) => bits | REACHED[name], 0);
  const neededByRole = charged.map(({ identity }) =>
    identify && identity === 'mu' ? needed | REACHED.muonDetector : needed,
  );
  const efficiency = detector.trackEfficiency.value;
  const missed = 1 - efficiency;
  const { straw, calorimeter } = detector;
  const strawZ = straw.z.value[0] as number;
  const positionError = straw.positionResolution.value as number;
  const scattering = straw.angleResolution.scattering.value;
  const constantAngle = straw.angleResolution.constant.value as number;
  parent.writeMean(block.meanParent);
  const fit = new VertexFit(Math.max(2, charged.length));

  return {
    assignments: ways,
    reconstruct(decays, { count, row, weight: drawn, silence, tracks, photons }, assignment) {
      const way = ways[assignment];
      const chosen = way.tracks.map((index) => tracks[index]);
      const left = tracks.filter((_, index) => !way.tracks.includes(index));
      const clusters = way.photons.map((index) => photons[index]);
      const spare = photons.filter((_, index) => !way.photons.includes(index));
      let n = 0;
      for (let j = 0; j < count; j++) {
        let weight = decays.weight[row[j]] * drawn[j] * parent.efficiency;
        let low = weight;
        let high = weight;
        for (let t = 0; t < chosen.length; t++) {
          const track = chosen[t];
          if (track.reconstructed[j] === 0 || (track.reached[j] & neededByRole[t]) !== neededByRole[t]) {
            weight = 0;
            break;
          }
          const found = efficiency * track.found[j];
          weight *= found;
          low *= found;
          high *= found;
          if (identify) {
            const px = track.px[j];
            const py = track.py[j];
            const pz = track.pz[j];
            const species = strict === undefined ? track.species[j] : strictSpecies(track, j);
            const bin = identificationBin(species, Math.sqrt(px * px + py * py + pz * pz));
            weight *= tables[t].central[bin];
            low *= tables[t].low[bin];
            high *= tables[t].high[bin];
          }
        }
        if (weight === 0) continue;
        for (const track of left) {
          if (hermetic || track.reconstructed[j] === 0) continue;
          weight *= missed;
          low *= missed;
          high *= missed;
        }
        for (const cluster of clusters) {
          const found = cluster.reconstructed[j] * cluster.found[j];
          weight *= found;
          low *= found;
          high *= found;
        }
        if (weight === 0) continue;

        fit.clear();
        let quadrants = 0;
        let tiles = 0;
        let outerTiles = 0;
        let energy = 0;
        for (let t = 0; t < chosen.length; t++) {
          const track = chosen[t];
          const px = track.px[j];
          const py = track.py[j];
          const pz = track.pz[j];
          const p = Math.sqrt(px * px + py * py + pz * pz);
          const slopeError = Math.sqrt((scattering * scattering) / (p * p) + constantAngle * constantAngle);
          fit.add(track.x[j], track.y[j], px / pz, py / pz, positionError, slopeError);
          const reached = track.reached[j];
          if ((reached & REACHED.newChod) !== 0) quadrants |= 1 << track.quadrant[j];
          const identity = charged[t].identity;
          if (identify ? identity === 'mu' : track.species[j] === 1) {
            if ((reached & REACHED.muonDetector) !== 0) tiles++;
            if ((reached & REACHED.muonOuterTiles) !== 0) outerTiles++;
          }
          energy += identify && identity === 'e' ? p : track.deposit[j];
          const slot = trackSlots[t];
          const { mass } = charged[t];
          slot.momentum.px[n] = px;
          slot.momentum.py[n] = py;
          slot.momentum.pz[n] = pz;
          slot.momentum.energy[n] = Math.sqrt(p * p + mass * mass);
          slot.x[n] = track.x[j];
          slot.y[n] = track.y[j];
          slot.calorimeterX[n] = track.calorimeterX[j];
          slot.calorimeterY[n] = track.calorimeterY[j];
          slot.ringMomentum[n] = track.ringMomentum[j];
        }
        parent.measure(decays, row[j], n, block.parent);
        if (chosen.length > 1) {
          fit.fit(-45);
          block.vertex.x[n] = fit.x;
          block.vertex.y[n] = fit.y;
          block.vertex.z[n] = strawZ + fit.zeta;
          block.vertexChiSquare[n] = fit.chiSquare;
        } else {
          parent.meet(decays, row[j], n, block, trackSlots[0], strawZ);
        }
        for (let c = 0; c < clusters.length; c++) {
          const cluster = clusters[c];
          const dx = cluster.calorimeterX[j] - block.vertex.x[n];
          const dy = cluster.calorimeterY[j] - block.vertex.y[n];
          const dz = calorimeter.z.value - block.vertex.z[n];
          const e = cluster.energy[j];
          const scale = e / Math.sqrt(dx * dx + dy * dy + dz * dz);
          const slot = photonSlots[c];
          slot.momentum.px[n] = dx * scale;
          slot.momentum.py[n] = dy * scale;
          slot.momentum.pz[n] = dz * scale;
          slot.momentum.energy[n] = e;
          slot.calorimeterX[n] = cluster.calorimeterX[j];
          slot.calorimeterY[n] = cluster.calorimeterY[j];
          energy += e;
        }
        let silent = 1;
        let silentLargeAngle = 1;
        for (const photon of spare) {
          silent *= photon.survival[j];
          silentLargeAngle *= photon.largeAngleSurvival[j];
          if (photon.reconstructed[j] === 1) energy += photon.energy[j];
        }
        for (const track of left) {
          if (track.silent === undefined || track.largeAngleSilent === undefined) continue;
          silent *= track.silent[j];
          silentLargeAngle *= track.largeAngleSilent[j];
        }
        if (hermetic) {
          let central = silence.central[j];
          let least = silence.low[j];
          let most = silence.high[j];
          for (const track of left) {
            central *= track.silence.central[j];
            least *= track.silence.low[j];
            most *= track.silence.high[j];
          }
          block.silence.central[n] = central;
          block.silence.low[n] = least;
          block.silence.high[n] = most;
        }
        block.row[n] = row[j];
        block.family[n] = decays.family === undefined ? row[j] : decays.family[row[j]];
        block.weight[n] = weight;
        block.untriggered[n] = weight;
        block.weightLow[n] = low;
        block.weightHigh[n] = high;
        block.quadrants[n] = quadrants;
        block.muonTiles[n] = tiles;
        block.outerMuonTiles[n] = outerTiles;
        block.calorimeterEnergy[n] = energy;
        block.vetoSurvival[n] = silent;
        block.largeAngleSurvival[n] = silentLargeAngle;
        n++;
      }
      block.count = n;
      if (photonRoles.length !== clusters.length) throw new Error('assignment does not fill the photon roles');
      return block;
    },
  };
}
