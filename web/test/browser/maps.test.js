import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PATIENCE, as, isAccessible, stage } from './people.js';
import { PHONE } from './phone.js';

const HERE = [120.1083, 30.2332];
const PIN = '284619';
/** The smallest picture there is. */
const TILE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const { grid, browser, desk } = await stage();

/** How much of the base map was drawn under it. */
async function underneath(map) {
  return Number(await map.getAttribute('data-drawn'));
}

test('the case page and the dispatcher see the streets around a matter, and a list says where it is', async () => {
  const id = await desk.report('grid-worker-1', '江滨路边垃圾成堆', '0102', HERE);
  const unsure = await desk.report('grid-worker-1', '东门不知名的东西挡路', undefined, HERE);
  await as(browser, grid, 'community-clerk-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/inbox/${id}`);
    const map = page.locator('.where .ground-map[data-drawn]');
    await map.waitFor();
    assert.ok((await underneath(map)) > 500, 'streets and houses are on it');
    await page.locator('.where').getByText('120.10830, 30.23320').waitFor();
    await isAccessible(page, 'the case page with its map');
  });
  await as(browser, grid, 'dispatcher-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/dispatching/${unsure}`);
    const map = page.locator('.ground-map[data-drawn]');
    await map.waitFor();
    assert.ok((await underneath(map)) > 500, 'streets and houses are on it');
    await isAccessible(page, 'the dispatcher with a map');
  });
});

test('by keys alone a place is taken from the middle of the map', async () => {
  const context = await browser.newContext({ ...PHONE });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${grid.address}/public.html#/report`);
  await page.getByRole('button', { name: '在地图上选' }).press('Enter');
  await page.locator('.ground-map[data-drawn]').waitFor();
  const map = page.getByRole('group', { name: /^地图，点一下标出位置/ });
  await map.focus();
  await page.keyboard.press('Enter');
  const chosen = page.locator('#where-said .num');
  await chosen.waitFor();
  const first = await chosen.innerText();
  // It glides there.
  await page.keyboard.press('ArrowRight');
  for (let tries = 0; tries < 20 && (await chosen.innerText()) === first; tries++) {
    await page.waitForTimeout(100);
    await page.keyboard.press('Enter');
  }
  assert.notEqual(await chosen.innerText(), first);
  await context.close();
});

for (const system of ['WGS84', 'GCJ02']) {
  test(`tiles in ${system} are drawn where a deployment names some, without a base map`, async () => {
    const context = await browser.newContext({ ...PHONE });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const failures = [];
    page.on('pageerror', (failure) => failures.push(String(failure)));
    const asked = [];
    await page.route('**/map/settings.json', (route) => route.fulfill({ json: { tiles: { url: '/tiles/{z}/{x}/{y}.png', system, deepest: 18, credit: '© 测绘院' }, centre: [120.13, 30.22] } }));
    await page.route('**/tiles/**', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return route.fulfill({ contentType: 'image/png', body: TILE });
    });
    await page.goto(`${grid.address}/public.html#/report`);
    await page.getByRole('button', { name: '在地图上选' }).tap();
    await page.locator('.ground-map[data-drawn]').waitFor();
    await page.getByText('© 测绘院').waitFor();
    assert.ok(asked.length > 0);
    // Of the country's tiles the one that the centre lies on.
    const [, zoom, x] = /tiles\/(\d+)\/(\d+)/.exec(asked[0]).map(Number);
    assert.ok(Math.abs(x - (2 ** zoom * (120.13 + 180)) / 360) < 3, asked[0]);
    assert.deepEqual(failures, []);
    await context.close();
  });
}

test('a phone that was opened once has the streets under its grid without a network', async () => {
  const context = await browser.newContext({ ...PHONE, geolocation: { latitude: HERE[1], longitude: HERE[0] }, permissions: ['geolocation'] });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${grid.address}/field/`);
  await page.getByLabel('用户名').fill('grid-worker-1');
  await page.getByLabel('密码').fill(grid.password);
  await page.getByRole('button', { name: '登录' }).tap();
  await page.getByLabel('本机 PIN').fill(PIN);
  await page.getByLabel('再输一遍').fill(PIN);
  await page.getByRole('button', { name: '设好了' }).tap();
  await page.getByText(/全部已传 ·/).waitFor();
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated' && (await caches.match('/map/base.geojson')) !== undefined);
  await context.setOffline(true);
  await page.getByRole('link', { name: '我的网格' }).tap();
  const map = page.locator('.ground-map[data-drawn]');
  await map.waitFor();
  assert.ok((await underneath(map)) > 500, 'streets and houses are on it');
  await isAccessible(page, 'the grid without a network');
  await context.close();
});
