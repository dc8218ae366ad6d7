/** Design tokens of lines in charts, in turn; each line has a mark, too, so colour is not alone. */
export const WEIGHT_COLORS = ['--line-2', '--line-3', '--line-4', '--line-5', '--line-6', '--line-1'];
/** Of the rivals; the run's own line is ink. */
export const RIVAL_COLORS = ['--line-2', '--line-3', '--line-5'];
