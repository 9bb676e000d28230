import type { Angle, Energy, Fact, Length } from '../units/index.ts';

export type { Angle, Energy, Fact, Length } from '../units/index.ts';

/** A plane across the beam with a round hole and an outer edge (m). */
export interface Annulus {
  readonly z: Fact<Length>;
  readonly centreX: Fact<Length>;
  readonly innerRadius: Fact<Length>;
  readonly outerRadius: Fact<Length>;
}

/** Straw tracker: chambers on both sides of a magnet, each with a straw-free band around an off-axis hole in four views. */
export interface StrawTracker {
  /** A track whose halves before and behind the magnet mismatch by more than this χ² is not reconstructed. */
  readonly trackChiSquare: Fact;
  /** The chambers along the beam, and the centre of the hole of each. */
  readonly z: Fact<readonly Length[]>;
  readonly holeCentreX: Fact<readonly Length[]>;
  readonly holeHalfWidth: Fact<Length>;
  readonly outerRadius: Fact<Length>;
  /** σp/p = constant ⊕ slope·p; includes multiple scattering in the chambers. */
  readonly momentumResolution: { readonly constant: Fact; readonly slope: Fact };
  /** σθ = scattering/p ⊕ constant (rad, p in GeV); includes multiple scattering in the chambers. */
  readonly angleResolution: { readonly scattering: Fact; readonly constant: Fact<Angle> };
  readonly positionResolution: Fact<Length>;
  /** Thickness of a chamber in radiation lengths, and the atomic number of what it is made of. */
  readonly thickness: Fact;
  readonly atomicNumber: Fact;
  /** Probability that a chamber sees a track that crosses it. */
  readonly chamberEfficiency: Fact;
}

/** Thin-kick dipole: a particle of charge q leaves with px changed by −kick·q. */
export interface Dipole {
  readonly z: Fact<Length>;
  readonly kick: Fact<Energy>;
}

/** Electromagnetic calorimeter: regular octagon with a round hole. */
export interface Calorimeter {
  readonly z: Fact<Length>;
  readonly innerRadius: Fact<Length>;
  readonly apothem: Fact<Length>;
  /** σE/E = stochastic/√E ⊕ noise/E ⊕ constant, E in GeV. */
  readonly energyResolution: { readonly stochastic: Fact; readonly noise: Fact; readonly constant: Fact };
  readonly positionResolution: Fact<Length>;
  /** Clusters nearer than this are one. */
  readonly mergingDistance: Fact<Length>;
  /** Probability that the cluster of a photon in the acceptance is good: dead cells, quality. */
  readonly clusterEfficiency: Fact;
  /** Least E/p of what is taken for an electron. */
  readonly electronLeast: Fact;
  /** Energy that a minimum-ionising particle leaves. */
  readonly minimumIonisingEnergy: Fact<Energy>;
  /** Fraction of charged pions that only ionise; the others leave a uniform fraction of p up to `hadronicMaximum`. */
  readonly pionIonisingFraction: Fact;
  readonly hadronicMaximum: Fact;
}

/** Muon detector behind the iron: a square wall of tiles around a beam hole. */
export interface MuonDetector {
  readonly z: Fact<Length>;
  readonly innerRadius: Fact<Length>;
  readonly halfWidth: Fact<Length>;
  /** Half width of the block of inner tiles, left out of the "outer" trigger primitives. */
  readonly innerTilesHalfWidth: Fact<Length>;
  /** Lateral scattering before the detector is this constant over p (m·GeV). */
  readonly scattering: Fact;
  readonly efficiency: Fact;
  /** A muon below this momentum ranges out in the calorimeters and the iron. */
  readonly momentumThreshold: Fact<Energy>;
}

/** Photon-veto station around the decay volume. */
export interface VetoRing {
  readonly z: Length;
  readonly innerRadius: Length;
  readonly outerRadius: Length;
}

export interface PhotonVetoes {
  readonly largeAngle: Fact<readonly VetoRing[]>;
  readonly largeAngleThreshold: Fact<Energy>;
  readonly largeAngleInefficiency: Fact;
  /** Intermediate-ring and small-angle calorimeters close the hole down to zero angle. */
  readonly smallAngle: Annulus;
  readonly smallAngleInefficiency: Fact;
  readonly clusterThreshold: Fact<Energy>;
  readonly clusterInefficiency: Fact;
}

/** What a track can be identified as. */
export type Identity = 'e' | 'mu' | 'pi';
/** What a track can be: a pion that decayed to a muon before the muon detector is a muon from there on. */
export type Species = 'e' | 'mu' | 'pi';

/** Probability as a function of momentum: linear between the points, constant outside; low and high span the band. */
export interface ProbabilityMap {
  readonly momentum: readonly number[];
  readonly central: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** identification[species][identity]: probability that a track of that species is identified so. */
export type Identification = Readonly<Record<Species, Readonly<Record<Identity, Fact<ProbabilityMap>>>>>;

/** The apparatus downstream of the decay volume. */
export interface Detector {
  readonly straw: StrawTracker;
  readonly magnet: Dipole;
  readonly rich: Annulus;
  readonly newChod: Annulus;
  readonly chod: Annulus;
  readonly calorimeter: Calorimeter;
  readonly muonDetector: MuonDetector;
  readonly vetoes: PhotonVetoes;
  readonly identification: Identification;
  /** The one tuned number: probability that an accepted track is reconstructed. */
  readonly trackEfficiency: Fact;
  /** Share per track that published analyses keep of a geometrical acceptance: trigger, reconstruction, identification. */
  readonly analysisEfficiency: Fact;
}
