import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { experimentTemplate, limitTemplate } from '../../src/cli/templates/file-templates.ts';
import { FreshCheckout } from './fresh-checkout.ts';

/** A kind of analysis: what share of the expected background one source is. */
const ANALYSIS = `
import { closed, exactly, filledText } from '../../../schema/shapes.ts';
import type { Analysis } from './analysis.ts';

export interface BackgroundShare {
  readonly kind: 'background share';
  readonly source: string;
}
declare module '../../../search/sections/index.ts' {
  interface AnalysisSections {
    'background share': BackgroundShare;
  }
}
export interface Share {
  readonly share: number | null;
}

const backgroundShare: Analysis<BackgroundShare, Share> = {
  kind: 'background share',
  schema: closed<BackgroundShare>({ kind: exactly('background share'), source: filledText('the name of a background') }),
  check: () => undefined,
  needs: () => ({}),
  finish: ({ source }, { normalised, samples }) => {
    const weight = samples.find(({ plan }) => plan.key === source)?.plan.events ?? 0;
    return { share: normalised.kaonDecays.value > 0 ? weight : null };
  },
  rows: () => [],
  report: ({ source }, { share }) => ({
    id: 'background-share',
    heading: 'Share of one background',
    paragraphs: [source + ': ' + String(share)],
  }),
  figures: () => [],
};
export default backgroundShare;
`;

/** An amplitude: K⁺ → π⁺X with flat phase space under a name of its own. */
const AMPLITUDE = `
import { particle } from '../../particles/particle-table.ts';
import { flatPhaseSpace } from '../../phase-space/flat.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModelEntry } from '../decay-model.ts';

const decays = ['K+ -> pi+ X'] as const;
const id = 'kaon-pion-mine';

export default [
  {
    id,
    decays,
    create: (hidden) =>
      amplitudeModel(
        { id, title: 'K+ -> pi+ X as I have it', references: ['a test'], decays, normalisation: 'proportional' },
        flatPhaseSpace([particle('K+').mass, particle('pi+').mass, hidden]),
        1,
        () => 1,
      ),
  },
] as const satisfies readonly DecayModelEntry[];
`;

const PARTICLE = `
import { ALPHA } from '../production/standard-model.ts';
import { alpModel } from './alp.ts';

/** An ALP of my own. */
export default alpModel(
  {
    id: 'alp-mine',
    title: 'An ALP of my own',
    benchmark: 'none',
    references: ['a test'],
    coupling: { symbol: 'g', unit: 'GeV⁻¹', definition: 'as that of photons', range: { min: 1e-8, max: 1e-2 } },
    assumptions: ['none'],
  },
  { photon: Math.PI / ALPHA, lepton: 0, quark: 0, gluon: 0 },
);
`;

/** A kaon experiment of another shape: five chambers, a rectangular choice of places, one trigger line of its own name. */
const KAON_EXPERIMENT = `
import { fact, metres, mm } from '../units/index.ts';
import type { Experiment } from './experiment.ts';
import na62 from './na62-kaon.ts';

const NOTE = 'a test';
const straw = na62.detector.straw;

export default {
  ...na62,
  id: 'five-chambers',
  title: 'Kaons before five chambers',
  detector: {
    ...na62.detector,
    straw: {
      ...straw,
      z: fact([metres(182), metres(186), metres(193), metres(204), metres(219)], 'proposal', NOTE),
      holeCentreX: fact([mm(100), mm(104), mm(114), mm(92), mm(53)], 'proposal', NOTE),
    },
  },
  triggers: { tracks: { ...na62.triggers.control, title: 'any track' } },
} as const satisfies Experiment;
`;

const SEARCH = `
import { defineSearch } from 'spillway/search';
import base from './kaon-piminus-mumu.ts';

const { frozen: _, published: __, ...rest } = base;

export default defineSearch({
  ...rest,
  id: 'kaon-mine',
  title: 'My own search',
  experiment: 'five-chambers',
  triggers: ['tracks'],
  normalisation: { ...rest.normalisation, triggers: ['tracks'] },
  checks: {},
  analyses: { share: { kind: 'background share', source: 'K⁺ → π⁺π⁺π⁻' } },
  published: { rows: {} },
});
`;

