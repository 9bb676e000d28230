/** What a proton beam is absorbed in, as far as production needs it. */
export interface DumpTarget {
  /** Beam momentum, GeV. */
  readonly beamMomentum: number;
  readonly massNumber: number;
  readonly atomicNumber: number;
  /** Radiation length of the material, kg/m². */
  readonly radiationLength: number;
}
