import { drawnOnce } from '../../../plots/drawn-once.ts';
import { type FigureDescription, figureFile } from '../../../plots/index.ts';
import { writeWhole } from './write-file.ts';

/**
 * Writes a figure to `path`, an SVG file, and its data beside it as JSON, from which `spillway plot` draws it again;
 * the paths of both come back.
 */
export async function writeFigure(path: string, figure: FigureDescription): Promise<string[]> {
  const data = path.replace(/\.svg$/, '.json');
  await writeWhole(path, [drawnOnce(figure)]);
  await writeWhole(data, [figureFile(figure)]);
  return [path, data];
}
