import { InvalidInput } from '../../schema/index.ts';
import type { ReportDocument, SiteLink } from './report-document.ts';
import { reportHtml } from './report-html.ts';

/** A small site: a front page and the pages that it leads to, each by the name of its file. */
export interface ReportSite {
  front: ReportDocument;
  frontFile: string;
  pages: readonly { file: string; name: string; document: ReportDocument }[];
}

/**
 * The pages of a site by the names of their files, all in one folder, each self-contained and with links to all others.
 * Throws InvalidInput for two pages of one name, and as `reportHtml`.
 */
export function siteFiles({ front, frontFile, pages }: ReportSite): Map<string, string> {
  const named = [{ file: frontFile, name: 'Front page', document: front }, ...pages];
  const files = new Map<string, string>();
  for (const { file, document } of named) {
    if (files.has(file)) throw new InvalidInput('pages', `two pages are called '${file}'`);
    const site: SiteLink[] = named.map((page) => ({
      href: page.file,
      text: page.name,
      ...(page.file === file ? { current: true } : {}),
    }));
    files.set(file, reportHtml({ ...document, site }));
  }
  return files;
}
