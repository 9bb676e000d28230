import type { DetectorName } from '../../events/response-block.ts';
import type { Energy, Length, Quantity } from '../../units/index.ts';
import type { observables } from './observables/index.ts';
import type { PhotonRole } from './photon-role.ts';

/** Every observable there is: the files of `observables/`. */
export type ObservableName = keyof typeof observables;

/** The type that a bound on an observable must have. */
export type Bound<O extends ObservableName> = {
  energy: Energy;
  'energy squared': Quantity<'energy squared'>;
  length: Length;
  angle: Quantity<'angle'>;
  number: number;
}[(typeof observables)[O]['dimension']];

/** A range of an observable of all particles: where a cut holds. */
export type Where = {
  [O in ObservableName]: { readonly observable: O; readonly between: readonly [Bound<O>, Bound<O>] };
}[ObservableName];

/** A condition on one observable; `of` names the particles meant (all of them when absent). */
export type Cut = {
  [O in ObservableName]: {
    readonly observable: O;
    readonly of?: readonly string[];
    /** Particles whose masses those of `of` are given for this cut, one for each: the pair as it would be taken for another. */
    readonly as?: readonly string[];
    /** The cut holds where all of these do; elsewhere a candidate passes. Everywhere when absent. */
    readonly where?: readonly Where[];
    /** Why the cut has this value, and where it comes from. */
    readonly source?: string;
  } & (
    | { readonly between: readonly [Bound<O>, Bound<O>] }
    | { readonly outside: readonly [Bound<O>, Bound<O>] }
    | { readonly above: Bound<O> }
    | { readonly below: Bound<O> }
  );
}[ObservableName];

/** Which assignment of roles an event is taken with: the one whose observable is nearest to a value. */
export type BestAssignment = {
  [O in ObservableName]: { readonly observable: O; readonly of?: readonly string[]; readonly nearest: Bound<O> };
}[ObservableName];

/** What makes an event a candidate, in the order in which a paper would tell it. */
export interface Selection {
  /** Charged particles by the role they are given, e.g. ['mu-', 'e+', 'e+']. */
  readonly tracks: readonly string[];
  /** Photon clusters used: their number, or their roles where they play different parts, e.g. ['gamma of π⁰', …]. */
  readonly photons?: number | readonly PhotonRole[];
  /** False: no particle identification; all assignments of roles are tried. */
  readonly identified?: boolean;
  /** An event with several assignments counts once, with the best; absent: each assignment counts. */
  readonly best?: BestAssignment;
  /** An event is dropped when one of its assignments, whichever, passes all of these cuts. */
  readonly unless?: Readonly<Record<string, Cut>>;
  /** How the decaying particle is known. */
  readonly parent: 'run-averaged beam' | 'beam spectrometer';
  /** Detectors that every track must reach. */
  readonly tracksReach: readonly DetectorName[];
  /** Chambers that each track must cross inside their acceptance, and that must see it; all of them where absent. */
  readonly chambers?: { readonly crossed?: number; readonly hit?: number };
  /** 'strict': one pion and nothing else, by ring and calorimeters; the usual maps where absent. */
  readonly identification?: 'strict';
  /** Vetoes on photons that have no role; 'hermetic': by detector and energy, and on charged particles left over. */
  readonly photonVeto?: 'all' | 'large angle' | 'hermetic' | 'none';
  readonly cuts: Readonly<Record<string, Cut>>;
}
