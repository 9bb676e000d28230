import { InvalidInput, unknownName } from '../../schema/index.ts';
import { STAGE_NAMES } from '../names.ts';
import type {
  ReportCell,
  ReportDocument,
  ReportNotice,
  ReportPart,
  ReportRole,
  ReportTable,
} from './report-document.ts';

const noticeKinds: readonly ReportNotice['kind'][] = [
  'pseudo-data',
  'closed-box',
  'opened-box',
  'changed-after-unblinding',
  'note',
];
const roles: readonly ReportRole[] = ['computed', 'input', 'closure', 'given by the count', 'set by the user'];
/** Anchors of the page itself. */
const taken = ['content', 'menu', 'references', 'made-with'];

/**
 * Refuses a report that could not be read: no title, ids that are no anchors or are used twice, rows that do not fit
 * the columns, numbers that are not finite, links that are not https, file names that leave the report's folder.
 */
export function checkReport(report: ReportDocument): void {
  if (report.title.trim() === '') throw new InvalidInput('title', 'a report needs a title');
  if (report.sections.length === 0) throw new InvalidInput('sections', 'a report needs at least one section');
  checkLinks(report);
  if (report.answer?.table !== undefined) checkTable('answer.table', report.answer.table);
  const seen = new Set<string>(taken);
  report.sections.forEach((section, i) => {
    const where = `sections[${i}]`;
    if (section.stage !== undefined && !STAGE_NAMES.includes(section.stage)) {
      throw unknownName(`${where}.stage`, 'stage', section.stage, STAGE_NAMES);
    }
    checkPart(where, section, seen);
    section.parts?.forEach((part, k) => {
      checkPart(`${where}.parts[${k}]`, part, seen);
    });
  });
  report.notices?.forEach((notice, i) => {
    if (!noticeKinds.includes(notice.kind)) {
      throw unknownName(`notices[${i}].kind`, 'kind of notice', notice.kind, noticeKinds);
    }
    if (notice.kind === 'note' && (notice.text ?? '') === '') {
      throw new InvalidInput(`notices[${i}].text`, "a notice of the kind 'note' needs its text");
    }
  });
  report.footer.references.forEach((reference, i) => {
    if (reference.url !== undefined && !/^https:\/\/[^\s"'<>]+$/.test(reference.url)) {
      throw new InvalidInput(`footer.references[${i}].url`, `'${reference.url}' does not begin with https://`);
    }
  });
}

/** A file beside the report, or an anchor of the same page. */
const ownLink = /^([\w-][\w.-]*\.html)?(#[A-Za-z][\w-]*)?$/;

function checkLinks(report: ReportDocument): void {
  const links = [
    ...(report.keyFigures ?? []).map(({ href }, i) => [`keyFigures[${i}].href`, href] as const),
    ...(report.site ?? []).map(({ href }, i) => [`site[${i}].href`, href] as const),
  ];
  for (const [where, href] of links) {
    if (href === '' || !ownLink.test(href)) {
      throw new InvalidInput(where, `'${href}' is no page beside the report and no anchor of it`);
    }
  }
}

function checkTable(where: string, table: ReportTable): void {
  table.rows.forEach((row, r) => {
    const here = `${where}.rows[${r}]`;
    if (row.length !== table.columns.length) {
      throw new InvalidInput(here, `has ${row.length} cells, but there are ${table.columns.length} columns`);
    }
    row.forEach((cell, c) => {
      checkCell(`${here}[${c}]`, cell);
    });
  });
}

function checkPart(where: string, part: ReportPart, seen: Set<string>): void {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(part.id)) {
    throw new InvalidInput(`${where}.id`, `'${part.id}' is no anchor; use letters, digits and hyphens, a letter first`);
  }
  if (seen.has(part.id))
    throw new InvalidInput(`${where}.id`, `'${part.id}' is used twice, or is an anchor of the page itself`);
  seen.add(part.id);
  part.tables?.forEach((table, t) => {
    checkTable(`${where}.tables[${t}]`, table);
  });
  part.figures?.forEach((figure, f) => {
    const name = figure.fileName;
    if (name !== undefined && (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name) || !name.endsWith('.svg'))) {
      throw new InvalidInput(`${where}.figures[${f}].fileName`, `'${name}' is no SVG file below the report's folder`);
    }
  });
}

function checkCell(where: string, cell: ReportCell): void {
  if (typeof cell === 'object' && cell?.role !== undefined && !roles.includes(cell.role)) {
    throw unknownName(`${where}.role`, 'role', cell.role, roles);
  }
  const numbers = typeof cell === 'object' && cell !== null ? [cell.value, cell.error] : [cell];
  for (const value of numbers) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new InvalidInput(where, `${value} is not a finite number; an absent number is null`);
    }
  }
}
