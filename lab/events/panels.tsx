import { colourOfTrack } from './colours.ts';
import type { SeenEvent, SeenTrack } from './measured-event.ts';

const RING_VIEW = 230;

/** The Cherenkov rings of the tracks, to scale: larger is faster. */
const Rings = ({ tracks }: { readonly tracks: readonly SeenTrack[] }) => (
  <svg
    viewBox={`${-RING_VIEW} ${-RING_VIEW} ${2 * RING_VIEW} ${2 * RING_VIEW}`}
    class="rings"
    role="img"
    aria-label="Cherenkov rings"
  >
    <title>Cherenkov rings, radius in millimetres</title>
    <circle r="190.7" class="largest-ring" />
    {tracks.map(({ ring, charge }, i) =>
      ring === null ? null : <circle key={i} r={ring} fill="none" stroke={colourOfTrack(charge)} stroke-width="5" />,
    )}
  </svg>
);

const Bar = ({ value }: { readonly value: number | null }) => (
  <svg viewBox="0 0 120 14" class="bar" aria-hidden="true">
    <rect width="120" height="14" class="bar-ground" />
    {value !== null && <rect width={Math.min(1.2, value) * 100} height="14" class="bar-full" />}
    <line x1="100" x2="100" y1="0" y2="14" class="bar-one" />
  </svg>
);

/** What identifies the particles of an event: rings, energy over momentum, muon hits, vetoes. */
export const Panels = ({ event }: { readonly event: SeenEvent }) => {
  const { tracks, clusters, vetoed } = event;
  return (
    <div class="panels">
      <div class="table">
        <table>
          <caption>What the detectors saw</caption>
          <thead>
            <tr>
              <th scope="col">track</th>
              <th scope="col" class="number">
                p [GeV]
              </th>
              <th scope="col" class="number">
                ring [mm]
              </th>
              <th scope="col">E/p</th>
              <th scope="col">muon hit</th>
            </tr>
          </thead>
          <tbody>
            {tracks.map(({ charge, momentum, ring, energyOverMomentum, muonHit }, i) => (
              <tr key={i}>
                <th scope="row">
                  <span class={charge > 0 ? 'dot positive' : 'dot negative'} aria-hidden="true" />
                  {charge > 0 ? '+' : '−'}
                </th>
                <td class="number">{momentum.toFixed(1)}</td>
                <td class="number">{ring === null ? '–' : ring.toFixed(0)}</td>
                <td>
                  <Bar value={energyOverMomentum} /> {energyOverMomentum === null ? '–' : energyOverMomentum.toFixed(2)}
                </td>
                <td>{muonHit ? '● yes' : '○ no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
