import { lheEncoder } from '../../events/formats/lhe-encoder.ts';
import { defineEventFormat } from './event-format.ts';

export default defineEventFormat({
  id: 'lhe',
  title: 'Les Houches events 3.0',
  what: 'events',
  endings: ['.lhe'],
  recognise: ({ head }) => /<LesHouchesEvents[\s>]/.test(head),
  encode: lheEncoder,
});
