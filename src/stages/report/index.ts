export { checkReport } from './check-report.ts';
export type {
  ReportCell,
  ReportDocument,
  ReportFigure,
  ReportNotice,
  ReportPart,
  ReportReference,
  ReportRole,
  ReportSection,
  ReportTable,
  ReportValue,
} from './report-document.ts';
export { reportHtml } from './report-html.ts';
