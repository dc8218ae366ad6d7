/** Squares inside one another, drawn to scale: fields of layers on the image they see. */
import { svg, type SVGTemplateResult } from 'lit';

/** Cells in which a drawing still shows single cells. */
const MOST_RULED_CELLS = 64;

/** A square of `side` cells with a square in its middle for each size, the sizes ascending. */
export function nestedFields(side: number, sizes: readonly number[]): SVGTemplateResult {
  const squares = [...sizes].reverse();
  return svg`<rect class="image" x="0" y="0" width=${side} height=${side} />
    ${side <= MOST_RULED_CELLS ? svg`<path class="rules" d=${ruling(side)} />` : ''}
    ${squares.map((size, index) => {
      const at = (side - size) / 2;
      return svg`<rect class=${index === 0 ? 'field last' : 'field'} x=${at} y=${at} width=${size} height=${size} />`;
    })}`;
}

function ruling(side: number): string {
  const lines = Array.from({ length: side - 1 }, (_, index) => {
    const at = String(index + 1);
    return `M0 ${at}H${String(side)}M${at} 0V${String(side)}`;
  });
  return lines.join('');
}
