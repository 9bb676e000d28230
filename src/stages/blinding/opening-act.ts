import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { InvalidInput } from '../../schema/index.ts';
import type { BoxIdentity } from './box-identity.ts';

/** The act of opening a box: which one, and when (ISO 8601). */
export interface OpeningAct extends BoxIdentity {
  readonly at: string;
}

/** A line of a record: the act, the seal of the line before ('' for the first), and its own. */
export interface SealedAct extends OpeningAct {
  readonly previous: string;
  readonly seal: string;
}

function sealOf({ search, digest, data, run, regions, at }: OpeningAct, previous: string): string {
  const text = JSON.stringify([previous, search, digest, data, run, regions, at]);
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

/** The act as the next line of a record whose last seal is `previous`. */
export function sealed(act: OpeningAct, previous: string): SealedAct {
  const { search, digest, data, run, regions, at } = act;
  return { search, digest, data, run, regions, at, previous, seal: sealOf(act, previous) };
}

const TEXTS = ['search', 'digest', 'data', 'run', 'at', 'previous', 'seal'] as const;

function isSealedAct(value: unknown): value is SealedAct {
  if (typeof value !== 'object' || value === null) return false;
  const act = value as Partial<Record<keyof SealedAct, unknown>>;
  return TEXTS.every((key) => typeof act[key] === 'string') && Array.isArray(act.regions);
}

/**
 * The acts in the text of a record, one JSON line each, oldest first. Throws InvalidInput, naming `place`, for the first
 * line that is damaged, altered or missing its predecessor: each line is sealed over the one before.
 */
export function readActs(text: string, place: string): SealedAct[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let previous = '';
  return lines.map((line, i) => {
    let act: unknown;
    try {
      act = JSON.parse(line);
    } catch {
      act = undefined;
    }
    if (!isSealedAct(act) || act.previous !== previous || act.seal !== sealOf(act, previous)) {
      throw new InvalidInput(place, `line ${i + 1} is damaged or was altered; the record of openings cannot be used.`);
    }
    previous = act.seal;
    return act;
  });
}
