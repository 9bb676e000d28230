/**
 * Native units: GeV for energies, momenta (c = 1) and masses; metres for lengths and, because c = 1, for times.
 * Outside values enter only through the constructors below; inside, numbers are plain.
 */
declare const dimension: unique symbol;

/** A number in native units that remembers its dimension at compile time only. */
export type Quantity<D extends string> = number & { readonly [dimension]: D };
export type Energy = Quantity<'energy'>;
export type Length = Quantity<'length'>;
export type Angle = Quantity<'angle'>;
export type Area = Quantity<'area'>;
export type Rate = Quantity<'rate'>;

const unit =
  <D extends string>(factor: number) =>
  (value: number): Quantity<D> =>
    (value * factor) as Quantity<D>;

/** Speed of light, metres per second (exact, SI). */
export const SPEED_OF_LIGHT = 299_792_458;
/** ħc in GeV·m (CODATA 2018): cτ = HBAR_C / Γ. */
export const HBAR_C = 1.973269804e-16;

/** Energies, momenta and masses. */
export const GeV = unit<'energy'>(1);
export const MeV = unit<'energy'>(1e-3);
export const keV = unit<'energy'>(1e-6);
export const TeV = unit<'energy'>(1e3);

/** Squared masses. */
export const GeV2 = unit<'energy squared'>(1);

/** Lengths. */
export const metres = unit<'length'>(1);
export const km = unit<'length'>(1e3);
export const cm = unit<'length'>(1e-2);
export const mm = unit<'length'>(1e-3);
export const um = unit<'length'>(1e-6);

/** Times are lengths (c = 1): `ns(1)` is 0.2998 m. */
export const seconds = unit<'length'>(SPEED_OF_LIGHT);
export const us = unit<'length'>(SPEED_OF_LIGHT * 1e-6);
export const ns = unit<'length'>(SPEED_OF_LIGHT * 1e-9);
export const ps = unit<'length'>(SPEED_OF_LIGHT * 1e-12);

/** Angles. */
export const rad = unit<'angle'>(1);
export const mrad = unit<'angle'>(1e-3);
export const urad = unit<'angle'>(1e-6);

/** Rates are per metre of light travel inside; `MHz(1)` is 1e6 per second. */
export const MHz = unit<'rate'>(1e6 / SPEED_OF_LIGHT);
export const kHz = unit<'rate'>(1e3 / SPEED_OF_LIGHT);
