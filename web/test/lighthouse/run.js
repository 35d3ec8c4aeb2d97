import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { FLAGS, chromiumPath } from '../browser/phone.js';
import { office } from '../browser/people.js';
import { freePort, product } from '../browser/stack.js';

/**
 * What Lighthouse measures of the first page of each surface: `npm run lighthouse`. Phones with its slow 4G and a processor
 * four times slower, desk and wall as a wired computer. The middle of three visits, written to docs/web-performance.md.
 */
const LIGHTHOUSE = '12.8.2';
const VISITS = Number(process.env.LIGHTHOUSE_VISITS ?? 3);
const run = promisify(execFile);
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const AUDITS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index', 'total-byte-weight'];
const report = fileURLToPath(new URL('../../../docs/web-performance.md', import.meta.url));
const kept = fileURLToPath(new URL('../../target/lighthouse/', import.meta.url));

const grid = await product();
const port = await freePort();
const folder = await mkdtemp(join(tmpdir(), 'wangge-lighthouse-'));
const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath(), args: [...FLAGS, `--remote-debugging-port=${port}`] });

const PAGES = [
  { name: '外勤 field', path: '/field/', phone: true },
  { name: '居民 residents', path: '/public.html', phone: true },
  { name: '工作台 desk, sign-in', path: '/' },
  { name: '大屏 wall, sign-in', path: '/wall/' },
  { name: '大屏 wall, board', path: '/wall/', screen: true },
];

try {
  await mkdir(kept, { recursive: true });
  const rows = [];
  for (const page of PAGES) {
    if (page.screen) await signScreenIn();
    const visits = [];
    for (let n = 0; n < VISITS; n++) visits.push(await visit(page));
    visits.sort((a, b) => a.audits['largest-contentful-paint'].numericValue - b.audits['largest-contentful-paint'].numericValue);
    const middle = visits[Math.floor((VISITS - 1) / 2)];
    await writeFile(join(kept, `${page.path.replace(/\W/g, '') || 'desk'}${page.screen ? '-board' : ''}.json`), JSON.stringify(middle, null, 1));
    rows.push(row(page, middle));
    process.stdout.write(`${rows.at(-1)}\n`);
    for (const fault of faultsOf(middle)) process.stdout.write(`  ${fault}\n`);
  }
  await writeFile(report, written(rows));
} finally {
  await context.close();
  await rm(folder, { recursive: true, force: true });
  await grid.stop();
}

/** Lighthouse is fetched when it is asked for: no build and no test needs its 150 parts. */
async function visit({ path, phone, screen }) {
  const file = join(folder, 'visit.json');
  await run('npx', ['--yes', `lighthouse@${LIGHTHOUSE}`, grid.address + path, `--port=${port}`, '--output=json', `--output-path=${file}`, '--quiet',
    `--only-categories=${CATEGORIES.join(',')}`, ...(phone ? [] : ['--preset=desktop']), ...(screen ? ['--disable-storage-reset'] : [])], { maxBuffer: 1 << 26 });
  const said = JSON.parse(await readFile(file, 'utf8'));
  if (said.runtimeError) throw new Error(`${path}: ${said.runtimeError.message}`);
  return said;
}

/** A screen has its token in the browser's memory. */
async function signScreenIn() {
  const { code } = await office(grid).call('leader-1', 'POST', '/api/v1/screens', { id: crypto.randomUUID(), name: 'lighthouse', unitId: '990100001' });
  const answer = await fetch(`${grid.address}/api/v1/screens/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) });
  const token = await answer.text();
  const page = await context.newPage();
  await page.goto(`${grid.address}/wall/`);
  await page.evaluate((said) => localStorage.setItem('wangge.screen', said), token);
  await page.close();
}

function row({ name, phone }, { categories, audits }) {
  const score = (id) => Math.round(categories[id].score * 100);
  const seconds = (id) => (audits[id].numericValue / 1000).toFixed(1);
  return `| ${name} | ${phone ? 'phone, slow 4G' : 'computer'} | ${CATEGORIES.map(score).join(' | ')} | ${seconds('first-contentful-paint')} | ${seconds('largest-contentful-paint')} | ${Math.round(audits['total-blocking-time'].numericValue)} | ${audits['cumulative-layout-shift'].numericValue.toFixed(3)} | ${seconds('speed-index')} | ${Math.round(audits['total-byte-weight'].numericValue / 1000)} |`;
}

/** What costs points, by name. */
function faultsOf({ categories, audits }) {
  return CATEGORIES.flatMap((id) => categories[id].auditRefs).filter(({ id, weight }) => weight > 0 && !AUDITS.includes(id) && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => `${id}: ${audits[id].displayValue ?? audits[id].title}`);
}

function written(rows) {
  return `# How fast the pages open
Lighthouse ${LIGHTHOUSE} by \`npm run lighthouse\` in \`web/\`, the middle of ${VISITS} visits by largest contentful paint, with an empty cache. Phone: its own slow 4G (1.6 Mbit/s, 150 ms) and a processor four times slower, computed; computer: 10 Mbit/s, 40 ms. Browser and all services on one machine: ${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB.

| page | as | performance | accessibility | best practices | first paint s | largest paint s | blocked ms | layout shift | speed index s | KB |
|---|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Scores are of 100. The parts that a phone loads before its map are held to a size by \`test/unit/size.test.ts\`: 250 KB for the field app, 150 KB for the residents' page.
`;
}

