import { dirname, join, parse } from 'node:path';
import { readJsonFile } from '../../hosts/node/files/read-json.ts';
import { writeWhole } from '../../hosts/node/files/write-file.ts';
import { type AxisChanges, type AxisName, axisNames, changeAxes } from '../../plots/change-axes.ts';
import { drawFigure, type FigureDescription } from '../../plots/draw-figure.ts';
import { figureStyles } from '../../plots/drawing/figure-look.ts';
import { readFigure } from '../../plots/figure-file.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { readNumber, readWithin } from '../options/numbers.ts';
import { choice, many, option } from '../options/option.ts';
import { readText } from '../options/text.ts';

/** What `plot` gives. */
export interface PlotDocument {
  readonly kind: FigureDescription['kind'];
  readonly title: string;
  readonly file: string;
}

/** Narrower figures are laid out for a telephone: legend and notes below the frame. */
const narrowBelow = 480;

export const plotCommand = defineCommand({
  examples: [
    'plot runs/kaon-munuee-0123456789ab/figures/discriminant.json --style slide',
    'plot exclusion.json --range x=0.01:1 --width 1000 --out mine.svg',
  ],
  details:
    'Draws a figure again from the JSON file that stands beside each SVG. Numbers of --range are in the units of the ' +
    'axis as drawn. Widths below 480 are laid out for a telephone.',
  arguments: [{ name: 'FILE.json', brief: 'Data of a figure', kind: 'required' }],
  options: {
    style: choice(figureStyles, 'Dress of the figure', 'screen'),
    width: option(readWithin(200, 4000), 'Width of the canvas in pixels, 200 to 4000', 'that of the figure'),
    log: many(readAxisName, 'Make an axis logarithmic: x, y or z'),
    linear: many(readAxisName, 'Make an axis linear'),
    range: many(readAxisRange, 'Show a part of an axis: y=0.1:1000', ({ name }) => name),
    out: option(readText, 'File to write', 'FILE-STYLE.svg beside the data'),
  },
  run: async ({ style = 'screen', width, log = [], linear = [], range = [], out }, [file]): Promise<PlotDocument> => {
    const both = log.find((name) => linear.includes(name));
    if (both !== undefined)
      throw new InvalidInput('log', `makes '${both}' logarithmic, and --linear linear; leave one out.`);
    const target = out ?? join(dirname(file), `${parse(file).name}-${style}.svg`);
    if (!/\.svg$/i.test(target)) throw new InvalidInput('out', `found '${target}'; a figure is written as .svg.`);
    const figure = await figureIn(file);
    const changes: AxisChanges = {};
    for (const name of linear) changes[name] = { ...changes[name], scale: 'linear' };
    for (const name of log) changes[name] = { ...changes[name], scale: 'log' };
    for (const { name, ends } of range) changes[name] = { ...changes[name], range: ends };
    const narrow = width !== undefined && width < narrowBelow;
    const shown = changeAxes(width === undefined || narrow ? figure : { ...figure, width }, changes);
    await writeWhole(target, [drawFigure(shown, { style, layout: narrow ? 'narrow' : 'wide' })]);
    return { kind: figure.kind, title: figure.title, file: target };
  },
  print: ({ file }) => file,
});

async function figureIn(file: string): Promise<FigureDescription> {
  const document = await readJsonFile(file);
  try {
    return readFigure(document);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(file, error.message);
  }
}

function readAxisName(text: string): AxisName {
  const name = axisNames.find((axis) => axis === text);
  if (name === undefined) throw unknownName('', 'axis', text, axisNames);
  return name;
}

function readAxisRange(text: string): { name: AxisName; ends: readonly [number, number] } {
  const [name, ends = '', ...more] = text.split('=');
  const [from, to, ...rest] = ends.split(':');
  if (to === undefined || rest.length > 0 || more.length > 0) {
    throw new InvalidInput('', `found '${text}', needs an axis and its ends, such as y=0.1:1000.`);
  }
  return { name: readAxisName(name), ends: [readNumber(from), readNumber(to)] };
}
