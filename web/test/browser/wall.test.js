import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, DESK, isAccessible, PATIENCE, stage } from './people.js';

const WALL = { viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', timezoneId: 'UTC' };
const UNIT = '990100001';
/** Of one stream before it breaks off, while a wall's eight hours are played. */
const EVENTS = 60;
const HERE = [120.1062, 30.2341];

const { grid, browser, desk } = await stage();
let token;

async function screenOf(work, { path = '/wall/', signedIn = true, ownTime = false } = {}) {
  const context = await browser.newContext(WALL);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const failures = [];
  page.on('pageerror', (failure) => failures.push(String(failure)));
  if (signedIn) await context.addInitScript((kept) => localStorage.setItem('wangge.screen', kept), JSON.stringify(token));
  try {
    if (ownTime) await page.clock.install();
    await page.goto(`${grid.address}${path}`);
    await work(page, context);
    assert.deepEqual(failures, []);
  } finally {
    await context.close();
  }
}

test('a screen is signed in by a code that a leader gave out, and shows the board of its unit alone', async () => {
  let code;
  await as(browser, grid, 'leader-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/screens`);
    await page.getByLabel('挂在哪里').fill('指挥大厅东墙');
    await page.locator('#unit option[value="990100001"]').waitFor({ state: 'attached' });
    await page.getByLabel('显示哪个单位').selectOption(UNIT);
    await page.getByRole('button', { name: '发授权码' }).click();
    code = await page.locator('.given .secret').innerText();
    await isAccessible(page, 'screens');
  });
  await screenOf(async (page) => {
    await page.getByRole('heading', { name: '接入大屏' }).waitFor();
    await isAccessible(page, 'sign-in of a screen');
    await page.keyboard.type('AAAAAAAA');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('授权码无效').waitFor();
    await page.getByLabel('授权码').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '望江街道', level: 1 }).waitFor();
    token = JSON.parse(await page.evaluate(() => localStorage.getItem('wangge.screen')));
  }, { signedIn: false });
  const other = await fetch(`${grid.address}/api/v1/cases`, { headers: { Authorization: `Screen ${token.token}` } });
  assert.equal(other.status, 403, 'nothing but the board');
});

test('what happens in the street stands on the wall within seconds, without names or addresses', async () => {
  await screenOf(async (page) => {
    const reported = page.locator('.figures .figure').first();
    await reported.waitFor();
    const before = Number(await reported.innerText());
    await desk.report('grid-worker-1', '张三家门口路灯坏了', '0602', HERE, { resident: { name: '张三', phone: '13800009999' }, address: '望江路 99 号' });
    await page.waitForFunction((was) => Number(document.querySelector('.figures .figure').textContent) > was, before);
    await page.getByRole('region', { name: '刚刚发生' }).getByText('路灯不亮').first().waitFor();
    assert.ok((await page.locator('.events li').count()) <= 8);
    const all = await page.content();
    for (const hidden of ['张三', '13800009999', '望江路 99', '家门口']) assert.ok(!all.includes(hidden), hidden);
  });
});

test('it can be read from across the room: 24 px at least, key figures of 64 px, in both looks, and by a program', async () => {
  for (const look of ['dark', 'light']) {
    await screenOf(async (page) => {
      await page.locator('.figures .figure').first().waitFor();
      await page.locator('.events li, .events p').first().waitFor();
      const small = await page.evaluate(() => {
        const walk = document.createTreeWalker(document.querySelector('.wall'), NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const element = node.parentElement;
          if (!node.textContent.trim() || element.closest('.sr, style')) continue;
          const size = parseFloat(getComputedStyle(element).fontSize);
          if (size < 24) found.push(`${node.textContent.trim()} ${size}`);
        }
        return found;
      });
      assert.deepEqual(small, []);
      const figures = await page.locator('.figures .figure, .cards .figure').evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
      assert.ok(figures.every((size) => size >= 64), String(figures));
      assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]), [1920, 1080], 'all of it on one screen');
      await isAccessible(page, `wall, ${look}`);
    }, { path: `/wall/?look=${look}` });
  }
});

test('figures older than half a minute are marked, and come back by themselves', async () => {
  await screenOf(async (page, context) => {
    await page.getByText(/^数据 \d+ 秒前$/).waitFor();
    await context.setOffline(true);
    for (let n = 0; n < 9; n++) await page.clock.runFor(5_000);
    await page.getByText(/数据已停/).waitFor();
    assert.equal(await page.locator('.wall.is-old').count(), 1);
    await context.setOffline(false);
    for (let n = 0; n < 12 && (await page.locator('.wall.is-old').count()) > 0; n++) {
      await page.clock.runFor(5_000);
      await page.waitForTimeout(300);
    }
    await page.getByText(/^数据 \d+ 秒前$/).waitFor();
  }, { ownTime: true });
});

