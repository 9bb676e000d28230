export { readDatacard } from './read-datacard.ts';
