import { computed, effect, signal } from '@preact/signals';

const THEMES = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const;
type ThemeName = keyof typeof THEMES;

const KEPT = 'spillway lab theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(system.matches);
system.addEventListener('change', ({ matches }) => {
  systemDark.value = matches;
});

const isTheme = (name: string | null): name is ThemeName => name !== null && Object.hasOwn(THEMES, name);

function keptTheme(): ThemeName {
  try {
    const name = localStorage.getItem(KEPT);
    return isTheme(name) ? name : 'auto';
  } catch {
    return 'auto';
  }
}

const chosen = signal<ThemeName>(keptTheme());

/** Whether the page is dark now: pictures are drawn for it. */
export const dark = computed(() => (chosen.value === 'auto' ? systemDark.value : chosen.value === 'dark'));

effect(() => {
  document.documentElement.dataset['theme'] = dark.value ? 'dark' : 'light';
});

/** The choice of light and dark. */
export const Theme = () => (
  <label class="theme">
    <span class="unseen">Colours</span>
    <select
      value={chosen.value}
      onChange={({ currentTarget: { value } }) => {
        if (!isTheme(value)) return;
        chosen.value = value;
        try {
          localStorage.setItem(KEPT, value);
        } catch {
          // Kept for this visit only.
        }
      }}
    >
      {Object.entries(THEMES).map(([name, text]) => (
        <option key={name} value={name}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
