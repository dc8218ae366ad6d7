// `npm run icons`: the sizes of public/icon.svg that systems ask for, painted by a browser (CHROME_BIN, or Playwright's).
import { Buffer } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';

const PUBLIC = new URL('../public/', import.meta.url);
const svg = await readFile(new URL('icon.svg', PUBLIC), 'utf8');

// Systems cut maskable icons and Apple's to a shape of theirs: ink to every edge, the drawing in the safe middle.
const ICONS = [
  { name: 'icon-192.png', side: 192, inset: 0, background: 'transparent' },
  { name: 'icon-512.png', side: 512, inset: 0, background: 'transparent' },
  { name: 'icon-maskable-512.png', side: 512, inset: 64, background: '#1c1e22' },
  { name: 'apple-touch-icon.png', side: 180, inset: 10, background: '#1c1e22' },
];

const browser = await chromium.launch({
  ...(process.env.CHROME_BIN ? { executablePath: process.env.CHROME_BIN } : {}),
  args: ['--no-sandbox'],
});
for (const { name, side, inset, background } of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const drawn = String(side - 2 * inset);
  await page.setContent(
    `<body style="margin:0;background:${background}"><img src="${image}" width="${drawn}" height="${drawn}" style="display:block;padding:${String(inset)}px">`,
  );
  await writeFile(new URL(`icons/${name}`, PUBLIC), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
