import { join } from 'node:path';
import type { Run } from '../../run/run.ts';
import { type ReportPart, reportHtml } from '../../stages/report/index.ts';
import { writeFigure } from './files/write-figure.ts';
import { makeFolder, writeWhole } from './files/write-file.ts';
import type { RunFolder } from './run-folder.ts';

/** What a run cost: no part of its result, which is the same on any machine. */
const TIMES_FILE = 'times.json';

/** Seconds of the workers on each sample, for the end of a report. */
function costOf({ plan, seconds }: Run): ReportPart {
  const spent = plan.samples.filter(({ name }) => seconds[name] > 0);
  const all = spent.reduce((sum, { name }) => sum + seconds[name], 0);
  return {
    id: 'cost',
    heading: 'Cost',
    paragraphs: [
      spent.length === 0
        ? 'Nothing was simulated for this report: all samples were kept from before.'
        : `Seconds that workers spent on the samples for this report, ${all.toFixed(1)} in all; what was kept from before costs nothing.`,
    ],
    tables:
      spent.length === 0
        ? []
        : [
            {
              caption: 'Time per sample',
              columns: ['sample', 'decays', 'seconds'],
              rows: spent.map(({ name, events }) => [
                name,
                { text: events.toLocaleString('en-GB') },
                { text: seconds[name].toPrecision(2) },
              ]),
            },
          ],
  };
}

/** Writes `run.json`, `times.json`, `figures/` and `report.html` of a run to its folder; the path of the report comes back. */
export async function saveRun(run: Run, folder: RunFolder): Promise<string> {
  const { path } = folder;
  await folder.writeDocument(run.document);
  await writeWhole(join(path, TIMES_FILE), [`${JSON.stringify({ seconds: run.seconds }, undefined, 2)}\n`]);
  const figures = run.figures();
  await makeFolder(join(path, 'figures'));
  for (const { name, figure } of figures) await writeFigure(join(path, 'figures', name), figure);
  const report = join(path, 'report.html');
  const document = run.report(figures, run.changedAfterUnblinding);
  const sections = document.sections.map((section) =>
    section.stage === 'report' ? { ...section, parts: [...(section.parts ?? []), costOf(run)] } : section,
  );
  await writeWhole(report, [reportHtml({ ...document, sections })]);
  return report;
}
