import type { Call } from '../desk/serve.ts';
import { searchOf } from '../search/asked-search.ts';
import type { CutAnswer, Moved } from './cut-answer.ts';
import { dumpMoved } from './dump-moved.ts';
import { kaonMoved } from './kaon-moved.ts';

/** A desk that answers moved cuts. */
export const cutsDesk = {
  /** The answer with the cuts of the settings, the flow through them, and the picture of one. */
  move: async (moved: Moved, call: Call): Promise<CutAnswer> => {
    const began = performance.now();
    const usual = searchOf(moved.search);
    const found = await (usual.kind === 'kaon' ? kaonMoved(usual, moved, call) : dumpMoved(usual, moved, call));
    return { ...found, milliseconds: performance.now() - began };
  },
};
