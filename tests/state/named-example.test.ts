/** Names stay for ever; each is a document that a link can hold. */
import { expect, it } from 'vitest';
import { SCENES } from '../../src/state/address.ts';
import { DEFAULT_DOCUMENT } from '../../src/state/document.ts';
import { documentFromJson, documentToJson } from '../../src/state/document-json.ts';
import { EXAMPLE_NAMES, exampleScene } from '../../src/state/example-name.ts';
import { namedExample } from '../../src/state/named-example.ts';
import { runThrough } from './learning-fixture.ts';

/** As they were given; links are made of them. Add, never take away. */
const PROMISED = {
  correlation: ['counting', 'padding', 'stride', 'dilation', 'convolution'],
  edges: ['difference', 'sobel', 'sobel-down', 'laplacian-8', 'sharpen', 'emboss', 'gaussian', 'gabor'],
  learning: ['learning', 'momentum', 'learn-sobel', 'too-fast'],
  receptive: ['receptive-field', 'padded-stack', 'edge-stack', 'dilated-stack', 'lenet', 'deep-stack'],
};
const ALL = SCENES.flatMap((scene) => PROMISED[scene].map((name) => [name, scene] as const));

it.each(ALL)('%s is an example of scene %s', (name, scene) => {
  const example = namedExample(name);
  expect(example?.scene).toBe(scene);
  expect(exampleScene(name)).toBe(scene);
  // The JSON of a link checks every range, and that each scene has an output.
  expect(example && documentFromJson(documentToJson(example.document))).toEqual(example?.document);
});

it('no two are the same, and none but the first of a scene is the default', () => {
  const texts = ALL.map(([name]) => `${name} ${JSON.stringify(namedExample(name)?.document)}`);
  const others = texts.filter((text) => !text.endsWith(JSON.stringify(DEFAULT_DOCUMENT)));
  expect(texts.length - others.length).toBe(4);
  expect(new Set(others.map((text) => text.replace(/^\S+ /, ''))).size).toBe(others.length);
});

it('the menu has every promised name', () => {
  expect(EXAMPLE_NAMES).toEqual(PROMISED);
});

it.each(['', 'Sobel', 'constructor', '__proto__', 'sobel '])('%j is none', (name) => {
  expect(namedExample(name)).toBeNull();
  expect(exampleScene(name)).toBeNull();
});

it('Adam finds Sobel', async () => {
  const document = namedExample('learn-sobel')?.document ?? DEFAULT_DOCUMENT;
  const { kernel } = await runThrough({ ...document.learning, image: document.edges.image });
  expect(kernel.values.map(Math.round)).toEqual(document.learning.teacher.values.map((value) => value + 0));
});
