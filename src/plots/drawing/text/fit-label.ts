import { type TextRun, textRuns, textWidth } from './rich-text.ts';

/** Words of a label: pieces between blanks that stand outside braces. */
function words(label: string): string[] {
  const found: string[] = [];
  let word = '';
  let depth = 0;
  for (const sign of label) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (sign === ' ' && depth <= 0) {
      if (word !== '') found.push(word);
      word = '';
    } else word += sign;
  }
  return word === '' ? found : [...found, word];
}

const mark = { base: ['', ''], super: ['^{', '}'], sub: ['_{', '}'] } as const;

function markup(runs: readonly TextRun[]): string {
  return runs.map(({ text, level }) => `${mark[level][0]}${text}${mark[level][1]}`).join('');
}

/** The label cut to `room` canvas units at a font size, with … at the end; the label itself where it fits. */
export function cutLabel(label: string, size: number, room: number, bold = false): string {
  if (textWidth(label, size, bold) <= room + 0.5) return label;
  const runs = textRuns(label).map((run) => ({ ...run }));
  while (runs.length > 0) {
    const last = runs.at(-1)!;
    last.text = Array.from(last.text).slice(0, -1).join('');
    if (last.text === '') runs.pop();
    const cut = `${markup(runs).trimEnd()}…`;
    if (textWidth(cut, size, bold) <= room) return cut;
  }
  return '…';
}

/**
 * The label in lines no wider than `room` canvas units at a font size, broken between words; at most `most` lines, the
 * last one cut with … where more would be needed, as is a word wider than the room.
 */
export function wrapLabel(
  label: string,
  size: number,
  room: number,
  options: { most?: number; bold?: boolean } = {},
): string[] {
  const { most = 3, bold = false } = options;
  const lines: string[] = [];
  const pieces = words(label);
  for (let i = 0; i < pieces.length; i++) {
    const joined = lines.length === 0 ? pieces[i] : `${lines.at(-1)} ${pieces[i]}`;
    if (lines.length === 0) lines.push(pieces[i]);
    else if (textWidth(joined, size, bold) <= room) lines[lines.length - 1] = joined;
    else if (lines.length < most) lines.push(pieces[i]);
    else {
      lines[lines.length - 1] = [lines.at(-1), ...pieces.slice(i)].join(' ');
      break;
    }
  }
  return lines.map((line) => cutLabel(line, size, room, bold));
}
