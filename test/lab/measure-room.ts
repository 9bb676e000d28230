/**
 * Runs inside a page: measures the texts of a room outside of its figures. Returns a sentence for each pair of texts that
 * cover each other and for each text that is cut. It stands alone, so that it can be sent to a browser as text.
 */
export function measureRoom(): string[] {
  const shown = (element: Element): boolean =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    // Labels on a picture lie over it on purpose, hidden labels are for screen readers, a skip link waits above.
    element.closest('svg, option, .unseen, .skip, .handle, script') === null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines: { readonly text: string; readonly rect: DOMRect; readonly element: Element }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text === '' || element === null || !shown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 1) lines.push({ text, rect, element });
  }
  const faults: string[] = [];
  const scrolls = (element: Element): Element | null => element.closest('.table, nav ul, textarea');
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const high = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      // Line boxes are higher than letters: a third of the lower one is letters on letters.
      if (wide > 2 && high > Math.min(a.rect.height, b.rect.height) / 3 && scrolls(a.element) === scrolls(b.element))
        faults.push(`“${a.text.slice(0, 40)}” and “${b.text.slice(0, 40)}” cover each other`);
    }
    const out = a.rect.right > document.documentElement.clientWidth + 1 || a.rect.left < -1;
    if (out && scrolls(a.element) === null) faults.push(`“${a.text.slice(0, 40)}” reaches over the rim of the page`);
  }
  return [...new Set(faults)];
}
