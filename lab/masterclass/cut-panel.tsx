import type { CutChoice } from './exercise.ts';
import { moveCut, result, texts } from './now.ts';

/** The cuts of an exercise: sliders that stand still once the box is open. */
export const CutPanel = ({ cuts }: { readonly cuts: CutChoice }) => {
  const words = texts.value;
  const still = result.value?.opened ?? false;
  const slider = (title: string, key: 'mass' | 'momentum' | 'energy', most: number, step: number) => (
    <label class="cut">
      <span>
        {title}: <b>{cuts[key]}</b>
      </span>
      <input
        type="range"
        min={0}
        max={most}
        step={step}
        value={cuts[key]}
        disabled={still}
        onInput={({ currentTarget: { valueAsNumber } }) => void moveCut({ [key]: valueAsNumber })}
      />
    </label>
  );
  return (
    <fieldset>
      <legend>{words.cuts}</legend>
      {slider(words.cutMass, 'mass', 0.03, 0.0005)}
      {slider(words.cutMomentum, 'momentum', 80, 0.5)}
      {slider(words.cutEnergy, 'energy', 1.2, 0.01)}
      <label class="tick">
        <input
          type="checkbox"
          checked={cuts.muon}
          disabled={still}
          onChange={({ currentTarget: { checked } }) => void moveCut({ muon: checked })}
        />{' '}
        {words.cutMuon}
      </label>
    </fieldset>
  );
};
