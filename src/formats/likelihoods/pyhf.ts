import { checkWorkspace, exportWorkspace } from '../../statistics/histfactory/document/load-workspace.ts';
import { defineFormat } from '../format.ts';

export default defineFormat({
  id: 'pyhf',
  title: 'pyhf workspace (HistFactory JSON 1.0.0)',
  what: 'likelihood',
  endings: ['.json'],
  recognise: (file) => file.jsonKeys().includes('channels') || file.jsonKeys().includes('measurements'),
  read: (file) => ({ content: { workspace: checkWorkspace(file.json()), notes: [] }, lost: [] }),
  write: ({ workspace, notes }, name) => ({
    files: { [`${name}.json`]: [`${exportWorkspace(workspace)}\n`] },
    lost: notes.map((note) => `the note '${note}'`),
  }),
});
