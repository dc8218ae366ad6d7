/** Whether a page fits into windows of every width. */
import type { Page } from 'playwright';
import { expect } from 'vitest';

const WIDTHS = [320, 360, 768, 1280, 2560];

/** What is wider than the window, once figures have fitted themselves to it; empty where the page cannot be scrolled sideways. */
function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    scrollTo(100_000, scrollY);
    const scrolled = scrollX;
    scrollTo(0, scrollY);
    if (scrolled === 0) return [];

    const edge = document.documentElement.clientWidth;
    const found: string[] = [];
    const visit = (parent: ParentNode): void => {
      for (const child of parent.children) {
        const before = found.length;
        const scrolls = getComputedStyle(child).overflowX !== 'visible';
        if (!scrolls) {
          visit(child);
          if (child.shadowRoot) visit(child.shadowRoot);
        }
        const { right, width } = child.getBoundingClientRect();
        // The innermost say it; those around them only follow.
        if (found.length === before && width > 0 && right > edge + 0.5)
          found.push(
            `${child.tagName.toLowerCase()}.${child.className} by ${String(Math.round(right - edge))} px`,
          );
      }
    };
    visit(document.body);
    return [`${String(scrolled)} px`, ...found];
  });
}

/** The names of grids that reach into the lesson beside the figure. */
async function namesInLesson(page: Page): Promise<readonly string[]> {
  const lesson = await page.locator('corr2d-scene-lesson').evaluateAll(([element]) => {
    const { left = Infinity, top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
    return { left, top, bottom };
  });
  return page.locator('.caption > b').evaluateAll((names, { left, top, bottom }) => {
    const reaches = (name: DOMRect): boolean =>
      name.right > left && name.bottom > top && name.bottom < bottom;
    return names.filter((name) => reaches(name.getBoundingClientRect())).map((name) => name.textContent);
  }, lesson);
}

export async function expectFits(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflowing(page), `at ${String(width)} px`).toEqual([]);
    expect(await namesInLesson(page), `at ${String(width)} px`).toEqual([]);
  }
}
