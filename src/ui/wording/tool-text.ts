/** Names of the drawing tools and of the example pictures. */
import { msg } from '@lit/localize';
import type { ExamplePicture } from '../../math/picture/examples.ts';
import type { PaintTool } from '../grid/paint-settings.ts';

const TOOLS: Readonly<Record<PaintTool, () => string>> = {
  pencil: () => msg('pencil'),
  eraser: () => msg('eraser'),
  line: () => msg('line'),
  rectangle: () => msg('rectangle'),
  ellipse: () => msg('ellipse'),
  fill: () => msg('fill'),
  stamp: () => msg('stamp'),
  select: () => msg('select and move'),
};

const PICTURES: Readonly<Record<ExamplePicture, () => string>> = {
  diagonal: () => msg('diagonal edge'),
  checkerboard: () => msg('checkerboard'),
  'stripes-0': () => msg('stripes 0°'),
  'stripes-45': () => msg('stripes 45°'),
  'stripes-90': () => msg('stripes 90°'),
  'stripes-135': () => msg('stripes 135°'),
  cross: () => msg('cross'),
  disc: () => msg('disc'),
  ring: () => msg('circle'),
  smiley: () => msg('smiley'),
  gradient: () => msg('grey ramp'),
  hills: () => msg('landscape'),
};

export function toolName(tool: PaintTool): string {
  return TOOLS[tool]();
}

export function pictureName(name: ExamplePicture): string {
  return PICTURES[name]();
}
