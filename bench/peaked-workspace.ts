import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { checkWorkspace } from '../src/statistics/histfactory/document/load-workspace.ts';
import type { ModifierDocument, WorkspaceDocument } from '../src/statistics/histfactory/document/workspace-document.ts';

const random = new EventRandom(streamKey(7, 'histfactory bench'));
random.start(0);
const uniform = (low: number, high: number): number => low + (high - low) * random.uniform();

/** `channels` regions of `bins` bins with a peak of signal over three backgrounds and `systematics` shared nuisances. */
export function peakedWorkspace(
  channels: number,
  bins: number,
  systematics: number,
  perBin: boolean,
): WorkspaceDocument {
  const regions = Array.from({ length: channels }, (_, c) => {
    const shape = (f: (x: number) => number): number[] => Array.from({ length: bins }, (_, i) => f((i + 0.5) / bins));
    const backgrounds = [(x: number) => 60 * (1 - 0.6 * x), (x: number) => 25 + 10 * x, () => 12];
    const samples = [
      {
        name: 'signal',
        data: shape((x) => 8 * Math.exp(-0.5 * ((x - 0.4) / 0.1) ** 2) + 0.01),
        modifiers: [{ name: 'mu', type: 'normfactor', data: null }] as ModifierDocument[],
      },
      ...backgrounds.map((f, s) => ({ name: `b${s}`, data: shape(f), modifiers: [] as ModifierDocument[] })),
    ];
    for (let k = 0; k < systematics; k++)
      for (const [s, sample] of samples.entries()) {
        if ((k + s) % 2 === 1 && k > 1) continue;
        const name = `alpha${k}`;
        if (k % 3 === 0) {
          const slope = uniform(0.02, 0.06);
          const moved = (sign: number) => sample.data.map((x, i) => x * (1 + sign * slope * (i / bins - 0.3)));
          sample.modifiers.push({ name, type: 'histosys', data: { hi_data: moved(1), lo_data: moved(-0.9) } });
        } else
          sample.modifiers.push({ name, type: 'normsys', data: { hi: uniform(1.02, 1.08), lo: uniform(0.93, 0.98) } });
      }
    if (perBin)
      samples[1].modifiers.push({ name: `stat${c}`, type: 'shapesys', data: samples[1].data.map((x) => 0.05 * x) });
    return { name: `region${c}`, samples };
  });
  return checkWorkspace({
    channels: regions,
    observations: regions.map(({ name, samples }) => ({
      name,
      data: samples[0].data.map((_, i) => {
        const mean = samples.slice(1).reduce((sum, sample) => sum + sample.data[i], 0);
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
      }),
    })),
    measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
    version: '1.0.0',
  });
}
