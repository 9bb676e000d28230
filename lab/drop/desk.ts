import { answerFiles, type FilesAnswer, type GivenFiles } from 'spillway';
import { type ImportedOpenings, importOpenings } from 'spillway/browser';
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

/** ROOT files are read by an optional package of the command line. */
const NEEDS_PACKAGE = /ROOT files are read by 'jsroot'/;

const rootText = ({ name }: { readonly name: string }): string =>
  `${name} is a ROOT file, which no page reads. On the command line, after \`npm install jsroot\`, \`spillway read ${name}\` says what is in it, and \`spillway limit\` takes the cards and XML files that name it.`;

/** A desk that says what files are and what follows from them. It may be ended at any time: it keeps nothing. */
export const dropDesk = {
  answer: async ({ files, level, patch, dress }: FilesAsked): Promise<DrawnFiles> => {
    const began = performance.now();
    const { figures, ...answer } = await answerFiles(files, { level, patch });
    const look = { style: dress.dark ? 'dark' : 'paper', layout: dress.narrow ? 'narrow' : 'wide' } as const;
    const pictures = figures.map(({ caption, figure }) => ({ caption, svg: drawFigure(figure, look) }));
    const refused = answer.refused.map((one) =>
      NEEDS_PACKAGE.test(one.reason) ? { ...one, reason: rootText(one) } : one,
    );
    return { ...answer, refused, pictures, milliseconds: performance.now() - began };
  },

  /** Takes a record of openings into that of this browser. */
  importRecord: async ({ name, text }: { readonly name: string; readonly text: string }): Promise<ImportedOpenings> =>
    await importOpenings(text, name),

  /** The limit of one count. */
  count: ({ observed, background, error, ses, level }: CountsAsked): CountingLimit =>
    countingLimit({
      ...{ observed, background, level },
      ...(error > 0 && { backgroundError: error }),
      ...(ses !== undefined && { ses }),
    }),
};