test('eight hours of events leave nothing behind: memory and the page stay as large as they were', async () => {
  // Eight hours of a busy street, a minute at a time: each brings a new board and a stream that breaks off after 60 events.
  const context = await browser.newContext(WALL);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await context.addInitScript((kept) => localStorage.setItem('wangge.screen', kept), JSON.stringify(token));
  const board = await (await fetch(`${grid.address}/api/v1/boards/${UNIT}`, { headers: { Authorization: `Screen ${token.token}` } })).json();
  let boards = 0;
  await page.route(`**/api/v1/boards/${UNIT}`, (route) => {
    boards++;
    const hours = Array.from({ length: 25 }, (_, n) => ({ from: new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - n * 3_600_000).toISOString(), reported: (boards * 7 + n) % 40, filed: 3, closed: (boards + n) % 30, open: 9, overdue: 1 }));
    return route.fulfill({ json: { ...board, at: new Date().toISOString(), hours, today: { ...board.today, reported: boards, overdue: boards % 5 } } });
  });
  let streams = 0;
  await page.route(`**/api/v1/boards/${UNIT}/stream**`, (route) => {
    streams++;
    const events = Array.from({ length: EVENTS }, (_, n) => {
      const change = { id: `case/${streams}/${n}`, change: ['NEW', 'CLOSED', 'ESCALATED', 'OVERDUE'][n % 4], type: 'case.opened', typeZh: '案卷建立', time: new Date().toISOString(), caseId: `${streams}-${n}`, category: '0602', level: 'STREET' };
      return `id: p.${streams}.${n}\nevent: case.opened\ndata: ${JSON.stringify(change)}\n\n`;
    });
    return route.fulfill({ contentType: 'text/event-stream', body: events.join('') });
  });
  await page.clock.install();
  await page.goto(`${grid.address}/wall/`);
  await page.locator('.figures .figure').first().waitFor();
  const client = await context.newCDPSession(page);
  await client.send('HeapProfiler.enable');

  async function size() {
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    return { heap: usedSize, nodes: await page.evaluate(() => document.querySelectorAll('*').length), counters: await client.send('Memory.getDOMCounters') };
  }
  async function hours(many) {
    for (let n = 0; n < many * 60; n++) {
      const [boardsBefore, streamsBefore] = [boards, streams];
      // Ten seconds as they pass, the rest of the minute in one step: each second of eight hours is a long wait.
      await page.clock.runFor(10_000);
      await page.clock.fastForward(50_000);
      // The clock is ours, the network is not: an answer is awaited, or the hours would pass without any.
      for (let tries = 0; tries < 40 && (boards === boardsBefore || streams === streamsBefore); tries++) await page.waitForTimeout(5);
    }
    return size();
  }
  const start = await hours(0.5);
  const [boardsAtStart, streamsAtStart] = [boards, streams];
  const middle = await hours(3.5);
  const end = await hours(4);
  console.log(`# wall, eight hours: ${boards} boards, ${streams * EVENTS} events, ${streams} streams; heap ${[start, middle, end].map((one) => (one.heap / 1e6).toFixed(1)).join(' → ')} MB, nodes ${[start, middle, end].map((one) => one.counters.nodes).join(' → ')}, listeners ${[start, middle, end].map((one) => one.counters.jsEventListeners).join(' → ')}`);
  assert.ok(boards - boardsAtStart >= 400, `${boards - boardsAtStart} boards`);
  assert.ok((streams - streamsAtStart) * EVENTS >= 20_000, `${(streams - streamsAtStart) * EVENTS} events`);
  for (const [what, before, after] of [['the first four hours', start, middle], ['the last four hours', middle, end]]) {
    assert.ok(after.heap < before.heap * 1.15 + 1_000_000, `heap over ${what}: ${before.heap} → ${after.heap}`);
    assert.ok(after.nodes <= before.nodes + 60, `elements over ${what}: ${before.nodes} → ${after.nodes}`);
    assert.ok(after.counters.nodes <= before.counters.nodes * 1.2 + 500, `nodes over ${what}: ${before.counters.nodes} → ${after.counters.nodes}`);
    assert.ok(after.counters.jsEventListeners <= before.counters.jsEventListeners + 20, `listeners over ${what}: ${before.counters.jsEventListeners} → ${after.counters.jsEventListeners}`);
  }
  await context.close();
});

test('magnified twice, and on a small screen, nothing is lost', async () => {
  await screenOf(async (page) => {
    await page.setViewportSize({ width: 960, height: 540 });
    await page.locator('.figures .figure').first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 960);
    for (const name of ['今日', '各网格在办', '刚刚发生', '在哪一级办', '近 24 小时', '督办在办']) await page.getByRole('region', { name }).scrollIntoViewIfNeeded();
  });
});

test('a screen that was revoked shows nothing any more and says why', async () => {
  await screenOf(async (page) => {
    await page.locator('.figures .figure').first().waitFor();
    const login = await fetch(`${grid.address}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: 'leader-1', password: grid.password }) });
    const { accessToken } = await login.json();
    await fetch(`${grid.address}/api/v1/screens/${token.screenId}`, { method: 'DELETE', headers: { Authorization: `Bearer ${accessToken}` } });
    await page.getByText('大屏未接入').waitFor();
    assert.equal(await page.locator('.wall').count(), 0);
    assert.equal(await page.evaluate(() => localStorage.getItem('wangge.screen')), null);
  });
});
