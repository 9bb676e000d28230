import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { desk } from '../search/now.ts';
import { ask, searchesFor } from './now.ts';
import { SHIPPED_MODELS, shippedModel } from './shipped-models.ts';
import { plane } from './state.ts';

/** A model to begin with: the dark photon's production, lifetime and branching fractions of one's own. */
const TEMPLATE = {
  id: 'my-boson',
  title: 'A boson of my own',
  symbol: 'X',
  references: ['my own'],
  coupling: { symbol: 'g', unit: '1', definition: 'coupling to electric charge', range: { min: 1e-9, max: 1e-3 } },
  production: { like: 'dark-photon' },
  masses: [0.02, 0.05, 0.1, 0.2],
  ctau: [2e-12, 8e-13, 4e-13, 2e-13],
  branching: { 'e+ e-': [1, 1, 1, 1] },
};

type Schema = {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
};

/** A model as a document: what does not hold is listed with its place as one types, its keys come from the schema. */
export const OwnModelEditor = () => {
  const { own } = plane();
  const text = useSignal(own ?? JSON.stringify(TEMPLATE, undefined, 2));
  // A slider on a factor writes the document.
  useEffect(() => {
    if (own !== undefined) text.value = own;
  }, [own]);
  const issues = useSignal<readonly { readonly path: string; readonly problem: string }[]>([]);
  const keys = useSignal<readonly string[]>([]);
  useEffect(() => {
    void desk.ask('modelSchema', undefined).then((schema) => {
      keys.value = Object.keys((schema as Schema).properties ?? {});
    });
  }, []);
  useEffect(() => {
    let here = true;
    void desk.ask('checkModel', text.value).then((found) => {
      if (here) issues.value = found;
    });
    return () => {
      here = false;
    };
  }, [text.value]);
  const missing = keys.value.filter((key) => !text.value.includes(`"${key}"`));
  const insert = (key: string): void => {
    text.value = text.value.replace(/^\s*\{/, (start) => `${start}\n  "${key}": null,`);
  };
  return (
    <details class="editor" open={own !== undefined}>
      <summary>A model of your own</summary>
      <label>
        <span>Begin with</span>
        <select
          value=""
          onChange={async ({ currentTarget }) => {
            const { value } = currentTarget;
            currentTarget.value = '';
            text.value = value === 'template' ? JSON.stringify(TEMPLATE, undefined, 2) : await shippedModel(value);
          }}
        >
          <option value="">what is below</option>
          <option value="template">a template</option>
          {SHIPPED_MODELS.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>
          Lifetimes (cτ in metres) and branching fractions over masses (GeV); made like a registered model, with factors
        </span>
        <textarea
          rows={16}
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget: { value } }) => {
            text.value = value;
          }}
        />
      </label>
      {missing.length > 0 && (
        <p class="quiet">
          More keys:{' '}
          {missing.map((key) => (
            <button key={key} type="button" class="plain" onClick={() => insert(key)}>
              {key}
            </button>
          ))}
        </p>
      )}
      <ul class="issues" aria-live="polite">
        {issues.value.map(({ path, problem }) => (
          <li key={path + problem}>
            <code>{path}</code> {problem}
          </li>
        ))}
      </ul>
      <div class="question">
        <button
          type="button"
          class="main"
          disabled={issues.value.length > 0}
          onClick={() => ask({ own: text.value, production: undefined, searches: searchesFor(undefined) })}
        >
          Exclude this model
        </button>
        {own !== undefined && (
          <button type="button" onClick={() => ask({ own: undefined, production: undefined })}>
            Back to the registered models
          </button>
        )}
      </div>
    </details>
  );
};
