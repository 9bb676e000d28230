import { defineEventFormat } from './event-format.ts';
import { lheEncoder } from './lhe-encoder.ts';

export default defineEventFormat({
  id: 'lhe',
  title: 'Les Houches events 3.0',
  what: 'events',
  endings: ['.lhe'],
  recognise: ({ head }) => /<LesHouchesEvents[\s>]/.test(head),
  encode: lheEncoder,
});
