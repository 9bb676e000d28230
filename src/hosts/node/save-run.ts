import { join } from 'node:path';
import type { Run } from '../../run/run.ts';
import { reportHtml } from '../../stages/report/index.ts';
import { writeFigure } from './files/write-figure.ts';
import { makeFolder, writeWhole } from './files/write-file.ts';
import type { RunFolder } from './run-folder.ts';

/** Writes `run.json`, `figures/` and `report.html` of a run to its folder; the path of the report comes back. */
export async function saveRun(run: Run, folder: RunFolder): Promise<string> {
  const { path } = folder;
  await folder.writeDocument(run.document);
  const figures = run.figures();
  await makeFolder(join(path, 'figures'));
  for (const { name, figure } of figures) await writeFigure(join(path, 'figures', name), figure);
  const report = join(path, 'report.html');
  await writeWhole(report, [reportHtml(run.report(figures, run.changedAfterUnblinding))]);
  return report;
}
