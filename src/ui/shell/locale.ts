/** The two languages of the page; the Chinese text is loaded when it is asked for. */
import { configureLocalization } from '@lit/localize';
import { sourceLocale, targetLocales } from '../locales/locale-codes.ts';

export type Locale = 'en' | 'zh-CN';

const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale: string) =>
    locale === 'zh-CN' ? import('../locales/zh-CN.ts') : Promise.reject(new Error(`no locale ${locale}`)),
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
  return localization.setLocale(locale);
}
