export { checkReport } from './check-report.ts';
export type {
  KeyFigure,
  ReportAnswer,
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
  SiteLink,
} from './report-document.ts';
export { reportHtml } from './report-html.ts';
export { type ReportSite, siteFiles } from './report-site.ts';
