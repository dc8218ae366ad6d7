/** Paints a drawing on a canvas, as its SVG file looks. */
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
} from '../../math/figure/drawing.ts';

type Context = CanvasRenderingContext2D;

/** Fills the canvas with the drawing, `scale` dots to a CSS pixel; what lies outside the drawing gets its background. */
export function paintDrawing(context: Context, drawing: Drawing, scale: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = drawing.background;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  for (const shape of drawing.shapes) paintShape(context, shape);
}

function paintShape(context: Context, shape: Shape): void {
  switch (shape.kind) {
    case 'cells':
      paintCells(context, shape);
      break;
    case 'text':
      paintText(context, shape);
      break;
    case 'box':
      paintBox(context, shape);
      break;
    case 'line':
      paintLine(context, shape);
      break;
  }
}

function paintCells(context: Context, shape: CellsShape): void {
  const { cells, cell, columns, rule, frame, textSize, x, y } = shape;
  cells.forEach(({ fill }, index) => {
    const [left, top] = cellCorner(shape, index);
    context.fillStyle = fill;
    context.fillRect(left, top, cell, cell);
    if (rule === null) return;
    context.strokeStyle = rule;
    context.lineWidth = 1;
    context.setLineDash([]);
    context.strokeRect(left, top, cell, cell);
  });
  context.font = fontOf(textSize, false, {});
  context.textAlign = 'center';
  cells.forEach(({ text, ink }, index) => {
    if (text === '') return;
    const [left, top] = cellCorner(shape, index);
    context.fillStyle = ink;
    context.fillText(text, left + cell / 2, top + cell / 2 + BASELINE_SHARE * textSize);
  });
  const outline = { x, y, width: columns * cell, height: rowsOf(shape) * cell, stroke: frame, line: 1 };
  paintBox(context, { kind: 'box', ...outline });
}

function paintText(context: Context, { x, y, size, anchor, serif, parts }: TextShape): void {
  const widths = parts.map((part) => {
    context.font = fontOf(size, serif, part);
    return context.measureText(part.text).width;
  });
  const whole = widths.reduce((total, width) => total + width, 0);
  let left = x - (anchor === 'start' ? 0 : anchor === 'middle' ? whole / 2 : whole);
  context.textAlign = 'left';
  parts.forEach((part, index) => {
    context.font = fontOf(size, serif, part);
    context.fillStyle = part.ink;
    context.fillText(part.text, left, y);
    left += widths[index] ?? 0;
  });
}

function fontOf(size: number, serif: boolean, { bold, italic }: Partial<TextPart>): string {
  const style = `${italic === true ? 'italic ' : ''}${bold === true ? '600 ' : ''}`;
  return `${style}${String(size)}px ${serif ? SERIF_FAMILY : SANS_FAMILY}`;
}

function paintBox(context: Context, { x, y, width, height, stroke, line, dash }: BoxShape): void {
  context.strokeStyle = stroke;
  context.lineWidth = line;
  context.setLineDash([...(dash ?? [])]);
  context.strokeRect(x + line / 2, y + line / 2, width - line, height - line);
}

function paintLine(context: Context, { points, stroke, line, dash }: LineShape): void {
  context.strokeStyle = stroke;
  context.lineWidth = line;
  context.lineJoin = 'round';
  context.setLineDash([...(dash ?? [])]);
  context.beginPath();
  points.forEach(([x, y]) => {
    context.lineTo(x, y);
  });
  context.stroke();
}
