import { allocateMomenta, type MomentumColumns } from '../physics/vectors/momentum-columns.ts';
import { allocatePoints, type PointColumns } from './decay-block.ts';
import type { SilenceColumns } from './response-block.ts';

/** A track or photon in the role that the selection gives it. */
export interface CandidateParticle {
  readonly role: string;
  readonly mass: number;
  readonly charge: number;
  /** Measured momentum at the vertex, with the mass of the role. */
  readonly momentum: MomentumColumns;
  /** Position at the first tracking chamber (charged roles) and on the calorimeter (m). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly calorimeterX: Float64Array;
  readonly calorimeterY: Float64Array;
  /** Momentum that the ring of a track gives (GeV), where a search reads rings. */
  readonly ringMomentum: Float64Array;
}

/** Candidates: an event with its tracks and photons in given roles. What travels from simulation to selection. */
export interface CandidateBlock {
  readonly capacity: number;
  count: number;
  /** Row of the decay block. */
  readonly row: Int32Array;
  /** Decay within the batch; candidates with one number are readings or copies of one decay: their weights are not independent. */
  readonly family: Int32Array;
  /** Generator weight × reconstruction × identification (× trigger after that stage); low and high span its band. */
  readonly weight: Float64Array;
  readonly weightLow: Float64Array;
  readonly weightHigh: Float64Array;
  /** The weight without trigger. */
  readonly untriggered: Float64Array;
  readonly vertex: PointColumns;
  readonly vertexChiSquare: Float64Array;
  /** Extrapolation of a single track to the beam's upstream opening, in half widths of it; 0 for several tracks. */
  readonly upstreamExit: Float64Array;
  /** The decaying particle as the analysis knows it: the run-averaged beam, or the beam spectrometer's measurement. */
  readonly parent: MomentumColumns;
  /** The run-averaged beam (GeV). */
  readonly meanParent: { energy: number; px: number; py: number; pz: number };
  readonly particles: readonly CandidateParticle[];
  /** Hodoscope quadrants hit (bits 0…3), muon-detector tiles hit (all, outer), calorimeter energy (GeV). */
  readonly quadrants: Uint8Array;
  readonly muonTiles: Uint8Array;
  readonly outerMuonTiles: Uint8Array;
  readonly calorimeterEnergy: Float64Array;
  /** Probability that all photon vetoes, and the large-angle ones alone, stay silent. */
  readonly vetoSurvival: Float64Array;
  readonly largeAngleSurvival: Float64Array;
  /** Probability that nothing but the candidate is seen, in hermetic searches. */
  readonly silence: SilenceColumns;
}

/** Room for `capacity` candidates with the given roles. */
export function allocateCandidateBlock(
  capacity: number,
  roles: readonly { role: string; mass: number; charge: number }[],
): CandidateBlock {
  const column = () => new Float64Array(capacity);
  return {
    capacity,
    count: 0,
    row: new Int32Array(capacity),
    family: new Int32Array(capacity),
    weight: column(),
    weightLow: column(),
    weightHigh: column(),
    untriggered: column(),
    vertex: allocatePoints(capacity),
    vertexChiSquare: column(),
    upstreamExit: column(),
    parent: allocateMomenta(capacity),
    meanParent: { energy: 0, px: 0, py: 0, pz: 0 },
    particles: roles.map(({ role, mass, charge }) => ({
      role,
      mass,
      charge,
      momentum: allocateMomenta(capacity),
      x: column(),
      y: column(),
      calorimeterX: column(),
      calorimeterY: column(),
      ringMomentum: column(),
    })),
    quadrants: new Uint8Array(capacity),
    muonTiles: new Uint8Array(capacity),
    outerMuonTiles: new Uint8Array(capacity),
    calorimeterEnergy: column(),
    vetoSurvival: column(),
    largeAngleSurvival: column(),
    silence: { central: column(), low: column(), high: column() },
  };
}

/** A block of its own size with the candidates that `keeps` says, in their order, and its size in bytes. */
export function copyCandidates(
  from: CandidateBlock,
  keeps: (candidate: number) => boolean,
): { readonly block: CandidateBlock; readonly bytes: number } {
  const chosen: number[] = [];
  for (let i = 0; i < from.count; i++) if (keeps(i)) chosen.push(i);
  let bytes = 0;
  const copied = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) {
      const column = value as Float64Array;
      const made = new (column.constructor as Float64ArrayConstructor)(chosen.length);
      for (let k = 0; k < chosen.length; k++) made[k] = column[chosen[k]];
      bytes += made.byteLength;
      return made;
    }
    if (Array.isArray(value)) return value.map(copied);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copied(child)]));
  };
  const block = copied(from) as CandidateBlock;
  return { block: { ...block, capacity: chosen.length, count: chosen.length }, bytes };
}
