/** Number fields, by the legend of their group and their label. */
import type { Locator, Page } from 'playwright';

export function fieldOf(page: Page, group: string, label: string): Locator {
  return page
    .getByRole('group', { name: group, exact: true })
    .getByRole('textbox', { name: label, exact: true });
}

/** Types a text into a field and leaves it by Enter. */
export async function enter(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}
