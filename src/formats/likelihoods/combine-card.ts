import { parseDatacard } from '../../statistics/datacards/datacard-text.ts';
import { workspaceOfCard } from '../../statistics/datacards/read-datacard.ts';
import { checkWorkspace } from '../../statistics/histfactory/document/load-workspace.ts';
import { defineFormat } from '../format.ts';
import { HistogramSource } from '../histograms/histogram-source.ts';
import { workspaceOfShapes } from './combine-shapes.ts';
import { countingCardOf } from './counting-card.ts';

/** 'lnN 0.9/1.2' is interpolated by a polynomial of its own in Combine, piecewise here. */
const twoSided = /^\s*\S+\s+lnN\s.*\d\/\d/m;

/** A line 'mass 125', which our reader takes for $MASS; Combine has it on its command line. */
const massLine = /^\s*#?\s*mass[ :=]+(\S+)\s*$/m;

export default defineFormat({
  id: 'combine-card',
  title: 'datacard of CMS Combine (counts, or shapes in ROOT or UHI files)',
  what: 'likelihood',
  endings: ['.txt', '.card'],
  recognise: ({ head }) => /^\s*imax\s/m.test(head) || (/^\s*bin\s/m.test(head) && /^\s*rate\s/m.test(head)),
  async read(file) {
    const text = file.text();
    const mass = massLine.exec(text)?.[1];
    const card = parseDatacard(text.replace(massLine, ''));
    const { workspace, notes } =
      card.shapes.length === 0
        ? { workspace: workspaceOfCard(card), notes: [] }
        : await workspaceOfShapes(card, new HistogramSource(file.beside), mass);
    const added = twoSided.test(text)
      ? ['two-sided lnN are exponential on either side; Combine rounds the corner']
      : [];
    const all = [...notes, ...added];
    // Symmetric lnN κ is κ^θ, which is the piecewise exponential code1 with κ and 1/κ.
    return { content: { workspace: checkWorkspace(workspace), normsys: 'code1', notes: all }, lost: all };
  },
  write({ workspace, notes }, name) {
    const { text, lost } = countingCardOf(workspace);
    return { files: { [`${name}.txt`]: [text] }, lost: [...lost, ...notes.map((note) => `the note '${note}'`)] };
  },
});
