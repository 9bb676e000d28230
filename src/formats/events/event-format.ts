import type { DecayEvents, EventTree } from '../../events/decay-events.ts';
import type { Format } from '../format.ts';
import type { AboutEvents } from './about.ts';
import type { Encoder } from './encoder.ts';

/** The encoder of generated decays for their tree, the names of further weights, and the parent's energy. */
export type MakeEncoder = (
  tree: EventTree,
  weightNames: readonly string[],
  about: AboutEvents,
  parentEnergy: number,
) => Encoder<DecayEvents>;

/** A format that generated decays can be written to, block by block. */
export interface EventFormat<W extends 'rows' | 'events' = 'rows' | 'events'> extends Format<W> {
  readonly encode: MakeEncoder;
}

/** A format of events, with the type of its content taken from `what`. */
export const defineEventFormat = <const W extends 'rows' | 'events'>(format: EventFormat<W>): EventFormat<W> => format;
