import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { browserOfDebian } from '../browser/people.js';
import { product } from '../browser/stack.js';
import { gallery } from './gallery.js';
import { inState } from './states.js';

/**
 * Pictures of the main screens and their states for docs/screens, each in Chinese and English, and the galleries that show
 * them: `npm run screens [part of a name …]`. Each `*.scenes.js` beside this file tells `shot` what to show: who, on which
 * device, at which address, what to wait for, and what a reader of the gallery is told.
 */
const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../../docs/screens');
const MOST_BYTES = 110_000;
const wanted = process.argv.slice(2);
/** What one looks for first stands first in the gallery. */
const FIRST = ['desk', 'command-centre', 'rooms'];

const grid = await product();
const browser = await browserOfDebian();
const faults = [];
const shown = [];

/**
 * @param state `loading`, `error` or `offline`, in which the services are put once somebody is signed in
 * @param alone what is done in one language would be seen in the other: not at once
 */
async function shot(name, { what, user, device, languages = ['zh-CN', 'en'], hash = '', ready, state, alone = false, act = async () => {} }) {
  shown.push({ name, what, size: device.viewport, languages });
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return;
  const take = (language) => {
    const file = language === 'en' ? `${name}-en` : name;
    return taken(file, { user, device, language, hash, ready, state, act }).catch((fault) => {
      faults.push(`${file}: ${fault.message.split('\n')[0]}`);
      process.stdout.write(`${faults.at(-1)}\n`);
    });
  };
  if (alone) for (const language of languages) await take(language);
  else await Promise.all(languages.map(take));
}

async function taken(file, { user, device, language, hash, ready, state, act }) {
  const context = await browser.newContext({ ...device, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(30_000);
    await page.addInitScript((chosen) => localStorage.setItem('wangge.language', chosen), language);
    const first = user || !hash ? '' : hash;
    if (state && first) await inState(page, state, language);
    await page.goto(`${grid.address}/${first}`);
    if (user) {
      await page.locator('[name=username]').fill(user);
      await page.locator('[name=password]').fill(grid.password);
      await page.keyboard.press('Enter');
      await page.locator('#stage').waitFor();
      if (state && state !== 'offline') await inState(page, state, language);
      if (hash) await page.goto(`${grid.address}/${hash}`);
    }
    await page.locator(ready).filter({ visible: true }).first().waitFor();
    if (state === 'offline') await inState(page, state, language);
    await act(page, (zh, en) => (language === 'en' ? en : zh));
    await page.waitForTimeout(700);
    // A screen of text has few colours: a palette of them is a third of the bytes.
    const picture = await sharp(await page.screenshot()).png({ palette: true, colours: 32, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
    await writeFile(join(folder, `${file}.png`), picture);
    if (picture.length > MOST_BYTES) faults.push(`${file}: ${picture.length} bytes`);
    process.stdout.write(`${file} ${Math.round(picture.length / 1000)} KB\n`);
  } catch (fault) {
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: `test-results/screen-${file}.png` }).catch(() => {});
    throw fault;
  } finally {
    await context.close();
  }
}

try {
  await mkdir(folder, { recursive: true });
  const chapters = [];
  for (const file of (await readdir(here)).filter((name) => name.endsWith('.scenes.js')).sort(byPlace)) {
    const scenes = await import(join(here, file));
    const from = shown.length;
    await scenes.default({ grid, shot });
    chapters.push({ title: scenes.title, shots: shown.slice(from) });
  }
  for (const [name, text] of gallery(chapters)) await writeFile(join(folder, `${name}.md`), text);
} finally {
  await browser.close();
  await grid.stop();
}
if (faults.length > 0) throw new Error(`Not as they should be:\n${faults.join('\n')}`);

function byPlace(one, other) {
  const placeOf = (file) => (FIRST.indexOf(file.replace('.scenes.js', '')) + 1 || FIRST.length + 1);
  return placeOf(one) - placeOf(other) || one.localeCompare(other);
}
