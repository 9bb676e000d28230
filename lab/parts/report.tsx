import { useSignal } from '@preact/signals';
import type { ReportDocument, ReportSection } from 'spillway';
import { Picture } from './picture.tsx';
import { Table } from './report-table.tsx';
import { Rich } from './rich.tsx';

type Part = Pick<ReportSection, 'paragraphs' | 'tables' | 'figures'>;

const Content = ({ paragraphs = [], tables = [], figures = [] }: Part) => (
  <>
    {paragraphs.map((text, i) => (
      <p key={i}>
        <Rich text={text} />
      </p>
    ))}
    {tables.map((table, i) => (
      <Table key={i} table={table} />
    ))}
    {figures.length > 0 && (
      <div class="figures">
        {figures.map((figure, i) => (
          <Picture key={i} figure={figure} />
        ))}
      </div>
    )}
  </>
);

const NOTICES = {
  'pseudo-data': 'Pseudo-data: what plays the role of data was drawn from the simulation with a seed.',
  'closed-box': 'The box is closed: counts in the masked regions were not read.',
  'opened-box': 'The box has been opened, on record.',
  'changed-after-unblinding': 'The search was changed after its box had been opened. What follows is not blind.',
  note: '',
} as const;

/** What is said of a run before anything else. */
export const Notices = ({ report }: { readonly report: ReportDocument }) => (
  <>
    {(report.notices ?? []).map(({ kind, text }, i) => (
      <p key={i} class={`note ${kind}`}>
        <Rich text={text ?? NOTICES[kind]} />
      </p>
    ))}
  </>
);

/** The answer of a run: its sentence, its picture, its table. */
export const Answer = ({ report }: { readonly report: ReportDocument }) => {
  const { answer } = report;
  if (answer === undefined) return null;
  return (
    <section class="answer" aria-label="Answer">
      <p class="sentence" aria-live="polite">
        <Rich text={answer.sentence} />
      </p>
      {answer.figure !== undefined && <Picture figure={answer.figure} />}
      {answer.table !== undefined && <Table table={answer.table} />}
    </section>
  );
};

/** One stage, folded: what is in it is drawn when it is opened first. */
const Stage = ({ section }: { readonly section: ReportSection }) => {
  const seen = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) seen.value = true;
      }}
    >
      <summary>
        <h2>
          <Rich text={section.heading} />
        </h2>
        {section.stage !== undefined && <span class="quiet">{section.stage}</span>}
      </summary>
      {seen.value && (
        <>
          <Content {...section} />
          {(section.parts ?? []).map((part) => (
            <section key={part.id}>
              <h3>
                <Rich text={part.heading} />
              </h3>
              <Content {...part} />
            </section>
          ))}
        </>
      )}
    </details>
  );
};

/** The nine stages of a run, folded: each with its numbers and pictures. */
export const Stages = ({ report }: { readonly report: ReportDocument }) => (
  <div class="stages">
    {report.sections.map((section) => (
      <Stage key={section.id} section={section} />
    ))}
  </div>
);
