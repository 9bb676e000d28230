import { allocateMomenta, type MomentumColumns } from '../physics/vectors/momentum-columns.ts';

/** Points in space, a column per coordinate (m). */
export interface PointColumns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

/** Room for `count` points, all zero. */
export function allocatePoints(count: number): PointColumns {
  return { x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count) };
}

/** One final-state particle of a block: what it is, where it starts and with which momentum (laboratory frame). */
export interface DecayProduct {
  readonly name: string;
  readonly mass: number;
  readonly charge: number;
  readonly origin: PointColumns;
  readonly momentum: MomentumColumns;
}

/** Generated decays: what leaves the generation stage. Row i is event `firstEvent + i`. */
export interface DecayBlock {
  readonly capacity: number;
  count: number;
  firstEvent: number;
  readonly weight: Float64Array;
  readonly parent: MomentumColumns;
  readonly vertex: PointColumns;
  readonly products: readonly DecayProduct[];
  /** Rows that are copies of one decay: its number within the batch, below the capacity; absent when every row is a decay of its own. */
  family?: Int32Array;
}

/** What a decay block needs to know of a particle. */
export interface ProductKind {
  readonly name: string;
  readonly mass: number;
  readonly charge: number;
}

/**
 * A block for `capacity` decays into `kinds`; products start at the decay vertex unless `originOf` gives other points. `strangers` are particles that
 * come from elsewhere in the same event (a halo muon, say) and have an origin of their own.
 */
export function allocateDecayBlock(
  capacity: number,
  kinds: readonly ProductKind[],
  strangers: readonly ProductKind[] = [],
  originOf: (index: number) => PointColumns | undefined = () => undefined,
): DecayBlock {
  const vertex = allocatePoints(capacity);
  const product = ({ name, mass, charge }: ProductKind, origin: PointColumns): DecayProduct => ({
    name,
    mass,
    charge,
    origin,
    momentum: allocateMomenta(capacity),
  });
  return {
    capacity,
    count: 0,
    firstEvent: 0,
    weight: new Float64Array(capacity),
    parent: allocateMomenta(capacity),
    vertex,
    products: [
      ...kinds.map((kind, index) => product(kind, originOf(index) ?? vertex)),
      ...strangers.map((kind) => product(kind, allocatePoints(capacity))),
    ],
  };
}
