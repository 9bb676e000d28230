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

/** A figure of a report with its caption. */
export const Picture = ({ figure }: { readonly figure: ReportFigure }) => {
  const drawn = useMemo(() => withOwnIds(figure.svg ?? ''), [figure.svg]);
  return (
    <figure class={figure.wide ? 'wide' : undefined}>
      <div class="drawing" dangerouslySetInnerHTML={{ __html: drawn }} />
      <figcaption>
        <Rich text={figure.caption} />
      </figcaption>
    </figure>
  );
};
