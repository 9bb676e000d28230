import type { ComponentChildren } from 'preact';

/** A table that scrolls inside itself where the page is narrow, with the keyboard too. */
export const Scrolling = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls inside itself, so the keyboard must reach it
  <section class="table" tabIndex={0} aria-label={name}>
    {children}
  </section>
);
