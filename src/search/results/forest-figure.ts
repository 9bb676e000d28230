import type { RunFigure } from './figure.ts';
import type { ReproduceRow } from './row.ts';

/** Published against computed. */
export function forestFigure(title: string, rows: readonly ReproduceRow[], fileName: string): RunFigure {
  return {
    name: fileName,
    caption: 'Published against computed: ratio with the error of the computed number; grey is the agreement asked for',
    wide: true,
    figure: {
      kind: 'forest',
      title,
      description: 'Ratio of each computed number to the published one.',
      label: 'Spillway',
      rows: rows
        .filter(({ role, ratio }) => role !== 'input' || ratio !== null)
        .map(({ detail, unit, agrees: _, tag: __, source: ___, why: ____, ...rest }) => ({
          ...rest,
          ...(detail === null ? {} : { detail }),
          ...(unit === null ? {} : { unit }),
        })),
    },
  };
}
