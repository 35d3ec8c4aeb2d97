import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserOfDebian } from '../browser/people.js';
import { product } from '../browser/stack.js';
import { withPalette } from './palette.js';

/**
 * Pictures of the main screens for docs/screens: `npm run screens [part of a name]`. Each `*.scenes.js` beside this file tells
 * `shot` what to show: who, on which device, at which address, and what to wait for.
 */
const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../../docs/screens');
const MOST_BYTES = 150_000;
const wanted = process.argv[2] ?? '';

const grid = await product();
const browser = await browserOfDebian();
const tooLarge = [];

async function shot(name, { user, device, language = 'zh-CN', hash = '', ready, act = async () => {} }) {
  if (!name.includes(wanted)) return;
  const context = await browser.newContext({ ...device, locale: 'zh-CN', reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.addInitScript((chosen) => localStorage.setItem('wangge.language', chosen), language);
    await page.goto(grid.address);
    if (user) {
      await page.locator('[name=username]').fill(user);
      await page.locator('[name=password]').fill(grid.password);
      await page.keyboard.press('Enter');
      await page.locator('#stage').waitFor();
    }
    if (hash) await page.goto(`${grid.address}/${hash}`);
    await page.locator(ready).first().waitFor();
    await act(page);
    await page.waitForTimeout(700);
    const picture = withPalette(await page.screenshot());
    await writeFile(join(folder, `${name}.png`), picture);
    if (picture.length > MOST_BYTES) tooLarge.push(`${name}: ${picture.length}`);
    process.stdout.write(`${name} ${Math.round(picture.length / 1000)} KB\n`);
  } finally {
    await context.close();
  }
}

try {
  await mkdir(folder, { recursive: true });
  for (const file of (await readdir(here)).filter((name) => name.endsWith('.scenes.js')).sort()) {
    await (await import(join(here, file))).default({ grid, shot });
  }
} finally {
  await browser.close();
  await grid.stop();
}
if (tooLarge.length > 0) throw new Error(`Larger than ${MOST_BYTES} bytes: ${tooLarge.join(', ')}`);