const added: Readonly<Record<string, string>> = {
  'src/modes/kaon/analyses/background-share.ts': ANALYSIS,
  'src/physics/decays/models/kaon-pion-mine.ts': AMPLITUDE,
  'src/physics/hidden/alp-mine.ts': PARTICLE,
  'src/experiments/five-chambers.ts': KAON_EXPERIMENT,
  'src/experiments/short-dump.ts': experimentTemplate('short-dump'),
  'limits/mine-2026.ts': limitTemplate('mine-2026'),
  'searches/kaon-mine.ts': SEARCH,
};

describe('one file more of each kind, and nothing else edited', () => {
  let checkout: FreshCheckout;
  let before: Record<string, string>;
  beforeAll(async () => {
    checkout = new FreshCheckout();
    before = checkout.contents();
    for (const [path, text] of Object.entries(added)) writeFileSync(join(checkout.path, path), text);
    expect(await checkout.build()).toMatchObject({ code: 0, out: '' });
  }, 600_000);
  afterAll(() => checkout.remove());

  it('edits nothing', () => {
    const after = checkout.contents();
    for (const path of Object.keys(added)) delete after[join(checkout.path, path)];
    expect(after).toEqual(before);
  });

  it('runs a search with the new analysis at the new experiment', { timeout: 600_000 }, async () => {
    const { code, out, err } = await checkout.spillway('run', 'kaon-mine', '--events', '3000', '--json');
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const run = JSON.parse(out) as Record<string, unknown>;
    expect(run).toMatchObject({ search: 'kaon-mine', frozen: null, analyses: { share: { share: 12_000 } } });
    const wrong = await checkout.spillway('run', 'kaon-mine', '--set', 'analyses.share.kind=background shares');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("Did you mean 'background share'?");
  });

  it('knows the schema of the new analysis', { timeout: 600_000 }, async () => {
    expect((await checkout.spillway('schema', 'search')).out).toContain('"background share"');
  });

  it('describes the particle and the experiments', { timeout: 600_000 }, async () => {
    const listed = JSON.parse((await checkout.spillway('list', '--json')).out) as Record<string, { id: string }[]>;
    expect(listed['models'].map(({ id }) => id)).toContain('alp-mine');
    expect(listed['experiments'].map(({ id }) => id)).toEqual(expect.arrayContaining(['five-chambers', 'short-dump']));
    for (const id of ['alp-mine', 'five-chambers', 'short-dump'])
      expect((await checkout.spillway('describe', id)).code).toBe(0);
  });

  it('generates with the new amplitude and excludes at the new dump', { timeout: 600_000 }, async () => {
    const script = join(checkout.path, 'use.mjs');
    writeFileSync(
      script,
      `import { compileDecay } from './dist/src/physics/index.js';
import { experiments } from './dist/src/experiments/index.js';
import { dumpSetup } from './dist/src/modes/dump/chain/setup.js';
import { searches } from './dist/searches/index.js';
const compiled = compileDecay('K+ -> pi+ X', { hidden: { X: { mass: 0.1, lifetime: 'prompt' } }, models: ['kaon-pion-mine'] });
const { selection: { separation: _, ...selection }, ...rest } = searches['dump-ee'];
const search = { ...rest, experiment: 'short-dump', triggers: ['any'], selection: { ...selection, reach: ['calorimeter', 'wall'] } };
const setup = dumpSetup(search, experiments['short-dump']);
console.log(JSON.stringify([compiled.modelIds, setup.planes.map(({ name }) => name)]));
`,
    );
    const { out, err } = await checkout.node(script);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual([['kaon-pion-mine'], ['wall', 'calorimeter']]);
  });
});
