/** The two languages of the page; Chinese texts are loaded when they are asked for, first those of the first load. */
import { configureLocalization, type LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from '../locales/locale-codes.ts';

export type Locale = 'en' | 'zh-CN';

const firstTexts = (): Promise<LocaleModule> => import('../locales/zh-CN-first.ts');
const allTexts = (): Promise<LocaleModule> => import('../locales/zh-CN-whole.ts');

let speaking: Promise<void> | undefined;

const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  // Later on, parts of the page that came after the first load may be there, and say the rest.
  loadLocale: () => (speaking ? allTexts() : firstTexts()),
});

/** The first of the reader's languages that the page has; any Chinese counts, for a reader of one reads the other. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh-CN';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}

export function asLocale(text: string | null | undefined): Locale | null {
  return text === 'en' || text === 'zh-CN' ? text : null;
}

export function currentLocale(): Locale {
  return asLocale(localization.getLocale()) ?? 'en';
}

/** Switches every element and the document's `lang`; rejects when the text cannot be loaded. */
export async function switchLocale(locale: Locale): Promise<void> {
  await speakLocale(locale);
  document.documentElement.lang = locale;
}

/** Switches every element, in a document that is not ours; rejects when the text cannot be loaded. */
export function speakLocale(locale: Locale): Promise<void> {
  return (speaking = localization.setLocale(locale));
}

/** Whatever has texts and comes after the first load is fetched after them. Rejects when they cannot be fetched. */
export async function restOfTexts(): Promise<void> {
  await speaking?.catch(() => undefined);
  if (currentLocale() !== 'en') await allTexts();
}
