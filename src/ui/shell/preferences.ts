/** What a reader prefers on this machine: language, theme, text. Storage that is blocked only means that nothing is kept. */
import { asLocale, type Locale } from './locale.ts';

/** 'auto' follows the system; 'contrast' is high contrast, light or dark as the system is. */
export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const LOCALE_KEY = 'corr2d:lang';
const THEME_KEY = 'corr2d:theme';
const PROGRAM_KEY = 'corr2d:program';
const FOLD_KEY = 'corr2d:lesson-folded';

export function asTheme(text: string | null | undefined): Theme | null {
  return THEMES.find((theme) => theme === text) ?? null;
}

export function storedLocale(): Locale | null {
  return asLocale(read(LOCALE_KEY));
}

export function storeLocale(locale: Locale): void {
  write(LOCALE_KEY, locale);
}

export function storedTheme(): Theme | null {
  return asTheme(read(THEME_KEY));
}

export function storeTheme(theme: Theme): void {
  write(THEME_KEY, theme);
}

/** Whether the reader has put the text of the lesson away. */
export function storedFold(): boolean {
  return read(FOLD_KEY) === 'yes';
}

export function storeFold(folded: boolean): void {
  write(FOLD_KEY, folded ? 'yes' : 'no');
}

/** The language in which the reader last wanted a program. */
export function storedProgramLanguage(): string | null {
  return read(PROGRAM_KEY);
}

export function storeProgramLanguage(language: string): void {
  write(PROGRAM_KEY, language);
}

export function shownTheme(): Theme {
  return asTheme(document.documentElement.dataset.theme) ?? 'auto';
}

export function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Blocked or full: the choice holds for this visit.
  }
}
