import { requireTargets } from '../../hosts/node/files/targets.ts';
import { reportHtml } from '../../stages/report/index.ts';
import { type Diagnosis, diagnosis } from '../../statistics/histfactory/diagnostics/diagnosis.ts';
import { defineCommand } from '../command.ts';
import { ADJUSTMENT_OPTIONS, adjustedWorkspace } from '../diagnosis/adjusted-workspace.ts';
import { diagnosisReport } from '../diagnosis/report.ts';
import { diagnosisText } from '../diagnosis/text.ts';
import { writeDiagnosis } from '../diagnosis/write-diagnosis.ts';
import { readPair } from '../options/assignments.ts';
import { within } from '../options/budget.ts';
import { readCount } from '../options/numbers.ts';
import { many, option } from '../options/option.ts';
import { readText } from '../options/text.ts';

/** What `diagnose` gives. */
export interface DiagnosisDocument extends Diagnosis {
  readonly file: string;
  /** Page and figures that were written; empty without --out. */
  readonly files: readonly string[];
}

export const diagnoseCommand = defineCommand({
  examples: [
    'diagnose workspace.json --out diagnosis',
    'diagnose workspace.json --toys 1000 --contour mu,scale --json',
  ],
  details:
    'Fits a likelihood and looks at the fit: pulls and constraints, impacts, goodness of fit, yields before and after, ' +
    'the likelihood along the parameter of interest. With --out a folder with one page and the figures, each with its data.',
  arguments: [{ name: 'FILE', brief: 'A pyhf workspace, Combine card or HistFactory XML', kind: 'required' }],
  options: {
    ...ADJUSTMENT_OPTIONS,
    data: option(readText, "'asimov', or a file with the same channels", 'the data of the file'),
    toys: within('toys', option(readCount, 'Pseudo-experiments of the goodness of fit', 'none')),
    scan: many(readText, 'Scan the likelihood of this parameter'),
    contour: option(readPair, 'Map the likelihood of two parameters: a,b'),
    out: option(readText, 'Folder for page and figures', 'none are written'),
  },
  run: async ({ toys, scan = [], contour, out, ...options }, [file], { seed, notice }): Promise<DiagnosisDocument> => {
    await requireTargets({ folder: out });
    const model = await adjustedWorkspace(file, options, notice);
    const poi = model.poi < 0 || model.parameters[model.poi].fixed ? null : model.parameters[model.poi].name;
    const scans = [...new Set([...(poi === null ? [] : [poi]), ...scan])];
    const found = diagnosis(model, { impacts: poi !== null, scans, map: contour, toys, seed });
    const page = { 'diagnosis.html': reportHtml(diagnosisReport(found, file, poi)) };
    const files = out === undefined ? [] : await writeDiagnosis(out, found, poi, page);
    return { file, files, ...found };
  },
  print: (document) =>
    [diagnosisText(document), ...(document.files.length === 0 ? [] : [document.files[0]])].join('\n\n'),
});
