import { expect, test } from 'vitest';
import { pseudo, pseudoChunk } from './pseudo-locale.ts';

test('a message is accented, longer, in brackets, and keeps its placeholders', () => {
  expect(pseudo('at {0} of {12}')).toBe('⟦ȧȧṫ {0} ȯȯḟ {12}⟧');
});

test('every kind of message of a built chunk is replaced', () => {
  const xliff = `
<trans-unit id="s1">
  <source>Image</source>
  <target>图像</target>
</trans-unit>
<trans-unit id="s2">
  <source><x id="0" equiv-text="\${this.label}"/>: &lt;less&gt;</source>
</trans-unit>
<trans-unit id="h3">
  <source>a <x id="0" equiv-text="\${one({ two: 2 })} \${three}"/></source>
</trans-unit>`;
  const chunk = 'var t={s1:`图像`,s2:e`${0}：少`,"h3":n`一 ${0} ${1}`};';
  expect(pseudoChunk(chunk, xliff)).toBe(
    'var t={s1:`⟦İİṁȧȧġėė⟧`,s2:e`⟦${0}: <l\u0307ėėṡṡ>⟧`,"h3":n`⟦ȧȧ ${0} ${1}⟧`};',
  );
});

test('a chunk without messages, or with one in a form that is not known, is an error', () => {
  const xliff = '<trans-unit id="s1"><source>a</source></trans-unit>';
  expect(() => pseudoChunk('var t={};', xliff)).toThrow('no message');
  expect(() => pseudoChunk('var t={s1:f()};', xliff)).toThrow('s1');
});

test('a message of another chunk is left to that chunk', () => {
  const unit = (id: string): string => `<trans-unit id="${id}"><source>a</source></trans-unit>`;
  expect(pseudoChunk('var t={s1:`甲`};', unit('s1') + unit('s2'))).toBe('var t={s1:`⟦ȧȧ⟧`};');
});
