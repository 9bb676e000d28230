import type { ComponentChildren } from 'preact';
import { Scrolling } from '../parts/scrolling.tsx';
import type { SeenTrack } from './measured-event.ts';

/** The words of the table, in the language of the room. */
export interface TrackWords {
  readonly track: string;
  readonly momentum: string;
  readonly ring: string;
  readonly energyOverMomentum: string;
  readonly muonHit: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
}

const Bar = ({ value }: { readonly value: number | null }) => (
  <svg viewBox="0 0 120 14" class="bar" aria-hidden="true">
    <rect width="120" height="14" class="bar-ground" />
    {value !== null && <rect width={Math.min(1.2, value) * 100} height="14" class="bar-full" />}
    <line x1="100" x2="100" y1="0" y2="14" class="bar-one" />
  </svg>
);

/** What a column says of a track. */
interface Column {
  readonly title: (words: TrackWords) => string;
  readonly side?: string;
  readonly cell: (track: SeenTrack, words: TrackWords) => ComponentChildren;
}

const COLUMNS = {
  momentum: {
    title: ({ momentum }) => momentum,
    side: 'number',
    cell: ({ momentum }) => momentum.toFixed(1),
  },
  rings: {
    title: ({ ring }) => ring,
    side: 'number',
    cell: ({ ring }, { none }) => (ring === null ? none : ring.toFixed(0)),
  },
  energy: {
    title: ({ energyOverMomentum }) => energyOverMomentum,
    cell: ({ energyOverMomentum: value }, { none }) => (
      <>
        <Bar value={value} /> {value === null ? none : value.toFixed(2)}
      </>
    ),
  },
  muons: {
    title: ({ muonHit }) => muonHit,
    cell: ({ muonHit }, { yes, no }) => (muonHit ? `● ${yes}` : `○ ${no}`),
  },
} as const satisfies Readonly<Record<string, Column>>;

/** What may be shown of tracks beside their charge. */
export type TrackColumn = keyof typeof COLUMNS;

/** The tracks of an event, a line each, with what identifies their particles. */
export const TrackTable = ({
  tracks,
  words,
  columns,
  caption,
}: {
  readonly tracks: readonly SeenTrack[];
  readonly words: TrackWords;
  readonly columns: readonly TrackColumn[];
  readonly caption?: string;
}) => {
  const shown: readonly Column[] = columns.map((name) => COLUMNS[name]);
  return (
    <Scrolling name={caption ?? words.track}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            <th scope="col">{words.track}</th>
            {shown.map(({ title, side }) => (
              <th key={title(words)} scope="col" class={side}>
                {title(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tracks.map((track, i) => (
            <tr key={i}>
              <th scope="row">
                <span class={track.charge > 0 ? 'dot positive' : 'dot negative'} aria-hidden="true" />
                {track.charge > 0 ? '+' : '−'}
              </th>
              {shown.map(({ title, side, cell }) => (
                <td key={title(words)} class={side}>
                  {cell(track, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
};
