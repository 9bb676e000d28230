import type { KnownWork } from './known-works.ts';

const place = (journal: string, volume: string, year: string, pages: string) => ({ journal, volume, year, pages });
const by = (experiment: string) => `{${experiment} Collaboration}`;

/** Works behind the earlier limits on neutral leptons, axion-like particles, dark photons and dark scalars. */
export const worksOfLimits: Readonly<Record<string, KnownWork>> = {
  '2304.06772': {
    author:
      "Fern{\\'a}ndez-Mart{\\'\\i}nez, Enrique and Gonz{\\'a}lez-L{\\'o}pez, Manuel and Hern{\\'a}ndez-Garc{\\'\\i}a, Josu and Hostert, Matheus and L{\\'o}pez-Pav{\\'o}n, Jacobo",
    title: 'Effective portals to heavy neutral leptons',
    ...place('JHEP', '09', '2023', '001'),
  },
  '2407.08673': {
    author: 'Schubert, J. L. and others',
    title: 'On the impact of heavy meson production spectra on searches for heavy neutral leptons',
    ...place('JHEP', '02', '2025', '140'),
  },
  'Phys-Lett-B-160-1985-207': {
    author: by('WA66'),
    title: 'Search for Heavy Neutrino Decays in the BEBC Beam Dump Experiment',
  },
  'Phys-Lett-B-166-1986-473': {
    author: by('CHARM'),
    title: 'A Search for Decays of Heavy Neutrinos in the Mass Range 0.5-GeV to 2.8-GeV',
  },
  'Z-Phys-C-31-1986-21': {
    author: by('NA3'),
    title: 'Mass and Lifetime Limits on New Longlived Particles in 300-GeV/$c$ $\\pi^-$ Interactions',
  },
  'Phys-Rev-D-36-1987-2624': {
    author: 'Daum, M. and others',
    title: 'Search for Admixtures of Massive Neutrinos in the Decay $\\pi^+ \\to \\mu^+$ Neutrino',
  },
  'Phys-Lett-B-203-1988-332': {
    author: 'Bernardi, G. and others',
    title: 'Further limits on heavy neutrino couplings',
  },
  'Phys-Rev-Lett-67-1991-2942': {
    author: 'Bross, A. and others',
    title: 'A Search for Shortlived Particles Produced in an Electron Beam Dump',
  },
  'Phys-Rev-D-46-1992-R885': {
    author: 'Britton, D. I. and others',
    title: 'Improved search for massive neutrinos in $\\pi^+ \\to e^+$ neutrino decay',
  },
  'Z-Phys-C-74-1997-57': {
    author: by('DELPHI'),
    title: 'Search for neutral heavy leptons produced in Z decays',
  },
  'hep-ex/9908011': {
    author: by('NuTeV'),
    title: 'Search for neutral heavy leptons in a high-energy neutrino beam',
  },
  'hep-ph/0208075': {
    author: 'Orloff, J. and Rozanov, Alexandre N. and Santoni, C.',
    title: 'Limits on the mixing of tau neutrino to heavy neutrinos',
  },
  '1301.1105': { author: by('Belle'), title: 'Search for heavy neutrinos at Belle' },
  '1411.3963': { author: by('E949'), title: 'Search for heavy neutrinos in $K^+\\to\\mu^+\\nu_H$ decays' },
  '1612.07818': {
    author: by('LHCb'),
    title: 'Search for long-lived scalar particles in $B^+\\to K^+\\chi(\\mu^+\\mu^-)$ decays',
    ...place('Phys. Rev. D', '95', '2017', '071101'),
  },
  '1712.03275': {
    author: by('PIENU'),
    title: 'Improved search for heavy neutrinos in the decay $\\pi\\to e\\nu$',
  },
  '1802.03794': {
    author: 'Marsicano, L. and others',
    title: 'Dark photon production through positron annihilation in beam-dump experiments',
    ...place('Phys. Rev. D', '98', '2018', '015031'),
  },
  '1902.07598': { author: by('T2K'), title: 'Search for heavy neutrinos with the T2K near detector ND280' },
  '1904.03269': { author: by('PIENU'), title: 'Search for heavy neutrinos in $\\pi \\to \\mu\\nu$ decay' },
  '1908.07525': {
    author: 'Tsai, Yu-Dai and deNiverville, Patrick and Liu, Ming Xiong',
    title:
      'The High-Energy Frontier of the Intensity Frontier: Closing the Dark Photon, Inelastic Dark Matter, and Muon g-2 Windows',
  },
  '1909.11198': {
    author: 'Bryman, D. A. and Shrock, R.',
    title: 'Constraints on Sterile Neutrinos in the MeV to GeV Mass Range',
  },
  '2005.09575': {
    author: by('NA62'),
    title: 'Search for heavy neutral lepton production in $K^+$ decays to positrons',
  },
  '2007.13071': {
    author: by('Belle II'),
    title: 'Search for Axion-Like Particles produced in $e^+e^-$ collisions at Belle II',
  },
  '2101.12304': { author: by('NA62'), title: 'Search for $K^+$ decays to a muon and invisible particles' },
  '2106.13684': {
    author: by('ArgoNeuT'),
    title: 'New Constraints on Tau-Coupled Heavy Neutral Leptons with Masses 280-970 MeV',
  },
  '2107.14685': {
    author: 'Boiarska, Iryna and Boyarsky, Alexey and Mikulenko, Oleksii and Ovchynnikov, Maksym',
    title: 'Constraints from the CHARM experiment on heavy neutral leptons with tau mixing',
  },
  '2108.10331': {
    author: 'Chakraborty, Sabyasachi and Kraus, Manfred and Loladze, Vazha and Okui, Takemichi and Tobioka, Kohsaku',
    title: 'Heavy QCD axion in $b\\to s$ transition: Enhanced limits and projections',
    ...place('Phys. Rev. D', '104', '2021', '055036'),
  },
  '2201.05578': {
    author: by('CMS'),
    title: 'Search for long-lived heavy neutral leptons with displaced vertices in proton-proton collisions at 13 TeV',
  },
  '2207.09575': { author: by('BaBar'), title: 'Search for heavy neutral leptons using tau lepton decays at BaBar' },
  '2208.00416': {
    author: 'Barouki, Ryan and Marocco, Giacomo and Sarkar, Subir',
    title: 'Blast from the past II: Constraints on heavy neutral leptons from the BEBC WA66 beam dump experiment',
    ...place('SciPost Phys.', '13', '2022', '118'),
  },
  '2309.16003': {
    author: by('CMS'),
    title:
      'Search for direct production of GeV-scale resonances decaying to a pair of muons in proton-proton collisions at 13 TeV',
  },
  '2310.07660': {
    author: by('MicroBooNE'),
    title:
      'Search for Heavy Neutral Leptons in Electron-Positron and Neutral-Pion Final States with the MicroBooNE Detector',
  },
  '2402.02580': {
    author: by('Belle'),
    title: 'Search for a heavy neutral lepton that mixes predominantly with the tau neutrino',
  },
  '2402.18658': {
    author: by('CMS'),
    title:
      'Search for long-lived heavy neutral leptons decaying in the CMS muon detectors in proton-proton collisions at 13 TeV',
  },
  '2403.04584': {
    author: by('CMS'),
    title:
      'Search for long-lived heavy neutrinos in the decays of B mesons produced in proton-proton collisions at 13 TeV',
  },
  '2411.02727': {
    author: by('ICARUS'),
    title: 'Search for a Hidden Sector Scalar from Kaon Decay in the Di-Muon Final State at ICARUS',
  },
};
