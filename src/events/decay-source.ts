import type { DecayBlock } from './decay-block.ts';
import type { EventTree } from './decay-events.ts';

/** Generated decays of one kind, batch by batch, for who writes them to a file. */
export interface DecaySource {
  readonly tree: EventTree;
  readonly block: DecayBlock;
  /** Works behind the amplitudes. */
  readonly references: readonly string[];
  /** Fills the block with events `firstEvent` on, `count` of them, at most its capacity. */
  fill(firstEvent: number, count: number): void;
}
