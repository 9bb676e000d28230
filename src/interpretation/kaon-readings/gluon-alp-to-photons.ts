import { kaonToPionGluonAlp } from '../../physics/decays/kaon-to-pion-alp.ts';
import alpGluon from '../../physics/hidden/alp-gluon.ts';
import { decayTable } from '../../physics/hidden/decay-table.ts';
import type { KaonReading } from './kaon-reading.ts';

/** BC11: an ALP that couples to gluons, made in K⁺ → π⁺a and seen as two photons. */
const gluonAlpToPhotons: KaonReading = {
  model: 'alp-gluon',
  search: 'kaon-pia-gg',
  scan: 'masses',
  prepare: ({ coupling: _, published: __, ...scan }) => ({ ...scan, toys: 0 }),
  predict(mass, coupling) {
    const table = decayTable(alpGluon, mass, coupling);
    if (!table.valid) return null;
    const photons = table.branching['gamma gamma'] ?? 0;
    return { product: kaonToPionGluonAlp(mass) * coupling * coupling * photons, ctau: table.ctau };
  },
  decaysAsModel: true,
  assumptions: [
    'K⁺ → π⁺a at leading order of the weak octet, without mixing with η and η′: tens of per cent.',
    'The photons of a decay behind the last chamber are read as if they came from the kaon.',
  ],
  references: ['arXiv:2102.13112', 'arXiv:1708.00443'],
};

export default gluonAlpToPhotons;
