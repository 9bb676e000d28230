import { expect, it } from 'vitest';
import baryonic from '../../../../models/baryonic.json' with { type: 'json' };
import dumpEe from '../../../../searches/dump-ee.ts';
import { readOwnModelDocument } from '../../../interpretation/read-own-model.ts';
import { exclude, simulateContours } from '../../../run/exclude.ts';
import { type Host, localHost } from '../../../run/host.ts';

const documentOf = (change: object, production: object) =>
  readOwnModelDocument(
    JSON.stringify({ ...baryonic, ...change, production: { ...baryonic.production, ...production } }),
    'model',
  );

it('weighs a model anew without simulating its masses again, to the bit of a run with that document', async () => {
  let started = 0;
  const host: Host = {
    ...localHost,
    startWorker: (events) => {
      started += 1;
      return localHost.startWorker(events);
    },
  };
  const asked = { events: 200, massCount: 8 };
  const opened = await simulateContours(documentOf({}, {}), [dumpEe], asked, host);
  const before = started;
  const three = documentOf({}, { factor: 3 });
  const weighed = (await opened.withProduction(three)).contour({}).exclusion;
  expect(started).toBe(before);
  const { exclusion } = await exclude(three, [dumpEe], asked);
  expect(weighed).toEqual(exclusion);
  expect(weighed.edges).not.toEqual(opened.contour({}).exclusion.edges);
  await expect(opened.withProduction(documentOf({ title: 'another' }, {}))).rejects.toThrow(/differs in more/);
});
