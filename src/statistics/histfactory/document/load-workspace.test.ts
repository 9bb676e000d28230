import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../schema/index.ts';
import { workspaceFit } from '../fit/workspace-fit.ts';
import { workspaceLimit } from '../limits/workspace-limit.ts';
import { buildModel, type ModelOptions } from '../model/build-model.ts';
import { readJson } from './json-text.ts';
import { exportWorkspace, loadWorkspace } from './load-workspace.ts';

/** One of everything, as text so that mutations of the text are possible too. */
const sample = JSON.stringify({
  channels: [
    {
      name: 'signal region',
      samples: [
        {
          name: 'signal',
          data: [2.5, 1.0],
          modifiers: [
            { name: 'mu', type: 'normfactor', data: null },
            { name: 'lumi', type: 'lumi', data: null },
          ],
        },
        {
          name: 'background',
          data: [11, 7.5],
          modifiers: [
            { name: 'scale', type: 'normsys', data: { hi: 1.1, lo: 0.92 } },
            { name: 'slope', type: 'histosys', data: { hi_data: [12, 7], lo_data: [10, 8.1] } },
            { name: 'counted', type: 'shapesys', data: [1.5, 1] },
            { name: 'simulated', type: 'staterror', data: [0.5, 0.4] },
          ],
        },
      ],
    },
    {
      name: 'control region',
      samples: [{ name: 'background', data: [20, 15], modifiers: [{ name: 'free', type: 'shapefactor', data: null }] }],
    },
  ],
  observations: [
    { name: 'signal region', data: [12, 9] },
    { name: 'control region', data: [19, 17] },
  ],
  measurements: [
    {
      name: 'main',
      config: {
        poi: 'mu',
        parameters: [
          { name: 'lumi', auxdata: [1], sigmas: [0.02], bounds: [[0.9, 1.1]], inits: [1] },
          { name: 'mu', bounds: [[0, 5]], inits: [1], fixed: false },
        ],
      },
    },
  ],
  version: '1.0.0',
});

/** The message for the sample after a change. */
function refusal(change: (document: ReturnType<typeof JSON.parse>) => void, options?: ModelOptions): string {
  const document = JSON.parse(sample);
  change(document);
  return refusalOfText(JSON.stringify(document), options);
}

function refusalOfText(text: string, options?: ModelOptions): string {
  try {
    buildModel(loadWorkspace(text), options);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as Error).message;
  }
  return 'accepted';
}

describe('a good workspace', () => {
  it('loads, fits and comes back unchanged', () => {
    const workspace = loadWorkspace(sample);
    const fit = workspaceFit(buildModel(workspace));
    expect(fit.valid).toBe(true);
    expect(exportWorkspace(workspace, 0)).toBe(sample);
    expect(loadWorkspace(`\uFEFF ${sample}\n`)).toEqual(workspace);
  });

  it('may configure what no modifier uses, with a note that names the nearest', () => {
    const document = JSON.parse(sample);
    document.measurements[0].config.parameters[1].name = 'muu';
    expect(buildModel(document).notes).toEqual([
      "The measurement configures 'muu', which no modifier uses. The nearest is 'mu'.",
    ]);
  });
});

