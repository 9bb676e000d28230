import { bandColours, okabeIto } from './palette.ts';

const ground = [0x15, 0x19, 0x1e];
const ink = [0xe9, 0xec, 0xef];

/** Colours that are too dark, or too bright, for a dark ground, and what stands for them there. */
const counterparts: Readonly<Record<string, string>> = {
  [okabeIto.blue]: '#4aa8e6',
  [okabeIto.vermillion]: '#ff8a3d',
  [okabeIto.green]: '#2fc79b',
  [okabeIto.yellow]: '#d8cc3a',
  [bandColours.oneSigma]: '#2f8a4c',
  [bandColours.twoSigma]: '#8f7a1c',
  '#7a5200': '#f0c060',
  '#d8e6d8': '#27402d',
};

function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * What stands for a colour (`#rgb` or `#rrggbb`) on a dark ground; the colour itself where it needs no other. Greys,
 * black and white change places between ink and ground.
 */
export function darkColour(colour: string): string {
  const known = counterparts[colour];
  if (known !== undefined) return known;
  const digits = colour.length === 4 ? Array.from(colour.slice(1), (d) => d + d).join('') : colour.slice(1);
  const channels = [0, 2, 4].map((i) => Number.parseInt(digits.slice(i, i + 2), 16));
  const high = Math.max(...channels);
  if (high - Math.min(...channels) > 34) return colour;
  const light = channels.reduce((sum, channel) => sum + channel, 0) / 765;
  return hex(ink.map((channel, c) => channel + light * (ground[c] - channel)));
}

const painted = /(fill|stroke|stop-color)="(#[0-9a-f]{3}(?:[0-9a-f]{3})?)"/g;

/** The figure with every colour replaced by its counterpart on a dark ground. */
export function darkened(svg: string): string {
  return svg.replace(painted, (_, key: string, colour: string) => `${key}="${darkColour(colour)}"`);
}

/** Style rules, one a line, that give the colours used in a figure their counterparts; sorted, each once. */
export function darkRules(svg: string): string[] {
  const rules = new Set<string>();
  for (const [, key, colour] of svg.matchAll(painted)) {
    const other = darkColour(colour);
    if (other !== colour) rules.add(`[${key}="${colour}"]{${key}:${other}}`);
  }
  return [...rules].sort();
}
