/** Language and theme: chosen from the browser, by the address, by the controls, and kept. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { CHINESE_WALK, useVisits } from './visits.ts';
import { WORDS, type Language } from './words.ts';

const heading = (page: Page, language: Language) =>
  page.getByRole('heading', { level: 1, name: WORDS[language].headings.correlation }).waitFor();
const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);
const isDark = (page: Page) =>
  page.evaluate(() => {
    const [red = 255] =
      /\d+/.exec(getComputedStyle(document.documentElement).backgroundColor)?.map(Number) ?? [];
    return red < 128;
  });

const OTHER = { en: 'zh-CN', 'zh-CN': 'en' } as const;

describe.each(['en', 'zh-CN'] as const)('in a browser that asks for %s', (language) => {
  const visits = useVisits({ engine: 'CPU', language });

  test('the page is in that language, the button switches it, and a reload keeps it', async () => {
    const { page, words } = await visits.open();
    await heading(page, language);
    expect(await languageOf(page)).toBe(language);
    expect(await page.title()).toContain(words.title);

    await page.getByRole('button', { name: words.otherLanguage, exact: true }).click();
    await heading(page, OTHER[language]);
    expect(await languageOf(page)).toBe(OTHER[language]);
    await expect.poll(() => page.title()).toContain(WORDS[OTHER[language]].title);
    await page.reload();
    await heading(page, OTHER[language]);
    expect(await languageOf(page)).toBe(OTHER[language]);
  });

  test('the address wins over browser and habit', async () => {
    const profile = await visits.profile();
    const { page } = await visits.open({ profile, flags: `lang=${OTHER[language]}` });
    await heading(page, OTHER[language]);
    expect(await languageOf(page)).toBe(OTHER[language]);
    const later = await visits.open({ profile });
    await heading(later.page, language);
  });

  test('an address that is pasted into the open page counts too', async () => {
    const { page } = await visits.open();
    await heading(page, language);
    await page.evaluate((flags) => {
      location.hash = flags;
    }, `lang=${OTHER[language]}&theme=dark`);
    await heading(page, OTHER[language]);
    await expect.poll(() => isDark(page)).toBe(true);
  });
});

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const { language } = walk;

  test.each(['light', 'dark'] as const)(
    'the %s theme of the system is shown, switched and kept',
    async (scheme) => {
      const profile = await visits.profile({ colorScheme: scheme });
      const { page, words } = await visits.open({ profile });
      expect(await isDark(page)).toBe(scheme === 'dark');
      const themes = page.getByRole('combobox', { name: words.theme, exact: true });
      await themes.selectOption(scheme === 'dark' ? 'light' : 'dark');
      await expect.poll(() => isDark(page)).toBe(scheme !== 'dark');
      await page.reload();
      await heading(page, language);
      expect(await isDark(page)).toBe(scheme !== 'dark');
    },
  );
});
