/** Tools of the page that come after the scene's figure. */

/** Rejects when a script cannot be fetched. */
export function loadTools(): Promise<unknown> {
  return Promise.all([
    import('./engine-badge.ts'),
    import('./documents-button.ts'),
    import('./notice-list.ts'),
    import('./shortcut-sheet.ts'),
    import('./theme-choice.ts'),
  ]);
}
