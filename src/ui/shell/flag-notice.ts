/** What a visitor is told of flags in the address that name nothing, and are passed over. */
import { msg, str } from '@lit/localize';
import { asScene, SCENES, type Address } from '../../state/address.ts';
import { allLocales } from '../locales/locale-codes.ts';
import { asEngineChoice } from './engine-choice.ts';
import { asLocale, restOfTexts } from './locale.ts';
import type { Notices } from './notices.ts';
import { asTheme, THEMES } from './preferences.ts';

interface Flag {
  readonly name: string;
  readonly choices: readonly string[];
  readonly isChoice: (text: string) => boolean;
}

const FLAGS: readonly Flag[] = [
  { name: 'scene', choices: SCENES, isChoice: (text) => asScene(text) !== null },
  { name: 'lang', choices: allLocales, isChoice: (text) => asLocale(text) !== null },
  { name: 'theme', choices: THEMES, isChoice: (text) => asTheme(text) !== null },
  {
    name: 'engine',
    choices: ['auto', 'webgpu', 'cpu'],
    isChoice: (text) => text === 'auto' || asEngineChoice(text) !== 'auto',
  },
];

/** Rejects when the texts cannot be fetched. */
export async function tellFlags(address: Address, notices: Notices): Promise<void> {
  await restOfTexts();
  const texts = FLAGS.flatMap(({ name, choices, isChoice }) => {
    const value = address.get(name);
    return value === undefined || isChoice(value) ? [] : [() => flagText(name, value, choices)];
  });
  if (texts.length === 0) notices.dismiss('flags');
  else notices.tell({ id: 'flags', kind: 'problem', text: () => texts.map((text) => text()).join(' ') });
}

function flagText(name: string, value: string, choices: readonly string[]): string {
  const flag = `${name}=${value.slice(0, 40)}`;
  return msg(str`The address says “${flag}”, which is passed over: there are ${choices.join(', ')}.`);
}
