/**
 * Runs inside a page: measures every text of every SVG that is shown, and the page. Returns how many texts there were
 * and a sentence for each fault: two texts of one figure that cover each other, a text that reaches over the rim of its
 * figure or of the frame that clips it, letters smaller than `smallest` pixels, a page that scrolls sideways. It stands
 * alone, so that it can be sent to a browser as text.
 */
export function measureTexts({ smallest }) {
  const faults = [];
  let texts = 0;
  /** Corners of a text without the room above capitals and below descenders, on the screen. */
  const cornersOf = (text) => {
    const box = text.getBBox();
    const matrix = text.getScreenCTM();
    const top = box.y + 0.22 * box.height;
    const bottom = box.y + 0.82 * box.height;
    return [
      [box.x, top],
      [box.x + box.width, top],
      [box.x + box.width, bottom],
      [box.x, bottom],
    ].map(([x, y]) => [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f]);
  };
  const rimOf = (corners) => {
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  const words = (text) => {
    const copy = text.cloneNode(true);
    for (const title of copy.querySelectorAll('title')) title.remove();
    return copy.textContent.trim();
  };
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0 || frame.height === 0) continue;
    const matrix = svg.getScreenCTM();
    const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    const slack = 0.8 * scale;
    const name = svg.querySelector('title')?.textContent ?? 'a figure';
    const measured = [...svg.querySelectorAll('text')]
      .filter((text) => words(text) !== '')
      .map((text) => ({ text, said: words(text), rim: rimOf(cornersOf(text)) }));
    texts += measured.length;
    for (const { text, said, rim } of measured) {
      const clip = text.closest('[clip-path]');
      const limits = [frame];
      if (clip !== null) {
        const id = clip.getAttribute('clip-path').slice(5, -1);
        const box = document.getElementById(id)?.querySelector('rect');
        if (box) {
          const m = svg.getScreenCTM();
          const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((key) => Number(box.getAttribute(key)));
          limits.push({
            left: m.a * x + m.e,
            right: m.a * (x + w) + m.e,
            top: m.d * y + m.f,
            bottom: m.d * (y + h) + m.f,
          });
        }
      }
      for (const limit of limits) {
        const over = Math.max(
          limit.left - rim.left,
          rim.right - limit.right,
          limit.top - rim.top,
          rim.bottom - limit.bottom,
        );
        if (over > slack) faults.push(`'${said}' in '${name}' is cut by ${over.toFixed(1)} px`);
      }
      const letters = [text, ...text.querySelectorAll('tspan')].map(
        (part) => Number.parseFloat(getComputedStyle(part).fontSize) * scale,
      );
      const size = Math.min(...letters);
      if (size < smallest) faults.push(`'${said}' in '${name}' has letters of ${size.toFixed(1)} px`);
    }
    for (let i = 0; i < measured.length; i++) {
      for (let k = i + 1; k < measured.length; k++) {
        const [a, b] = [measured[i], measured[k]];
        const width = Math.min(a.rim.right, b.rim.right) - Math.max(a.rim.left, b.rim.left);
        const height = Math.min(a.rim.bottom, b.rim.bottom) - Math.max(a.rim.top, b.rim.top);
        if (width > slack && height > slack) {
          faults.push(
            `'${a.said}' and '${b.said}' in '${name}' cover each other by ${width.toFixed(1)} × ${height.toFixed(1)} px`,
          );
        }
      }
    }
  }
  if (document.body !== null && !(document.documentElement instanceof SVGElement)) {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) faults.push(`the page scrolls sideways by ${wide} px`);
    for (const part of document.body.querySelectorAll('*')) {
      if (part instanceof SVGElement || part.closest('svg') !== null) continue;
      const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
      if (!own || part.getClientRects().length === 0) continue;
      const size = Number.parseFloat(getComputedStyle(part).fontSize);
      if (size < smallest)
        faults.push(`'${part.textContent.trim().slice(0, 40)}' has letters of ${size.toFixed(1)} px`);
    }
  }
  return { texts, faults };
}
