import { useMemo } from 'preact/hooks';
import type { ReportFigure } from 'spillway';
import { Rich } from './rich.tsx';

let pictures = 0;

/** An SVG with ids of its own, so that pictures of one page never collide. */
function withOwnIds(svg: string): string {
  pictures += 1;
  const prefix = `picture-${pictures}-`;
  return svg
    .replace(/ id="/g, ` id="${prefix}`)
    .replace(/url\(#/g, `url(#${prefix}`)
    .replace(
      /aria-labelledby="([^"]*)"/g,
      (_, ids: string) => `aria-labelledby="${ids.replace(/\S+/g, `${prefix}$&`)}"`,
    );
}

/** A drawing by a desk, as it is. */
export const Drawing = ({ svg }: { readonly svg: string }) => {
  const drawn = useMemo(() => withOwnIds(svg), [svg]);
  return <div class="drawing" dangerouslySetInnerHTML={{ __html: drawn }} />;
};

/** A figure of a report with its caption. */
export const Picture = ({ figure }: { readonly figure: ReportFigure }) => (
  <figure class={figure.wide ? 'wide' : undefined}>
    <Drawing svg={figure.svg ?? ''} />
    <figcaption>
      <Rich text={figure.caption} />
    </figcaption>
  </figure>
);
