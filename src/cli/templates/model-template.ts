import { withComments } from './with-comments.ts';

/** A hidden particle to start from: tables of a light vector that couples like the dark photon. */
export function modelTemplate(id: string): string {
  return withComments(
    {
      id,
      title: 'A vector of my own',
      symbol: 'V',
      references: ['my own note'],
      coupling: {
        symbol: 'g',
        unit: '1',
        definition: 'what multiplies the current of electrons and muons',
        range: { min: 1e-8, max: 1e-3 },
      },
      production: { like: 'dark-photon', factor: 1 },
      masses: ['20 MeV', '50 MeV', '100 MeV', '200 MeV', '220 MeV', '300 MeV'],
      ctau: ['4.0e-12 m', '1.6e-12 m', '8.1e-13 m', '4.0e-13 m', '3.3e-13 m', '1.5e-13 m'],
      branching: { 'e+ e-': [1, 1, 1, 1, 0.76, 0.55], 'mu+ mu-': [0, 0, 0, 0, 0.24, 0.45] },
    },
    {
      '': `Use it: spillway exclude ${id}.json --searches dump-ee,dump-mumu --events 2000. ctau is the lifetime for coupling 1 and falls with its square; branching fractions belong to the masses one by one. Keys: spillway schema model. Notes like this one are passed over.`,
      production:
        'Made like this model (spillway list models), in one of its sets ("set"), times a factor: one number, or one for each mechanism: {"bremsstrahlung": 2}.',
    },
  );
}
