import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserOfDebian, office, PATIENCE } from './people.js';
import { goesByKeyboard, isHeldTo } from './held-to.js';
import { PHONE, until } from './phone.js';
import { fieldRooms, guestRooms } from './rooms-table.js';
import { product } from './stack.js';

/** The grid worker's phone, the residents' page and the wall, in both languages, by their own lists of addresses. */
const WALL = { viewport: { width: 1920, height: 1080 } };
const FIELD = { ...PHONE, geolocation: { latitude: 30.2335, longitude: 120.108, accuracy: 12 }, permissions: ['geolocation'] };
const PIN = '284619';

let grid;
let browser;
let desk;

before(async () => {
  browser = await browserOfDebian();
  grid = await product();
  desk = office(grid);
});

after(async () => {
  await browser?.close();
  await grid?.stop();
});

async function opened(device, language, work) {
  const context = await browser.newContext({ ...device, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const failures = [];
    page.on('pageerror', (failure) => failures.push(String(failure)));
    await page.addInitScript((chosen) => localStorage.setItem('wangge.language', chosen), language);
    await work(page);
    assert.deepEqual(failures, []);
  } finally {
    await context.close();
  }
}

const fetched = (page) => page.waitForFunction(() => {
  const main = document.querySelector('main');
  return main?.querySelector('h1, h2, label') && !/加载中|Loading/.test(main.innerText);
});

for (const language of ['zh-CN', 'en']) {
  test(`every page of the grid worker’s phone in ${language} can be used by everybody`, async () => {
    const text = `江滨苑东门外渣土堆放 ${Date.now()}`;
    await desk.report('hotline-agent-1', text, '0103', [120.1079, 30.2331], { channel: 'HOTLINE', resident: { phone: '13800003131' }, address: '江滨苑东门' });
    await opened(FIELD, language, async (page) => {
      const held = (what) => isHeldTo(page, `field ${what}, ${language}`, { leastText: 16 });
      await page.goto(`${grid.address}/field/`);
      await page.locator('[name=username]').waitFor();
      await held('sign-in');
      await page.locator('[name=username]').fill('grid-worker-1');
      await page.locator('[name=password]').fill(grid.password);
      await page.keyboard.press('Enter');
      await page.locator('#again').waitFor();
      await held('new PIN');
      await page.locator('#pin').fill(PIN);
      await page.locator('#again').fill(PIN);
      await page.keyboard.press('Enter');
      await page.locator('.sync.calm').waitFor();
      const rooms = await fieldRooms();
      for (const room of rooms) {
        await page.goto(`${grid.address}/field/#${room}`);
        await fetched(page);
        await held(room);
        if (language === 'zh-CN') await goesByKeyboard(page, `field ${room}`);
      }
      assert.ok(rooms.length >= 5, String(rooms));
      await page.goto(`${grid.address}/field/#/`);
      const task = page.locator('li.line', { hasText: text });
      await until(async () => {
        if ((await task.count()) > 0) return true;
        await page.locator('.sync button').first().tap();
        return false;
      }, 'the task on the phone');
      await task.getByRole('link').tap();
      await page.locator('#look').waitFor();
      await held('task');
      await page.reload();
      await page.locator('#pin').waitFor();
      await held('PIN');
    });
  });

  test(`every page of the residents in ${language} can be used by everybody`, async () => {
    const rooms = await guestRooms();
    assert.ok(rooms.length >= 7, String(rooms));
    for (const device of [PHONE, { viewport: { width: 1366, height: 768 } }]) {
      await opened(device, language, async (page) => {
        for (const room of rooms) {
          await page.goto(`${grid.address}/public.html#/${room === 'home' ? '' : room}`);
          await fetched(page);
          const what = `residents ${room}, ${language}, ${device.viewport.width} wide`;
          await isHeldTo(page, what, { leastText: 16 });
          if (language === 'zh-CN' && device !== PHONE) await goesByKeyboard(page, what);
        }
      });
    }
  });

  test(`the wall in ${language}, dark and light, can be used by everybody`, async () => {
    const { code } = await desk.call('leader-1', 'POST', '/api/v1/screens', { id: crypto.randomUUID(), name: `东墙 ${language}`, unitId: '990100001' });
    const answer = await fetch(`${grid.address}/api/v1/screens/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) });
    const token = await answer.text();
    for (const look of ['dark', 'light']) {
      await opened(WALL, language, async (page) => {
        const held = (what) => isHeldTo(page, what, { leastText: 24 });
        await page.goto(`${grid.address}/wall/?look=${look}`);
        await page.locator('.sign input').waitFor();
        await held(`wall sign-in, ${look}, ${language}`);
        await page.evaluate((said) => localStorage.setItem('wangge.screen', said), token);
        await page.reload();
        await page.locator('.figures .figure').first().waitFor();
        await page.locator('.events li, .events p').first().waitFor();
        await held(`wall, ${look}, ${language}`);
        assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]), [1920, 1080], 'all of it on one screen');
      });
    }
  });
}
