import { InvalidInput } from '../../schema/index.ts';

const elements = new Set(
  (
    'svg title desc defs g rect path line circle ellipse polygon polyline text tspan pattern clipPath linearGradient ' +
    'radialGradient stop marker mask'
  ).split(' '),
);
const tag = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*\/?>/g;
const attribute = /([\w:-]+)="([^"<]*)"/g;
const refused = /^(on.*|style|src|(.*:)?href|(.*:)?base)$/i;

/** The one style element that a figure may hold: other colours for a reader who prefers dark. */
const darkSheet =
  /<style>@media screen and \(prefers-color-scheme:dark\)\{((?:\[(?:fill|stroke|stop-color)="#[0-9a-f]{3,6}"\]\{(?:fill|stroke|stop-color):#[0-9a-f]{3,6}\})*)\}<\/style>/;

/** Colour rules of a figure for dark pages, each beginning with its attribute selector. */
export function darkRulesOf(svg: string): string[] {
  return darkSheet.exec(svg)?.[1].match(/\[[^\]]*\]\{[^}]*\}/g) ?? [];
}

/**
 * An SVG document ready to stand inside HTML: its ids begin with `prefix`, so that figures of one page never collide.
 * Throws InvalidInput when the text is not one SVG element, or holds an element or attribute that could run or fetch
 * anything: only shapes, text and definitions referred to by `url(#…)` pass. Its style sheet for dark pages is taken out
 * (`darkRulesOf` gives its rules to the page).
 */
export function inlineFigure(where: string, svg: string, prefix: string): string {
  const text = svg.trim().replace(darkSheet, '');
  if (!/^<svg[\s>]/.test(text) || !text.endsWith('</svg>')) {
    throw new InvalidInput(where, 'is not an SVG document (it must begin with <svg and end with </svg>)');
  }
  const stray = text.replace(tag, '').indexOf('<');
  if (stray >= 0) throw new InvalidInput(where, 'is not plain SVG: it holds a comment, a script or a broken tag');
  return text.replace(tag, (whole: string, close: string, name: string) => {
    if (!elements.has(name)) throw new InvalidInput(where, `an SVG in a report may not hold a <${name}> element`);
    return close === ''
      ? whole.replace(attribute, (all, key, value) => ownAttribute(where, prefix, all, key, value))
      : whole;
  });
}

function ownAttribute(where: string, prefix: string, all: string, key: string, value: string): string {
  if (refused.test(key) || /javascript:|data:/i.test(value) || /url\((?!#[\w-]+\))/i.test(value)) {
    throw new InvalidInput(where, `an SVG in a report may not hold the attribute ${all.slice(0, 60)}`);
  }
  if (key === 'id') return `id="${prefix}-${value}"`;
  if (key === 'aria-labelledby') return `${key}="${value.replace(/[^ ]+/g, `${prefix}-$&`)}"`;
  return all.replace(/url\(#/g, `url(#${prefix}-`);
}
