/** The reader's language and theme: the address names them first, then what was chosen before, then the browser. */
import type { Address } from '../../state/address.ts';
import { asLocale, preferredLocale, switchLocale, type Locale } from './locale.ts';
import type { PageAddress } from './page-address.ts';
import {
  asTheme,
  showTheme,
  storedLocale,
  storedTheme,
  storeLocale,
  storeTheme,
  type Theme,
} from './preferences.ts';

export class Settings {
  /** `onLocale` is told when the page speaks another language, `onMissing` when that could not be loaded. */
  constructor(
    private readonly address: PageAddress,
    private readonly onLocale: () => void,
    private readonly onMissing: () => void,
  ) {}

  apply(flags: Address): Promise<void> {
    showTheme(asTheme(flags.get('theme')) ?? storedTheme() ?? 'auto');
    return this.speak(asLocale(flags.get('lang')) ?? storedLocale() ?? preferredLocale(navigator.languages));
  }

  chooseLocale(locale: Locale): void {
    storeLocale(locale);
    if (this.address.current.has('lang')) this.address.setFlags({ lang: locale });
    void this.speak(locale);
  }

  chooseTheme(theme: Theme): void {
    storeTheme(theme);
    if (this.address.current.has('theme')) this.address.setFlags({ theme });
    showTheme(theme);
  }

  private async speak(locale: Locale): Promise<void> {
    try {
      await switchLocale(locale);
    } catch {
      this.onMissing();
    }
    this.onLocale();
  }
}
