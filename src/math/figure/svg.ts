/** A drawing as an SVG file that needs nothing else: attributes only, no style sheet and no font of its own. */
import {
  BASELINE_SHARE,
  cellCorner,
  rowsOf,
  SANS_FAMILY,
  SERIF_FAMILY,
  type BoxShape,
  type CellsShape,
  type Drawing,
  type LineShape,
  type Shape,
  type TextPart,
  type TextShape,
} from './drawing.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A whole file, with the XML declaration. */
export function svgText(drawing: Drawing): string {
  const { width, height, background, title, shapes } = drawing;
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: round(width),
    height: round(height),
    viewBox: `0 0 ${String(round(width))} ${String(round(height))}`,
    role: 'img',
    'font-family': SANS_FAMILY,
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg${root}>`,
    `<title>${escapeXml(title)}</title>`,
    element('rect', { width: '100%', height: '100%', fill: background }),
    ...shapes.map(shapeText),
    '</svg>\n',
  ].join('\n');
}

function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case 'cells':
      return cellsText(shape);
    case 'text':
      return lineOfText(shape);
    case 'box':
      return boxText(shape);
    case 'line':
      return polyline(shape);
  }
}

function cellsText(shape: CellsShape): string {
  const { name, columns, cells, cell, textSize, rule, frame, x, y } = shape;
  const rows = rowsOf(shape);
  const group = attributes({
    'data-grid': name,
    'data-rows': rows,
    'data-columns': columns,
    'font-size': round(textSize),
    'text-anchor': 'middle',
  });
  const ruled = attributes(rule === null ? { 'shape-rendering': 'crispEdges' } : { stroke: rule });
  const outline = { x, y, width: columns * cell, height: rows * cell, stroke: frame, line: 1 };
  return [
    `<g${group}>`,
    `<g${ruled}>`,
    ...cells.map(({ fill }, index) => {
      const [left, top] = cellCorner(shape, index).map(round);
      return element('rect', { x: left, y: top, width: cell, height: cell, fill });
    }),
    '</g>',
    ...cells.flatMap((each, index) => (each.text === '' ? [] : [cellText(shape, each, index)])),
    boxText({ kind: 'box', ...outline }),
    '</g>',
  ].join('\n');
}

function cellText(shape: CellsShape, { text, ink }: CellsShape['cells'][number], index: number): string {
  const [left, top] = cellCorner(shape, index);
  const half = shape.cell / 2;
  const place = { x: round(left + half), y: round(top + half + BASELINE_SHARE * shape.textSize) };
  return `<text${attributes({ ...place, fill: ink })}>${escapeXml(text)}</text>`;
}

function lineOfText({ x, y, size, anchor, serif, parts }: TextShape): string {
  const line = attributes({
    x: round(x),
    y: round(y),
    'font-size': round(size),
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-family': serif ? SERIF_FAMILY : undefined,
    'xml:space': 'preserve',
  });
  return `<text${line}>${parts.map(partText).join('')}</text>`;
}

function partText({ text, ink, bold, italic }: TextPart): string {
  const look = attributes({
    fill: ink,
    'font-weight': bold === true ? 600 : undefined,
    'font-style': italic === true ? 'italic' : undefined,
  });
  return `<tspan${look}>${escapeXml(text)}</tspan>`;
}

function boxText({ x, y, width, height, stroke, line, dash }: BoxShape): string {
  return element('rect', {
    x: round(x + line / 2),
    y: round(y + line / 2),
    width: round(width - line),
    height: round(height - line),
    fill: 'none',
    stroke,
    'stroke-width': line,
    'stroke-dasharray': dash?.join(' '),
  });
}

function polyline({ points, stroke, line, dash }: LineShape): string {
  return element('polyline', {
    points: points.map(([x, y]) => `${String(round(x))},${String(round(y))}`).join(' '),
    fill: 'none',
    stroke,
    'stroke-width': line,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dash?.join(' '),
  });
}

function element(name: string, values: Attributes): string {
  return `<${name}${attributes(values)}/>`;
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** To hundredths of a pixel: a shorter file, and no difference that shows. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 allows no control characters at all, not even escaped. */
function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- those are the ones to drop
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
