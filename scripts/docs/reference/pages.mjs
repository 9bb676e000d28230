import { commandsPage } from './commands.mjs';
import { documentsPage } from './documents.mjs';
import { libraryPage } from './library.mjs';
import { figuresPage, formatsPage, methodsPage, observablesPage, searchesPage } from './what-there-is.mjs';

/** The reference as Markdown, by path below docs/: made from the compiled program, so that it cannot be stale. */
export const referencePages = async () => ({
  'reference/commands.md': await commandsPage(),
  'reference/searches-and-models.md': searchesPage(),
  'reference/observables.md': observablesPage(),
  'reference/limit-methods.md': methodsPage(),
  'reference/documents.md': documentsPage(),
  'reference/formats.md': formatsPage(),
  'reference/figures.md': figuresPage(),
  'reference/library.md': libraryPage(),
});
