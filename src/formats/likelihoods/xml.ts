import { InvalidInput } from '../../schema/index.ts';

/** An element of an XML text; its text is that directly below it, joined. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const deepest = 200;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7}));/g,
    (whole, name: string | undefined, code: string | undefined) => {
      if (name !== undefined) return entities[name];
      return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
    },
  );

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The root element of an XML text: elements, attributes, text, comments; of a document type only that it is there (no
 * entities of its own are followed). Throws InvalidInput with the line for what is not well-formed.
 */
export function readXml(text: string, where: string): XmlElement {
  type Open = XmlElement & { children: XmlElement[]; text: string };
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [root];
  const wrong = (at: number, problem: string): InvalidInput =>
    new InvalidInput(where, `line ${text.slice(0, at).split('\n').length}: ${problem}.`);
  const token = new RegExp(TOKEN);
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) throw wrong(at, `'${text.slice(at, at + 20).split('\n')[0]}' is not well-formed XML`);
    const [whole, verbatim, closing, opening, attributes = '', single] = match;
    const top = open[open.length - 1];
    if (closing !== undefined) {
      if (open.length === 1 || top.name !== closing) throw wrong(at, `</${closing}> closes nothing`);
      open.pop();
    } else if (opening !== undefined) {
      const element: Open = {
        name: opening,
        attributes: new Map(
          [...attributes.matchAll(ATTRIBUTE)].map(([, key, double, simple]) => [key, unescaped(double ?? simple)]),
        ),
        children: [],
        text: '',
      };
      top.children.push(element);
      if (single === '') open.push(element);
      if (open.length > deepest) throw wrong(at, `is nested deeper than ${deepest} levels`);
    } else if (verbatim !== undefined) top.text += verbatim;
    else if (!whole.startsWith('<')) top.text += unescaped(whole);
  }
  if (open.length > 1) throw wrong(text.length, `<${open[open.length - 1].name}> is not closed; the text is cut off`);
  const [first, ...others] = root.children;
  if (first === undefined || others.length > 0) throw new InvalidInput(where, 'needs exactly one root element.');
  return first;
}
