import type { FigureDescription } from '../../plots/index.ts';
import type { Verdict } from '../../statistics/verdict.ts';
import type { StageName } from '../names.ts';

/** Where a number comes from: simulation or theory, a cited number, its own inputs, a published count, or the user. */
export type ReportRole = 'computed' | 'input' | 'closure' | 'given by the count' | 'set by the user';

/** A number in a table: printed as `value ± error unit` with the badge of its role. `text` replaces the number. */
export interface ReportValue {
  value?: number | null;
  error?: number | null;
  unit?: string;
  text?: string;
  role?: ReportRole;
  /** Drawn as a sign with its word. */
  verdict?: Verdict | null;
}

/** A cell: text, a number (at most four significant digits), nothing (an en dash), or a number with its circumstances. */
export type ReportCell = string | number | null | ReportValue;

/** A table; every row has one cell per column. `emphasis` gives the rows set in bold (totals), counted from zero. */
export interface ReportTable {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly ReportCell[])[];
  emphasis?: readonly number[];
}

/**
 * A figure: its data, drawn for a page and for a telephone, or an SVG document as it is. `fileName` is where the same
 * SVG lies, relative to the report.
 */
export type ReportFigure = {
  caption: string;
  fileName?: string;
  /** Full width of the page instead of half. */
  wide?: boolean;
} & ({ figure: FigureDescription; svg?: never } | { svg: string; figure?: never });

/** What a page begins with: its answer in one sentence, one picture, one short table. */
export interface ReportAnswer {
  sentence: string;
  figure?: ReportFigure;
  table?: ReportTable;
}

/** A small picture that leads to a page of the same site, or to an anchor of this page. */
export interface KeyFigure {
  caption: string;
  figure: FigureDescription;
  href: string;
}

/** A link to another page of the same site; `current` is the page itself. */
export interface SiteLink {
  href: string;
  text: string;
  current?: boolean;
}

/** Text, tables and figures under a heading. `id` is the anchor: letters, digits and hyphens, unique in the report. */
export interface ReportPart {
  id: string;
  heading: string;
  paragraphs?: readonly string[];
  tables?: readonly ReportTable[];
  figures?: readonly ReportFigure[];
}

/** A section; `stage` ties it to one of the nine words of the menu, `parts` are its subsections. */
export interface ReportSection extends ReportPart {
  stage?: StageName;
  /** Shown only when the reader opens it. */
  folded?: boolean;
  parts?: readonly ReportPart[];
}

/** A banner at the head of every page: what plays the role of data, that the box is closed, a change after opening. */
export interface ReportNotice {
  kind: 'pseudo-data' | 'closed-box' | 'opened-box' | 'changed-after-unblinding' | 'note';
  /** Instead of the usual sentence of this kind; needed for `note`. */
  text?: string;
}

/** A work that was used; `url` begins with https:// (a link, never fetched). */
export interface ReportReference {
  text: string;
  url?: string;
}

/**
 * Everything that a report says, as plain data that survives JSON. Text is written in the markup of figure labels
 * (`m^{2}_{miss}`), and between backticks literally (`` `kaon-munuee` ``).
 */
export interface ReportDocument {
  title: string;
  subtitle?: string;
  notices?: readonly ReportNotice[];
  answer?: ReportAnswer;
  keyFigures?: readonly KeyFigure[];
  /** Links to the other pages of a site. */
  site?: readonly SiteLink[];
  sections: readonly ReportSection[];
  footer: {
    references: readonly ReportReference[];
    /** Seed, digests, version, date: name and value. */
    facts?: readonly (readonly [string, string])[];
  };
}
