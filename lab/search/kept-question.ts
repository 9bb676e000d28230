import type { Asking } from './asking.ts';
import { KeptBlocks } from './kept-blocks.ts';

let kept = { question: '', blocks: new KeptBlocks() };

/** The blocks of the question that is asked; those of the question before are let go. */
export function blocksOf({ search, settings, seed }: Pick<Asking, 'search' | 'settings' | 'seed'>): KeptBlocks {
  const question = JSON.stringify([search, settings, seed]);
  if (question !== kept.question) kept = { question, blocks: new KeptBlocks() };
  return kept.blocks;
}
