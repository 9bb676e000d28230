import { defineDumpSearch } from 'spillway/search';
import shipEe from './ship-ee.ts';

export default defineDumpSearch({
  ...shipEe,
  id: 'ship-mumu',
  title: 'SHiP as a projection: μ⁺μ⁻ in the decay vessel',
  channel: 'X → μ⁺μ⁻, SHiP',
  pair: ['mu+', 'mu-'],
});
