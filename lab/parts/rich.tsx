import { textRuns } from 'spillway/plots';

/** Text in the markup of labels (`K^{+}`, `N_{K}`), and between backticks as code. */
export const Rich = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/(`[^`]*`)/)
      .map((piece, i) =>
        /^`[^`]*`$/.test(piece) ? <code key={i}>{piece.slice(1, -1)}</code> : <Runs key={i} text={piece} />,
      )}
  </>
);

const Runs = ({ text }: { readonly text: string }) => (
  <>
    {textRuns(text).map(({ level, text: run }, i) => {
      if (level === 'super') return <sup key={i}>{run}</sup>;
      return level === 'sub' ? <sub key={i}>{run}</sub> : run;
    })}
  </>
);
