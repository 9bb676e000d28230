/** What a source's text does not say of a work: authors and title in LaTeX, and its place where the text names none. */
export interface KnownWork {
  readonly author: string;
  readonly title: string;
  readonly journal?: string;
  readonly volume?: string;
  readonly year?: string;
  readonly pages?: string;
}

const NA62 = '{NA62 Collaboration}';
const place = (journal: string, volume: string, year: string, pages: string) => ({ journal, volume, year, pages });

/** Works that Spillway leans on often, by arXiv number, or by the key of a work that has none. */
export const knownWorks: Readonly<Record<string, KnownWork>> = {
  'Phys-Rev-D-110-2024-030001': {
    author: '{Particle Data Group}',
    title: 'Review of Particle Physics',
  },
  'PDG-2024': {
    author: '{Particle Data Group}',
    title: 'Review of Particle Physics',
    ...place('Phys. Rev. D', '110', '2024', '030001'),
  },
  'D-Baigarashev-for-NA62-Dubna-April-2024': {
    author: 'Baigarashev, D. and {NA62 Collaboration}',
    title: 'Talk at Dubna, April 2024',
    year: '2024',
  },
  '1703.08501': {
    author: NA62,
    title: 'The beam and detector of the NA62 experiment at CERN',
    ...place('JINST', '12', '2017', 'P05025'),
  },
  '1905.07770': {
    author: NA62,
    title: 'Searches for lepton number violating $K^+$ decays',
    ...place('Phys. Lett. B', '797', '2019', '134794'),
  },
  '2103.15389': {
    author: NA62,
    title: 'Measurement of the very rare $K^+\\to\\pi^+\\nu\\bar\\nu$ decay',
    ...place('JHEP', '06', '2021', '093'),
  },
  '2105.06759': {
    author: NA62,
    title: 'Search for Lepton Number and Flavor Violation in $K^+$ and $\\pi^0$ Decays',
    ...place('Phys. Rev. Lett.', '127', '2021', '131802'),
  },
  '2202.00331': {
    author: NA62,
    title: 'Searches for lepton number violating $K^+\\to\\pi^-(\\pi^0)e^+e^+$ decays',
    ...place('Phys. Lett. B', '830', '2022', '137172'),
  },
  '2209.05076': {
    author: NA62,
    title: 'A measurement of the $K^+\\to\\pi^+\\mu^+\\mu^-$ decay',
    ...place('JHEP', '11', '2022', '011'),
  },
  '2211.04818': {
    author: NA62,
    title: 'A search for the $K^+\\to\\mu^-\\nu e^+e^+$ decay',
    ...place('Phys. Lett. B', '838', '2023', '137679'),
  },
  '2303.08666': {
    author: NA62,
    title: 'Search for dark photon decays to $\\mu^+\\mu^-$ at NA62',
    ...place('JHEP', '09', '2023', '035'),
  },
  '2307.04579': {
    author: NA62,
    title: 'Search for $K^+$ decays into the $\\pi^+e^+e^-e^+e^-$ final state',
    ...place('Phys. Lett. B', '846', '2023', '138193'),
  },
  '2311.01837': {
    author: NA62,
    title: 'Measurement of the $K^+\\to\\pi^+\\gamma\\gamma$ decay',
    ...place('Phys. Lett. B', '850', '2024', '138513'),
  },
  '2312.12055': {
    author: NA62,
    title: 'Search for Leptonic Decays of Dark Photons at NA62',
    ...place('Phys. Rev. Lett.', '133', '2024', '111802'),
  },
  '1007.1727': {
    author: 'Cowan, Glen and Cranmer, Kyle and Gross, Eilam and Vitells, Ofer',
    title: 'Asymptotic formulae for likelihood-based tests of new physics',
    ...place('Eur. Phys. J. C', '71', '2011', '1554'),
  },
  '1005.1891': {
    author: 'Gross, Eilam and Vitells, Ofer',
    title: 'Trial factors for the look elsewhere effect in high energy physics',
    ...place('Eur. Phys. J. C', '70', '2010', '525'),
  },
  '2105.07077': {
    author: 'Kling, Felix and Trojanowski, Sebastian',
    title: 'Forward experiment sensitivity estimator for the LHC and future hadron colliders',
    ...place('Phys. Rev. D', '104', '2021', '035012'),
  },
  '1104.2747': {
    author: 'Bl{\\"u}mlein, Johannes and Brunner, J{\\"u}rgen',
    title: 'New Exclusion Limits for Dark Gauge Forces from Beam-Dump Data',
    ...place('Phys. Lett. B', '701', '2011', '155'),
  },
  '1311.3870': {
    author: 'Bl{\\"u}mlein, Johannes and Brunner, J{\\"u}rgen',
    title: 'New Exclusion Limits on Dark Gauge Forces from Proton Bremsstrahlung in Beam-Dump Data',
    ...place('Phys. Lett. B', '731', '2014', '320'),
  },
  '1204.3583': {
    author: 'Gninenko, S. N.',
    title: 'Constraints on sub-GeV hidden sector gauge bosons from a search for heavy neutrino decays',
    ...place('Phys. Lett. B', '713', '2012', '244'),
  },
  '1209.6083': {
    author: 'Andreas, Sarah and Niebuhr, Carsten and Ringwald, Andreas',
    title: 'New Limits on Hidden Photons from Past Electron Beam Dumps',
    ...place('Phys. Rev. D', '86', '2012', '095019'),
  },
  '2308.05587': {
    author: '{FASER Collaboration}',
    title: 'Search for dark photons with the FASER detector at the LHC',
    ...place('Phys. Lett. B', '848', '2024', '138378'),
  },
  '1901.09966': {
    author: 'Beacham, J. and others',
    title: 'Physics Beyond Colliders at CERN: Beyond the Standard Model Working Group Report',
    ...place('J. Phys. G', '47', '2020', '010501'),
  },
  '1805.08567': {
    author: 'Bondarenko, Kyrylo and Boyarsky, Alexey and Gorbunov, Dmitry and Ruchayskiy, Oleg',
    title: 'Phenomenology of GeV-scale Heavy Neutral Leptons',
    ...place('JHEP', '11', '2018', '032'),
  },
  '1809.01876': {
    author: 'Winkler, Martin Wolfgang',
    title: 'Decay and detection of a light scalar boson mixing with the Higgs boson',
    ...place('Phys. Rev. D', '99', '2019', '015018'),
  },
  '1904.10447': {
    author: 'Boiarska, Iryna and others',
    title: 'Phenomenology of GeV-scale scalar portal',
    ...place('JHEP', '11', '2019', '162'),
  },
  '1811.03474': {
    author: 'Aloni, Daniel and Soreq, Yotam and Williams, Mike',
    title: 'Coupling QCD-Scale Axionlike Particles to Gluons',
    ...place('Phys. Rev. Lett.', '123', '2019', '031803'),
  },
  '2201.05170': {
    author: 'Jerhot, Jan and D{\\"o}brich, Babette and Ertas, Fatih and Kahlhoefer, Felix and Spadaro, Tommaso',
    title: 'ALPINIST: Axion-Like Particles In Numerous Interactions Simulated and Tabulated',
    ...place('JHEP', '07', '2022', '094'),
  },
  '2305.13383': {
    author: 'Ovchynnikov, Maksym and others',
    title: 'Sensitivities to feebly interacting particles: Public and unified calculations',
    ...place('Phys. Rev. D', '108', '2023', '075028'),
  },
  '1512.03069': {
    author: 'D{\\"o}brich, Babette and others',
    title: 'ALPtraum: ALP production in proton beam dump experiments',
    ...place('JHEP', '02', '2016', '018'),
  },
  'JHEP-06-2021-093': {
    author: NA62,
    title: 'Measurement of the very rare $K^+\\to\\pi^+\\nu\\bar\\nu$ decay',
  },
  'JHEP-11-2022-011': {
    author: NA62,
    title: 'A measurement of the $K^+\\to\\pi^+\\mu^+\\mu^-$ decay',
  },
  'JHEP-06-2023-040': {
    author: NA62,
    title: 'Addendum to: A measurement of the $K^+\\to\\pi^+\\mu^+\\mu^-$ decay',
  },
  'JHEP-09-2023-040': { author: NA62, title: 'A study of the $K^+\\to\\pi^0e^+\\nu\\gamma$ decay' },
  'JHEP-11-2020-042': {
    author: NA62,
    title: 'An investigation of the very rare $K^+\\to\\pi^+\\nu\\bar\\nu$ decay',
  },
  '1811.08508': {
    author: NA62,
    title: 'First search for $K^+\\to\\pi^+\\nu\\bar\\nu$ using the decay-in-flight technique',
    ...place('Phys. Lett. B', '791', '2019', '156'),
  },
  'PLB-850-2024-138513': { author: NA62, title: 'Measurement of the $K^+\\to\\pi^+\\gamma\\gamma$ decay' },
  'JHEP-11-2023-138': {
    author: NA62,
    title: 'Improved calorimetric particle identification in NA62 using machine learning techniques',
  },
  'JHEP-11-2015-033': {
    author: 'Buras, Andrzej J. and Buttazzo, Dario and Girrbach-Noe, Jennifer and Knegjens, Robert',
    title:
      '$K^+\\to\\pi^+\\nu\\bar\\nu$ and $K_L\\to\\pi^0\\nu\\bar\\nu$ in the Standard Model: status and perspectives',
  },
  '1904.12837': {
    author: 'Aglieri Rinella, Gianluca and others',
    title: 'The NA62 GigaTracKer: a low mass high intensity beam 4D tracker with 65 ps time resolution on tracks',
    ...place('JINST', '14', '2019', 'P07010'),
  },
  '2208.00897': {
    author: NA62,
    title: 'Performance of the NA62 trigger system',
    ...place('JHEP', '03', '2023', '122'),
  },
  '2312.17188': {
    author: NA62,
    title: 'Development of a new CEDAR for kaon identification at the NA62 experiment at CERN',
    ...place('JINST', '19', '2024', 'P05005'),
  },
  '2409.12981': { author: NA62, title: 'First search for $K^+\\to\\pi^0\\pi\\mu e$ decays' },
  '2502.04241': {
    author: NA62,
    title: 'Search for hadronic decays of feebly-interacting particles at NA62',
  },
  '2209.02143': {
    author: "D'Ambrosio, Giancarlo and Knecht, Marc and Neshatpour, Siavash",
    title: 'Determination of the structure of the $K\\to\\pi\\pi\\pi$ amplitudes from recent data',
    ...place('Phys. Lett. B', '835', '2022', '137594'),
  },
  '2102.13112': {
    author: 'Bauer, Martin and Neubert, Matthias and Renner, Sophie and Schnubel, Marvin and Thamm, Andrea',
    title: 'Consistent treatment of axions in the weak chiral Lagrangian',
    ...place('Phys. Rev. Lett.', '127', '2021', '081803'),
  },
  '2012.02142': {
    author: 'Hostert, Matheus and Pospelov, Maxim',
    title: 'Novel multilepton signatures of dark sectors in light meson decays',
    ...place('Phys. Rev. D', '105', '2022', '015017'),
  },
  'J-Phys-G-28-2002-2693': {
    author: 'Read, Alexander L.',
    title: 'Presentation of search results: the CL$_s$ technique',
  },
  'Nucl-Instrum-Meth-A-320-1992-331': {
    author: 'Cousins, Robert D. and Highland, Virgil L.',
    title: 'Incorporating systematic uncertainties into an upper limit',
  },
  'Nucl-Instrum-Meth-A-434-1999-435': {
    author: 'Junk, Thomas',
    title: 'Confidence level computation for combining searches with small statistics',
  },
  'Phys-Lett-B-157-1985-458': {
    author: '{CHARM Collaboration}',
    title: 'Search for axion-like particle production in 400 GeV proton-copper interactions',
  },
  'Phys-Lett-B-701-2011-155': {
    author: 'Bl{\\"u}mlein, Johannes and Brunner, J{\\"u}rgen',
    title: 'New exclusion limits for dark gauge forces from beam-dump data',
  },
  '1708.00443': {
    author: 'Bauer, Martin and Neubert, Matthias and Thamm, Andrea',
    title: 'Collider probes of axion-like particles',
    ...place('JHEP', '12', '2017', '044'),
  },
  '1810.11336': {
    author: 'D{\\"o}brich, Babette and Ertas, Fatih and Kahlhoefer, Felix and Spadaro, Tommaso',
    title: 'Model-independent bounds on light pseudoscalars from rare B-meson decays',
    ...place('Phys. Lett. B', '790', '2019', '537'),
  },
  '1910.06926': {
    author: '{LHCb Collaboration}',
    title: 'Search for $A^\\prime\\to\\mu^+\\mu^-$ decays',
  },
  '1406.2980': {
    author: '{BaBar Collaboration}',
    title: 'Search for a dark photon in $e^+e^-$ collisions at BaBar',
  },
  '1504.00607': {
    author: '{NA48/2 Collaboration}',
    title: 'Search for the dark photon in $\\pi^0$ decays',
  },
  '1404.5502': {
    author: 'Merkel, H. and others',
    title: 'Search at the Mainz Microtron for light massive gauge bosons relevant for the muon $g-2$ anomaly',
  },
  '1807.02691': {
    author: '{KLOE-2 Collaboration}',
    title: 'Combined limit on the production of a light gauge boson decaying into $\\mu^+\\mu^-$ and $\\pi^+\\pi^-$',
  },
  '1912.11389': {
    author: '{NA64 Collaboration}',
    title: 'Improved limits on a hypothetical X(16.7) boson and a dark photon decaying into $e^+e^-$ pairs',
  },
  '1508.04094': {
    author: '{LHCb Collaboration}',
    title: 'Search for hidden-sector bosons in $B^0\\to K^{*0}\\mu^+\\mu^-$ decays',
  },
  '1612.08718': {
    author: '{LHCb Collaboration}',
    title: 'Search for long-lived scalar particles in $B^+\\to K^+\\chi(\\mu^+\\mu^-)$ decays',
  },
  '0903.0030': {
    author: '{E949 Collaboration}',
    title: 'Study of the decay $K^+\\to\\pi^+\\nu\\bar\\nu$ in the momentum region $140<P_\\pi<199$ MeV/c',
  },
  '2011.11329': { author: NA62, title: 'Search for a feebly interacting particle $X$ in the decay $K^+\\to\\pi^+X$' },
  '2010.07644': { author: NA62, title: 'Search for $\\pi^0$ decays to invisible particles' },
  '2106.00568': {
    author: '{MicroBooNE Collaboration}',
    title: 'Search for a Higgs portal scalar decaying to electron-positron pairs in the MicroBooNE detector',
  },
  '2004.14515': {
    author: 'Foroughi-Abari, Saeid and Ritz, Adam',
    title: 'LSND constraints on the Higgs portal',
  },
  '2005.02710': {
    author: '{NA64 Collaboration}',
    title: 'Search for axionlike and scalar particles with the NA64 experiment',
  },
  '1903.03586': {
    author: 'Aloni, Daniel and Fanelli, Cristiano and Soreq, Yotam and Williams, Mike',
    title: 'Photoproduction of axionlike particles',
  },
  '2404.04640': {
    author: '{BESIII Collaboration}',
    title: 'Search for di-photon decays of an axion-like particle in radiative $J/\\psi$ decays',
  },
  '1409.4792': {
    author: 'Mimasu, Ken and Sanz, Veronica',
    title: 'ALPs at colliders',
  },
  'Phys-Rev-D-38-1988-3375': {
    author: 'Bjorken, J. D. and others',
    title: 'Search for neutral metastable penetrating particles produced in the SLAC beam dump',
  },
  'Phys-Rev-Lett-59-1987-755': {
    author: 'Riordan, E. M. and others',
    title: 'Search for short-lived axions in an electron-beam-dump experiment',
  },
};