describe('bad text', () => {
  it.each([
    ['', 'the document is empty (line 1, column 1).'],
    [sample.slice(0, 100), /^channels\[0\]\.samples\[0\].*truncated\).* where .* \(line 1, column 101\)\.$/],
    [sample.slice(0, 60), /^channels\[0\]\.samples\[0\].*truncated/],
    [
      sample.replace('2.5', 'NaN'),
      "channels[0].samples[0].data[0]: found 'NaN' where a value belongs (line 1, column 74).",
    ],
    [sample.replace('2.5', '-Infinity'), /data\[0\]: found '-Infinity' where a value belongs/],
    [sample.replace('2.5', '1e999'), /data\[0\]: the number 1e999 is too large/],
    [sample.replace('2.5', '01'), /data\[0\]: 0… is not a JSON number/],
    [sample.replace('"version"', '"channels"'), /the key 'channels' is given twice/],
    [`${sample}}`, /something after the end/],
    ["{'channels': 1}", /found ''' where a key in quotes belongs/],
    ['[1, 2,]', /^\[2\]: found '\]' where a value belongs/],
    ['"a\u0001b"', /control character/],
    ['"\\x"', /escape/],
    [`${'['.repeat(100000)}`, /nested deeper than 200 levels/],
    [`{"channels":${'{"a":'.repeat(5000)}`, /^channels\.a\.a.*nested deeper/],
  ])('%#', (text, message) => {
    expect(refusalOfText(text)).toMatch(message);
  });

  it('reads what JSON.parse reads (property)', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom('', ' ', '\n'), (text, space) => {
        expect(readJson(space + text + space)).toEqual(JSON.parse(text));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('a document of some 20 MB, wrong only at its end, is refused in a moment and not by its size', () => {
    const data = new Array(1_000_000).fill(123.4567890123);
    const text = JSON.stringify({
      channels: [{ name: 'c', samples: [{ name: 's', data, modifiers: [] }] }],
      observations: [{ name: 'c', data: data.slice(1) }],
      measurements: [{ name: 'm', config: { poi: '', parameters: [] } }],
      version: '1.0.0',
    });
    expect(refusalOfText(text)).toBe(
      "observations.c.data: has 999999 bins, but the first sample of channels[0] ('c') has 1000000.",
    );
  });
});

describe('bad structure: path, what was found, what is allowed, nearest name', () => {
  it.each<[string | RegExp, (d: ReturnType<typeof JSON.parse>) => void]>([
    ['version: found "1.1.0"; only version "1.0.0" is known.', (d) => (d.version = '1.1.0')],
    ['version: found 1; only version "1.0.0" is known.', (d) => (d.version = 1)],
    ["workspace: the key 'measurements' is missing.", (d) => delete d.measurements],
    [
      "workspace: unknown key 'chanels'. Did you mean 'channels'? Allowed: channels, observations, measurements, version.",
      (d) => (d.chanels = []),
    ],
    ['channels: found an empty array, needs at least one entry.', (d) => (d.channels = [])],
    ['channels: found an object, needs an array.', (d) => (d.channels = {})],
    ['channels[0]: found null, needs an object.', (d) => (d.channels[0] = null)],
    ['channels[0].name: found 7, needs a string.', (d) => (d.channels[0].name = 7)],
    [
      /^channels\[0\]\.samples\[1\]: unknown key 'modifers'\. Did you mean 'modifiers'\?/,
      (d) => (d.channels[0].samples[1].modifers = []),
    ],
    ["channels[0].samples[1]: the key 'modifiers' is missing.", (d) => delete d.channels[0].samples[1].modifiers],
    ['channels[0].samples[0].data[1]: found "1", needs a number.', (d) => (d.channels[0].samples[0].data[1] = '1')],
    [
      'channels[0].samples[0].data: found 3, needs an array of numbers with at least one.',
      (d) => (d.channels[0].samples[0].data = 3),
    ],
    [
      /^channels\[0\]\.samples\[1\]\.modifiers\[0\]\.type: unknown modifier type 'normsis'\. Did you mean 'normsys'\?/,
      (d) => (d.channels[0].samples[1].modifiers[0].type = 'normsis'),
    ],
    [
      "channels[0].samples[1].modifiers[0]: the key 'type' is missing.",
      (d) => delete d.channels[0].samples[1].modifiers[0].type,
    ],
    [
      "channels[0].samples[1].modifiers[0].data: the key 'lo' is missing.",
      (d) => (d.channels[0].samples[1].modifiers[0].data = { hi: 1.1 }),
    ],
    [
      /^channels\[0\]\.samples\[1\]\.modifiers\[1\]\.data: unknown key 'hi_dat'/,
      (d) => (d.channels[0].samples[1].modifiers[1].data.hi_dat = [1, 2]),
    ],
    [
      /^channels\[0\]\.samples\[0\]\.modifiers\[0\]\.data: found 1, needs null/,
      (d) => (d.channels[0].samples[0].modifiers[0].data = 1),
    ],
    [
      /parameters\[1\]\.fixed: found "no", needs true or false/,
      (d) => (d.measurements[0].config.parameters[1].fixed = 'no'),
    ],
    [/parameters\[1\]\.bounds\[0\]/, (d) => (d.measurements[0].config.parameters[1].bounds = [[0]])],
  ])('%s', (message, change) => {
    expect(refusal(change)).toMatch(message);
  });
});

describe('bad sense', () => {
  const modifier = (d: ReturnType<typeof JSON.parse>, m: number) => d.channels[0].samples[1].modifiers[m];
  it.each<[string | RegExp, (d: ReturnType<typeof JSON.parse>) => void]>([
    ['channels[1].name: the name "signal region" is given twice.', (d) => (d.channels[1].name = 'signal region')],
    [
      /^channels\[0\]\.samples\[1\]\.name: the name "signal" is given twice/,
      (d) => (d.channels[0].samples[1].name = 'signal'),
    ],
    [/^observations\[1\]\.name: the name .* is given twice/, (d) => (d.observations[1].name = 'signal region')],
    [/no observation has this name; there are 'signal region'/, (d) => d.observations.pop()],
    [
      /^observations\[2\]\.name: unknown channel 'contrl region'\. Did you mean 'control region'/,
      (d) => d.observations.push({ name: 'contrl region', data: [1] }),
    ],
    [
      'observations.signal region.data[0]: found -3, a count cannot be negative.',
      (d) => (d.observations[0].data[0] = -3),
    ],
    [/^observations\.signal region\.data: has 3 bins, but/, (d) => d.observations[0].data.push(4)],
    [/^channels\[0\]\.samples\[1\]\.data: has 1 bins, but/, (d) => d.channels[0].samples[1].data.pop()],
    [/modifiers\[1\]\.data\.hi_data: has 1 bins/, (d) => modifier(d, 1).data.hi_data.pop()],
    [/modifiers\[2\]\.data\[0\]: found -1, an uncertainty is zero or more/, (d) => (modifier(d, 2).data[0] = -1)],
    [
      /modifiers\[4\]: the normsys 'scale' is given twice/,
      (d) => d.channels[0].samples[1].modifiers.push(modifier(d, 0)),
    ],
    [/modifiers\[0\]\.data: found hi 0 and lo 0.92; code4 needs both above zero/, (d) => (modifier(d, 0).data.hi = 0)],
    [
      /the name 'mu' is a normsys here and a normfactor elsewhere; only normsys and histosys share one/,
      (d) => (modifier(d, 0).name = 'mu'),
    ],
    [
      /the shapesys 'counted' is used a second time/,
      (d) => d.channels[1].samples[0].modifiers.push({ name: 'counted', type: 'shapesys', data: [1, 1] }),
    ],
    [
      /config\.poi: unknown parameter of interest 'mew'\. Allowed: mu, lumi, /,
      (d) => (d.measurements[0].config.poi = 'mew'),
    ],
    [/config\.poi: 'counted' has 2 parameters/, (d) => (d.measurements[0].config.poi = 'counted')],
    [/'mu': the bounds \[5, 0\] leave no room/, (d) => (d.measurements[0].config.parameters[1].bounds = [[5, 0]])],
    [/'mu': the start 1 is outside \[2, 3\]/, (d) => (d.measurements[0].config.parameters[1].bounds = [[2, 3]])],
    [
      /parameters\[1\]\.inits: has 2 entries, but 'mu' has 1/,
      (d) => (d.measurements[0].config.parameters[1].inits = [1, 2]),
    ],
    [/sigmas: found 0, a width is above zero/, (d) => (d.measurements[0].config.parameters[0].sigmas = [0])],
    [
      /'lumi': a lumi modifier needs its auxdata and sigmas/,
      (d) => delete d.measurements[0].config.parameters[0].sigmas,
    ],
    [
      /parameters\[1\]\.name: the name "lumi" is given twice/,
      (d) => (d.measurements[0].config.parameters[1].name = 'lumi'),
    ],
    [
      'observations.control region.data[0]: 19 events are observed where every sample expects none, whatever the parameters.',
      (d) => (d.channels[1].samples[0].data[0] = 0),
    ],
  ])('%s', (message, change) => {
    expect(refusal(change)).toMatch(message);
  });

  it('options: unknown measurement and codes', () => {
    expect(refusal(() => {}, { measurement: 'mian' })).toMatch(
      /measurement: unknown measurement 'mian'. Did you mean 'main'/,
    );
    expect(refusal(() => {}, { normsys: 'code4p' as 'code4' })).toMatch(/normsys: unknown interpolation code 'code4p'/);
    expect(refusal(() => {}, { poi: 'free' })).toMatch(/'free' has 2 parameters/);
  });
});

describe('mutated documents: accepted or refused in one sentence, never anything else', () => {
  /** Either it loads and its likelihood can be fitted, or an InvalidInput of one line says why not. */
  function survives(text: string): boolean {
    let message: string;
    try {
      const model = buildModel(loadWorkspace(text));
      const fit = workspaceFit(model, { minos: false });
      expect(fit.valid || fit.reason !== null).toBe(true);
      if (model.poi < 0) return true;
      const limit = workspaceLimit(model);
      for (const value of [limit.observed, ...limit.expected])
        expect(value === null ? limit.reason !== null : Number.isFinite(value) && value > 0, text).toBe(true);
      return true;
    } catch (error) {
      expect(error, text).toBeInstanceOf(InvalidInput);
      message = (error as Error).message;
    }
    expect(message.length).toBeLessThan(600);
    expect(message).not.toMatch(/undefined\.|\[object|\n/);
    return false;
  }

  it('1500 with characters changed, removed, doubled or swapped', () => {
    const edit = fc.record({
      at: fc.nat(sample.length - 1),
      length: fc.nat(6),
      put: fc.constantFrom('', '0', '-', '1e9', ',', '"', '[', ']', '{', '}', ':', 'null', ' ', '\\', '9'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let text = sample;
        for (const { at, length, put } of edits) text = text.slice(0, at) + put + text.slice(at + length);
        survives(text);
      }),
      { seed: 7, numRuns: 1500 },
    );
  });

  it('2500 with values replaced', () => {
    const values = fc.constantFrom<unknown>(
      0,
      -1,
      1e300,
      1e-300,
      -0,
      0.5,
      1,
      3,
      1e12,
      '',
      'mu',
      'scale',
      null,
      true,
      [],
      {},
      [0],
      [1, 2],
      [[0, 1]],
      [-1, 1],
      { hi: 1, lo: 1 },
      { hi_data: [0, 0], lo_data: [0, 0] },
      'normsys',
      'shapefactor',
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1000), values), { minLength: 1, maxLength: 2 }), (changes) => {
        const document = JSON.parse(sample);
        for (const [pick, value] of changes) {
          const places: [Record<string, unknown>, string][] = [];
          const visit = (node: unknown): void => {
            if (typeof node !== 'object' || node === null) return;
            for (const key of Object.keys(node)) {
              places.push([node as Record<string, unknown>, key]);
              visit((node as Record<string, unknown>)[key]);
            }
          };
          visit(document);
          const [holder, key] = places[pick % places.length];
          holder[key] = value;
        }
        if (survives(JSON.stringify(document))) accepted++;
      }),
      { seed: 8, numRuns: 2500 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
