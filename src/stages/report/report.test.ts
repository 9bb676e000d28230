import { describe, expect, it } from 'vitest';
import { drawFigure } from '../../plots/index.ts';
import { STAGE_NAMES } from '../names.ts';
import { type ReportDocument, reportHtml } from './index.ts';

const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>&amp; \` ' </td></style>`;

const svg = drawFigure({
  kind: 'error-budget',
  title: hostile,
  description: hostile,
  quantity: hostile,
  contributions: [
    { name: hostile, relative: 0.02 },
    { name: 'branching fraction', relative: 0.03, external: true },
  ],
});

const small: ReportDocument = {
  title: 'K^{+} → π^{+}νν̄',
  sections: [{ id: 'limits', stage: 'limits', heading: 'Limit', paragraphs: ['N_{K} from `kaon-x_y`, 5 < 6'] }],
  footer: { references: [] },
};

const withFigure = (figureText: string): ReportDocument => ({
  ...small,
  sections: [{ id: 'a', heading: 'A', figures: [{ caption: 'one', svg: figureText, fileName: 'figures/one.svg' }] }],
});

describe('reportHtml', () => {
  it('escapes every text of the document', () => {
    const html = reportHtml({
      title: hostile,
      subtitle: hostile,
      notices: [{ kind: 'note', text: hostile }],
      sections: [
        {
          id: 'a',
          heading: hostile,
          paragraphs: [hostile],
          tables: [
            {
              caption: hostile,
              columns: [hostile, hostile],
              rows: [[hostile, { value: 1, error: 2, unit: hostile, role: 'computed' }]],
            },
            { caption: '', columns: ['x'], rows: [[{ text: hostile }]] },
          ],
          figures: [{ caption: hostile, svg }],
          parts: [{ id: 'b', heading: hostile }],
        },
      ],
      footer: { references: [{ text: hostile, url: 'https://doi.org/10.1/x&y' }], facts: [[hostile, hostile]] },
    });
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>[^&]*<\/td>/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(15);
    expect(html).toContain('href="https://doi.org/10.1/x&amp;y"');
  });

  it('asks for nothing from outside', () => {
    const html = reportHtml(withFigure(svg));
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<[^>]*\ssrc=|@import|<link|<script/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('names the nine stages in their order and links those that it treats', () => {
    const html = reportHtml(small);
    const menu = html.slice(html.indexOf('<nav'), html.indexOf('</nav>'));
    const places = STAGE_NAMES.map((stage) => menu.indexOf(stage));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(menu).toContain('<a href="#limits">8 limits</a>');
    expect(menu).toContain('<span class="absent">1 generation</span>');
  });

  it('sets sections without a stage before the stages, and leaves those out when none is treated', () => {
    const html = reportHtml({ ...small, sections: [{ id: 'rows', heading: 'Published against computed' }] });
    expect(html).toContain('<a href="#rows">Published against computed</a>');
    expect(html).not.toContain('generation');
  });

  it('sets superscripts, subscripts and code', () => {
    const html = reportHtml(small);
    expect(html).toContain('<h1>K<sup>+</sup> → π<sup>+</sup>νν̄</h1>');
    expect(html).toContain('<p>N<sub>K</sub> from <code>kaon-x_y</code>, 5 &lt; 6</p>');
  });

  it('prints numbers with error, unit and badge, absent ones as an en dash', () => {
    const rows = [
      ['N_{K}', { value: 1.97e12, error: 7e10, role: 'computed' as const, verdict: 'agree' as const }],
      ['observed', { value: 0, role: 'input' as const }],
      ['limit', { value: null, unit: 'GeV', role: 'closure' as const }],
      ['plain', 0.26],
      ['none', null],
    ];
    const html = reportHtml({
      ...small,
      sections: [{ id: 'a', heading: 'A', tables: [{ caption: '', columns: ['a', 'b'], rows, emphasis: [3] }] }],
    });
    expect(html).toMatch(
      /\(1\.97 ± 0\.07\)×10<sup>12<\/sup> <span class="agrees">✓ agrees<\/span> <span class="badge computed"/,
    );
    expect(html).toMatch(/>0 <span class="badge input"/);
    expect(html).toMatch(/>– <span class="badge closure"/);
    expect(html).toContain('<tr class="total"><th scope="row">plain</th><td class="number">0.26</td></tr>');
    expect(html).toContain('<td class="number">–</td>');
    expect(html).toContain('class="key"');
  });

  it('says what the data are, that the box is closed, and that the search changed', () => {
    const kinds = ['pseudo-data', 'closed-box', 'changed-after-unblinding'] as const;
    const html = reportHtml({ ...small, notices: kinds.map((kind) => ({ kind })) });
    expect(html).toContain('no measurement');
    expect(html).toContain('The box is closed');
    expect(html).toMatch(/role="alert">Warning: the search was changed after its box had been opened/);
  });

  it('keeps the ids of equal figures apart', () => {
    const html = reportHtml({
      ...small,
      sections: [{ id: 'a', heading: 'A', figures: [1, 2].map(() => ({ caption: 'same', svg })) }],
    });
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    for (const [, named] of html.matchAll(/aria-labelledby="([^"]+)"/g)) {
      for (const id of named.split(' ')) expect(ids).toContain(id);
    }
  });

  it('is the same text for the same document, also after a trip through JSON', () => {
    const report = withFigure(svg);
    expect(reportHtml(JSON.parse(JSON.stringify(report)))).toBe(reportHtml(report));
  });

  it.each([
    ['<p>no svg</p>', /must begin with <svg/],
    ['<svg><script>1</script></svg>', /<script> element/],
    ['<svg><g onload="x()"/></svg>', /attribute onload/],
    ['<svg><g onload=x()></g></svg>', /not plain SVG/],
    ['<svg><rect fill="url(https://a.b/c)"/></svg>', /attribute fill/],
    ['<svg><a href="x"></a></svg>', /<a> element/],
    ['<svg><rect xlink:href="x"/></svg>', /attribute xlink:href/],
    ['<svg><rect style="fill:red"/></svg>', /attribute style/],
    ['<svg><!-- x --></svg>', /not plain SVG/],
    ['<svg></svg><iframe></iframe><svg></svg>', /<iframe> element/],
    ['<svg><foreignObject></foreignObject></svg>', /<foreignObject> element/],
  ])('refuses %s as a figure', (text, message) => {
    expect(() => reportHtml(withFigure(text))).toThrow(message);
  });

  it.each<[string, unknown, RegExp]>([
    ['an empty title', { title: ' ' }, /title: a report needs a title/],
    ['no section', { sections: [] }, /at least one section/],
    ['an id that is no anchor', { sections: [{ id: 'a b', heading: '' }] }, /sections\[0\]\.id: 'a b' is no anchor/],
    [
      'an id used twice',
      { sections: [{ id: 'a', heading: '', parts: [{ id: 'a', heading: '' }] }] },
      /parts\[0\]\.id: 'a' is used twice/,
    ],
    ['an id of the page', { sections: [{ id: 'content', heading: '' }] }, /anchor of the page/],
    ['an unknown stage', { sections: [{ id: 'a', heading: '', stage: 'limit' }] }, /Did you mean 'limits'/],
    ['an unknown notice', { notices: [{ kind: 'closed box' }] }, /Did you mean 'closed-box'/],
    ['a note without text', { notices: [{ kind: 'note' }] }, /needs its text/],
    [
      'a row too short',
      { sections: [{ id: 'a', heading: '', tables: [{ caption: '', columns: ['a', 'b'], rows: [['x']] }] }] },
      /rows\[0\]: has 1 cells, but there are 2 columns/,
    ],
    [
      'NaN in a cell',
      { sections: [{ id: 'a', heading: '', tables: [{ caption: '', columns: ['a'], rows: [[Number.NaN]] }] }] },
      /NaN is not a finite number/,
    ],
    [
      'an infinite error',
      {
        sections: [
          {
            id: 'a',
            heading: '',
            tables: [{ caption: '', columns: ['a'], rows: [[{ value: 1, error: Number.POSITIVE_INFINITY }]] }],
          },
        ],
      },
      /Infinity is not a finite/,
    ],
    [
      'an unknown role',
      {
        sections: [
          { id: 'a', heading: '', tables: [{ caption: '', columns: ['a'], rows: [[{ value: 1, role: 'compute' }]] }] },
        ],
      },
      /Did you mean 'computed'/,
    ],
    [
      'a link that is not https',
      { footer: { references: [{ text: 'x', url: 'javascript:alert(1)' }] } },
      /does not begin with https/,
    ],
    [
      'a file outside the folder',
      { sections: [{ id: 'a', heading: '', figures: [{ caption: '', svg, fileName: '../a.svg' }] }] },
      /no SVG file below/,
    ],
  ])('refuses %s', (_name, change, message) => {
    expect(() => reportHtml({ ...small, ...(change as Partial<ReportDocument>) })).toThrow(message);
  });
});
