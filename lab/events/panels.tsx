import { colourOfTrack } from './colours.ts';
import type { SeenEvent, SeenTrack } from './measured-event.ts';
import { ringRadius } from './rich-ring.ts';
import { TrackTable, type TrackWords } from './track-table.tsx';

const RING_VIEW = 230;

/** The ring of what flies with light (mm): none is larger. */
const LARGEST = 1000 * (ringRadius(0, 1) ?? 0);

/** The Cherenkov rings of the tracks, to scale: larger is faster. */
const Rings = ({ tracks }: { readonly tracks: readonly SeenTrack[] }) => (
  <svg
    viewBox={`${-RING_VIEW} ${-RING_VIEW} ${2 * RING_VIEW} ${2 * RING_VIEW}`}
    class="rings"
    role="img"
    aria-label="Cherenkov rings"
  >
    <title>Cherenkov rings, radius in millimetres</title>
    <circle r={LARGEST} class="largest-ring" />
    {tracks.map(({ ring, charge }, i) =>
      ring === null ? null : <circle key={i} r={ring} fill="none" stroke={colourOfTrack(charge)} stroke-width="5" />,
    )}
  </svg>
);

const WORDS: TrackWords = {
  track: 'track',
  momentum: 'p [GeV]',
  ring: 'ring [mm]',
  energyOverMomentum: 'E/p',
  muonHit: 'muon hit',
  yes: 'yes',
  no: 'no',
  none: '–',
};

/** What identifies the particles of an event: rings, energy over momentum, muon hits, vetoes. */
export const Panels = ({ event }: { readonly event: SeenEvent }) => {
  const { tracks, clusters, vetoed } = event;
  return (
    <div class="panels">
      <TrackTable
        tracks={tracks}
        words={WORDS}
        columns={['momentum', 'rings', 'energy', 'muons']}
        caption="What the detectors saw"
      />
      <Rings tracks={tracks} />
      <p>
        {clusters.length === 0
          ? 'No cluster without a track.'
          : `Clusters without a track: ${clusters.map(({ energy }) => `${energy.toFixed(1)} GeV`).join(', ')}.`}{' '}
        <span class={vetoed ? 'misses' : 'agrees'}>{vetoed ? '● a photon veto fired' : '○ photon vetoes silent'}</span>
      </p>
    </div>
  );
};
