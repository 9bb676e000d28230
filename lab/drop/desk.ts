import { answerFiles, type FilesAnswer, type GivenFiles } from 'spillway';
import { drawFigure } from 'spillway/plots';
import { type CountingLimit, countingLimit } from 'spillway/statistics';
import type { Dress } from '../search/drawn-report.ts';

/** Files as they were dropped, and what is asked of them. */
export interface FilesAsked {
  readonly files: GivenFiles;
  readonly level: number;
  readonly patch: string | undefined;
  readonly dress: Dress;
}

/** What follows from files, with the pictures drawn. */
export interface DrawnFiles extends Omit<FilesAnswer, 'figures'> {
  readonly pictures: readonly { readonly caption: string; readonly svg: string }[];
  readonly milliseconds: number;
}

/** Counts as they are typed. */
export interface CountsAsked {
  readonly observed: number | null;
  readonly background: number;
  readonly error: number;
  readonly ses: number | undefined;
  readonly level: number;
}

/** A desk that says what files are and what follows from them. It may be ended at any time: it keeps nothing. */
export const dropDesk = {
  answer: async ({ files, level, patch, dress }: FilesAsked): Promise<DrawnFiles> => {
    const began = performance.now();
    const { figures, ...answer } = await answerFiles(files, { level, patch });
    const look = { style: dress.dark ? 'dark' : 'paper', layout: dress.narrow ? 'narrow' : 'wide' } as const;
    const pictures = figures.map(({ caption, figure }) => ({ caption, svg: drawFigure(figure, look) }));
    return { ...answer, pictures, milliseconds: performance.now() - began };
  },

  /** The limit of one count. */
  count: ({ observed, background, error, ses, level }: CountsAsked): CountingLimit =>
    countingLimit({
      ...{ observed, background, level },
      ...(error > 0 && { backgroundError: error }),
      ...(ses !== undefined && { ses }),
    }),
};
