import { posix } from 'node:path';
import { Marked } from 'marked';
import { isThere, sourceOf } from './pages.mjs';

/** The address of a page in the site. */
export const addressOf = (path) =>
  path === 'README.md' ? 'index.html' : path.replace(/\.md$/, '.html').replace(/README\.html$/, 'index.html');

const plain = (html) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The anchor of a heading, as code hosts make it. */
export const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/**
 * One page: its title, the HTML of its text, its sections for the search, and what was found wrong: links of the project
 * that lead nowhere. `pages` are all pages by path.
 */
export function renderPage(path, markdown, pages) {
  const faults = [];
  const links = [];
  const sections = [];
  const images = [];
  const used = new Map();
  const here = posix.dirname(sourceOf(path));
  const from = posix.dirname(addressOf(path));
  const relative = (target) => posix.relative(from, target) || '.';

  /** A link of the Markdown as one of the site. */
  const resolve = (href) => {
    if (/^[a-z]+:/.test(href)) return href;
    const [target, anchor] = href.split('#');
    if (target === '') {
      links.push({ page: path, anchor });
      return href;
    }
    const file = posix.normalize(posix.join(here, target));
    const inDocs = file.replace(/^docs\//, '');
    const page = [inDocs, posix.join(inDocs, 'README.md')].find(
      (one) => pages.has(one) && (file !== one || !file.includes('/')),
    );
    if (page !== undefined) {
      links.push({ page, anchor });
      return `${relative(addressOf(page))}${anchor === undefined ? '' : `#${anchor}`}`;
    }
    if (!isThere(file)) faults.push(`${sourceOf(path)}: ${href} leads nowhere`);
    if (/\.(svg|png|jpe?g)$/.test(file)) {
      images.push(file);
      return relative(`images/${posix.basename(file)}`);
    }
    // A file of the project that is no page: named, not led to.
    return undefined;
  };

  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const base = anchorOf(plain(html));
        const count = used.get(base) ?? 0;
        used.set(base, count + 1);
        const id = count === 0 ? base : `${base}-${count}`;
        sections.push({ id, heading: plain(html), text: '' });
        return `<h${depth} id="${id}"><a class="anchor" href="#${id}">${html}</a></h${depth}>\n`;
      },
      link({ href, tokens }) {
        const html = this.parser.parseInline(tokens);
        const target = resolve(href);
        return target === undefined ? html : `<a href="${target}">${html}</a>`;
      },
      image({ href, text }) {
        return `<img src="${resolve(href) ?? href}" alt="${text.replaceAll('"', '&quot;')}" loading="lazy">`;
      },
      table(token) {
        const cell = ({ tokens, header, align }) => {
          const tag = header ? 'th' : 'td';
          return `<${tag}${align === null ? '' : ` class="${align}"`}>${this.parser.parseInline(tokens)}</${tag}>`;
        };
        const row = (cells) => `<tr>${cells.map(cell).join('')}</tr>`;
        const body = token.rows.map(row).join('\n');
        return `<div class="table" tabindex="0"><table><thead>${row(token.header)}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      code({ text, lang }) {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        return `<pre tabindex="0" class="${lang ?? ''}"><code>${escaped}</code></pre>\n`;
      },
    },
  });
  const html = marked.parse(markdown);
  // Text of each section, for the search.
  const pieces = html.split(/<h[1-6] id="[^"]*">/).slice(1);
  pieces.forEach((piece, i) => {
    sections[i].text = plain(piece.replace(/^[\s\S]*?<\/h[1-6]>/, ' ').replace(/<\/(td|th|li|p)>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim();
  });
  return { path, title: sections[0]?.heading ?? path, html, sections, links, images, faults };
}
