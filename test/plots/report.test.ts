import { expect, it } from 'vitest';
import { reportHtml } from '../../src/stages/report/index.ts';
import { expectGolden } from './golden-text.ts';
import { sampleReport } from './sample-report.ts';

it('a report of all stages is the page that its golden shows', () => {
  const html = reportHtml(sampleReport);
  // The figures have goldens of their own.
  expectGolden('report/page.html', html.replace(/<svg[\s\S]*?<\/svg>/g, '<svg>…</svg>'));
  expect(html.match(/<svg /g)).toHaveLength(7);
});
