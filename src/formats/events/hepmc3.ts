import { defineEventFormat } from './event-format.ts';
import { hepmc3Encoder } from './hepmc3-encoder.ts';
import { readHepmc3 } from './hepmc3-reader.ts';

export default defineEventFormat({
  id: 'hepmc3',
  title: 'HepMC3 text (Asciiv3; gzip too)',
  what: 'events',
  endings: ['.hepmc3'],
  recognise: (file) => file.head.trimStart().startsWith('HepMC::'),
  read: (file) => ({ content: readHepmc3(file.text(), file.name).events, lost: ['attributes of events'] }),
  encode: hepmc3Encoder,
});
