/** The class attribute of a grid's table. */

/** From this many columns on no screen has room for numbers in the cells. */
const DENSE_COLUMNS = 40;
/** Wider grids scroll under a finger instead of changing. */
const MOST_SCRUBBED_COLUMNS = 8;

/** Whether the cells show fills alone. */
export function isDense(columns: number, editable = false): boolean {
  return !editable && columns >= DENSE_COLUMNS;
}

/** `isPictured`: a picture under the cells shows their fills. */
export function tableClasses(
  columns: number,
  {
    editable = false,
    pending = false,
    tone = '',
  }: { editable?: boolean; pending?: boolean; tone?: string } = {},
  isPictured = false,
): string {
  const classes = ['table', tone && `tone-${tone}`, pending ? 'pending' : '', isPictured ? 'pictured' : ''];
  if (isDense(columns, editable)) classes.push('dense');
  if (editable && columns <= MOST_SCRUBBED_COLUMNS) classes.push('scrubbed');
  return classes.filter(Boolean).join(' ');
}
