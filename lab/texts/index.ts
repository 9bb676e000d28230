import { de } from './de.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';

/** The languages of the masterclass. */
export const languages = { en, de } as const satisfies Readonly<Record<string, Texts>>;

export type LanguageName = keyof typeof languages;
