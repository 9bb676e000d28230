/** The eight colours of Okabe and Ito (2008), told apart with every common kind of colour blindness. */
export const okabeIto = {
  black: '#000000',
  orange: '#e69f00',
  skyBlue: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  vermillion: '#d55e00',
  purple: '#cc79a7',
} as const;

const fills = [
  okabeIto.skyBlue,
  okabeIto.orange,
  '#66c2a5',
  okabeIto.yellow,
  okabeIto.purple,
  okabeIto.blue,
  '#bdbdbd',
  okabeIto.green,
  '#e8a27c',
];
const lines = [
  okabeIto.vermillion,
  okabeIto.blue,
  okabeIto.green,
  okabeIto.purple,
  okabeIto.orange,
  okabeIto.black,
  okabeIto.skyBlue,
];
const dashes = [undefined, '9 5', '2.5 4', '10 4 2.5 4', '16 5'];

/** Fill colour of the i-th filled thing of a figure; repeats after nine. */
export function fillColour(i: number): string {
  return fills[i % fills.length];
}

/** Colour of the i-th line of a figure; repeats after seven. */
export function lineColour(i: number): string {
  return lines[i % lines.length];
}

/** Dash pattern of the i-th kind of line, the first one solid, so that lines differ without colour as well. */
export function dashPattern(i: number): string | undefined {
  return dashes[i % dashes.length];
}

/** Colours of the ±1σ and ±2σ bands of an expected limit, and of what is excluded. */
export const bandColours = { oneSigma: '#5cc27a', twoSigma: '#ffe066', area: '#c9d3dc', ink: '#1a1a1a' } as const;

// Nine stops of viridis (van der Walt and Smith, matplotlib 2.0), evenly spaced from 0 to 1.
const viridis = [
  [68, 1, 84],
  [71, 45, 123],
  [59, 82, 139],
  [44, 114, 142],
  [33, 145, 140],
  [40, 174, 128],
  [94, 201, 98],
  [173, 220, 48],
  [253, 231, 37],
];

/** Colour of a fraction 0…1 on the viridis scale, light for much; fractions outside are cut to the ends. */
export function scaleColour(fraction: number): string {
  const place = Math.max(0, Math.min(1, fraction)) * (viridis.length - 1);
  const i = Math.min(viridis.length - 2, Math.floor(place));
  const channels = viridis[i].map((low, c) => Math.round(low + (place - i) * (viridis[i + 1][c] - low)));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
