import { expect, test } from 'vitest';
import { untranslated } from './untranslated.ts';

test('a unit without a target, or with a blank one, is not translated', () => {
  const xliff = `<body>
<trans-unit id="s1">
  <source>Image</source>
  <target>图像</target>
</trans-unit>
<trans-unit id="s2">
  <source>Kernel</source>
</trans-unit>
<trans-unit id="s3">
  <source>Response</source>
  <target> </target>
</trans-unit>
</body>`;
  expect(untranslated(xliff)).toEqual(['s2', 's3']);
});

test('a file without a unit is no proof of anything', () => {
  expect(() => untranslated('<body></body>')).toThrow('no <trans-unit>');
});
