/** Number of single-character edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2][j - 2] + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

/** Longer texts are no misspelt names, and comparing them would take minutes. */
const LONGEST = 100;

/**
 * The allowed name nearest to `found` (case ignored), or undefined when none is within a third of its length, and for
 * texts of more than 100 characters. Its time grows with the number of allowed names: give a few hundred at most.
 */
export function nearestName(found: string, allowed: readonly string[]): string | undefined {
  if (found.length > LONGEST) return undefined;
  const wanted = found.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.ceil(found.length / 3)) + 1;
  for (const name of allowed) {
    // Each letter more is an edit of its own.
    if (Math.abs(name.length - found.length) >= bestDistance) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}
