import { BoxClosed } from '../../stages/blinding/box-closed.ts';
import type { Box, SearchDocument } from '../kaon-search.ts';

const blindBoxes = ({ blind, regions }: SearchDocument): Box[] => {
  const known: Readonly<Record<string, Box>> = regions;
  return blind.map((name) => known[name]);
};

/** Throws BoxClosed for a setting that would change which regions are blind. */
export function refuseOpening(settings: readonly string[]): void {
  if (settings.some((setting) => /^\s*blind\b/.test(setting))) {
    throw new BoxClosed(
      '--set cannot change which regions are blind; `spillway unblind RUN` opens the box of a run, once and on record',
    );
  }
}

/**
 * What stays masked in a search that settings have changed from `document`: the blind regions of both, so that no
 * setting opens part of a box; everything where the discriminant is another.
 */
export function maskedBoxes(document: SearchDocument, changed: SearchDocument): readonly Box[] | 'everything' {
  const axes = (search: SearchDocument): string =>
    JSON.stringify(search.discriminant.map(({ observable, of }) => [observable, of ?? null]));
  if (changed.blind.length > 0 && axes(document) !== axes(changed)) return 'everything';
  const boxes = [...blindBoxes(document), ...blindBoxes(changed)];
  return [...new Map(boxes.map((box) => [JSON.stringify(box), box])).values()];
}
