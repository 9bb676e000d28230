import type { KeyFigureWanted } from '../run/reproduction-site.ts';

/** What the strip of the front page shows, in order: the pictures that say most of the talk. */
export const KEY_FIGURES: readonly KeyFigureWanted[] = [
  { search: 'kaon-munuee', figure: 'discriminant', caption: 'K⁺ → μ⁻νe⁺e⁺: the missing mass and its closed box' },
  { search: 'kaon-pi4e', figure: 'plane', caption: 'K⁺ → π⁺e⁺e⁻e⁺e⁻: mass and momentum of five tracks' },
  { search: 'kaon-pigg', figure: 'rate-with-fit', caption: 'K⁺ → π⁺γγ: the spectrum that gives ĉ' },
  { search: 'kaon-pimumu', figure: 'likelihood-contours', caption: 'K⁺ → π⁺μ⁺μ⁻: the ellipse of a₊ and b₊' },
  { search: 'kaon-pia-gg', figure: 'mass-scan-limits', caption: 'K⁺ → π⁺a, a → γγ: a peak at every mass' },
  { search: 'kaon-pinunu', figure: 'plane', caption: 'K⁺ → π⁺νν̄: both signal regions and the control regions' },
  { search: 'dump-mumu', figure: 'exclusion', caption: 'A′ behind the dump: what is excluded, and what of it is new' },
  { search: 'kaon-munuee', event: 'signal', caption: 'One event of K⁺ → μ⁻νe⁺e⁺ in the spectrometer' },
];
