/** Colours of what is drawn, readable on light and dark. */
export const COLOURS = {
  positive: '#d1495b',
  negative: '#2a7fba',
  cluster: '#c98a00',
  truth: '#7a8b99',
  straw: '#8a6d5b',
  veto: '#7f8b96',
  light: '#17a2b8',
  plate: '#7b61b5',
  calorimeter: '#e0791b',
  iron: '#6b7280',
} as const;

type ColourName = keyof typeof COLOURS;

const OF_VOLUME: readonly (readonly [RegExp, ColourName])[] = [
  [/^straw/, 'straw'],
  [/veto/, 'veto'],
  [/^RICH/, 'light'],
  [/hodoscope/, 'plate'],
  [/^calorimeter/, 'calorimeter'],
];

/** The colour of a detector. */
export const colourOfVolume = (name: string): string =>
  COLOURS[OF_VOLUME.find(([pattern]) => pattern.test(name))?.[1] ?? 'iron'];

/** The colour of a track by its charge. */
export const colourOfTrack = (charge: number): string => (charge > 0 ? COLOURS.positive : COLOURS.negative);
