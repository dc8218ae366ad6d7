/** Names of the themes. */
import { msg } from '@lit/localize';
import type { Theme } from '../shell/preferences.ts';

export function themeText(theme: Theme): string {
  switch (theme) {
    case 'auto':
      return msg('as the system');
    case 'light':
      return msg('light');
    case 'dark':
      return msg('dark');
    case 'contrast':
      return msg('high contrast');
  }
}
