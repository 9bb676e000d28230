import { loadPatchset } from '../../statistics/histfactory/document/patchset.ts';
import { defineFormat } from '../format.ts';

export default defineFormat({
  id: 'patchset',
  title: 'pyhf patchset (1.0.0)',
  what: 'patchset',
  endings: ['.json'],
  recognise: (file) => file.jsonKeys().includes('patches'),
  read: (file) => ({ content: loadPatchset(file.text()), lost: [] }),
  write: (patchset, name) => ({
    files: { [`${name}.json`]: [`${JSON.stringify(patchset, undefined, 2)}\n`] },
    lost: [],
  }),
});
