/** Design tokens of lines in charts, in turn; a legend names each line, so colour is not alone. */
export const WEIGHT_COLORS = ['--kernel-ink', '--gradient', '--target', '--fault', '--ink'];
/** Of the rivals; the run's own line is ink. */
export const RIVAL_COLORS = ['--kernel-ink', '--gradient', '--target'];
