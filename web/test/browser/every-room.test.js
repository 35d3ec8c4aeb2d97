import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { as, browserOfDebian, DESK, isAccessible, office } from './people.js';
import { fitsMagnified, goesByKeyboard, isHeldTo, isReadable } from './held-to.js';
import { deskRooms } from './rooms-table.js';
import { product } from './stack.js';

/** Every room of the desk by the table of rooms, in both languages: a room that is added to the table is looked at, too. */
const ROLES = ['grid-worker', 'community-clerk', 'handler', 'dispatcher', 'callback-clerk', 'hotline-agent', 'leader', 'inspector', 'auditor', 'admin'];
const LEAST = 14;
const FETCHING = /加载中|正在取|正在排版|正在验证|Loading|Fetching|Laying out|Verifying/;
/** What else a room needs in its address before it shows something. */
const NEEDS = { print: (desk) => desk.aCase };

let grid;
let browser;
let ROOMS;
/** Who looks at which rooms: each room by the first of the roles it is open to. */
const visits = new Map();
const needed = {};

before(async () => {
  browser = await browserOfDebian();
  grid = await product();
  ({ ROOMS } = await deskRooms());
  const desk = office(grid);
  needed.aCase = await desk.report('grid-worker-1', '江滨苑东门路灯不亮', '0602', [120.1081, 30.2331]);
  // No rule speaks of 1503: it stands in the dispatcher's queue, where a line without end must not push the page apart.
  const endless = await desk.report('grid-worker-1', '长'.repeat(1_500), '1503', [120.1081, 30.2331]);
  for (const id of [needed.aCase, endless]) await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${id}?atLeastSeq=2&waitMs=10000`);
  const left = new Set(ROOMS);
  for (const role of ROLES) {
    const user = `${role}-1`;
    const { roles } = await desk.call(user, 'GET', '/api/v1/me');
    const open = [...left].filter((room) => room.open(roles.map((one) => one.role)));
    for (const room of open) left.delete(room);
    if (open.length > 0) visits.set(user, open);
  }
  assert.deepEqual([...left].map((room) => room.id), [], 'rooms that nobody of the demo may enter');
});

after(async () => {
  await browser?.close();
  await grid?.stop();
});

/** Who one is stays known: it is the room's own service that is away. */
const isAsked = (url) => url.pathname.startsWith('/api/v1/') && !/\/(sessions|me)(\/|$)/.test(url.pathname);
const ANSWERS = {
  waits: () => {},
  fails: (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json: { status: 503, code: 'unavailable', title: '服务暂时不可用', remedy: '请稍后再试' } }),
};
const SAYS = { waits: '#stage', fails: '#stage [role=alert], #stage .problem, #stage .offline, .offline' };
/** They ask for nothing before somebody types. */
const NOTHING_AT_FIRST = ['account'];

const addressOf = (room) => `#/${room.id}${NEEDS[room.id] ? `/${NEEDS[room.id](needed)}` : ''}`;

/** Nothing is being fetched any more, and the room says what it is. */
async function settled(page) {
  await page.locator('#stage').waitFor();
  await page.waitForFunction((source) => {
    const stage = document.querySelector('#stage');
    return stage.querySelector('h1, h2, h3, label') && !new RegExp(source).test(stage.innerText);
  }, FETCHING.source);
}

/** The pages of a room: itself, all that its own navigation names, and the first thing of its list. */
async function pagesOf(page, room) {
  return page.evaluate((id) => {
    const all = (within) => [...document.querySelectorAll(within)].map((link) => link.getAttribute('href')).filter((href) => href.startsWith(`#/${id}/`));
    return [...new Set([...all('#stage nav a[href]'), ...all('#stage a[href]').slice(0, 1)])];
  }, room.id);
}

for (const language of ['zh-CN', 'en']) {
  test(`every room in ${language} can be used by everybody: read, magnified twice, by the keyboard alone, by a program`, async () => {
    let looked = 0;
    const faults = [];
    const hold = async (work) => {
      looked++;
      await work().catch((fault) => faults.push(fault.message));
    };
    for (const [user, rooms] of visits) {
      await as(browser, grid, user, DESK, async (page) => {
        await page.evaluate((chosen) => localStorage.setItem('wangge.language', chosen), language);
        await page.reload();
        await settled(page);
        for (const room of rooms) {
          await page.goto(`${grid.address}/${addressOf(room)}`);
          await settled(page);
          const pages = await pagesOf(page, room);
          await hold(() => isHeldTo(page, `${room.id} of ${user}, ${language}`, { leastText: LEAST }));
          if (language === 'zh-CN') await hold(() => goesByKeyboard(page, room.id));
          for (const address of pages) {
            await page.goto(`${grid.address}/${address}`);
            await settled(page);
            await hold(() => isHeldTo(page, `${address} of ${user}, ${language}`, { leastText: LEAST }));
          }
        }
      });
    }
    assert.deepEqual(faults, []);
    assert.ok(looked >= ROOMS.length, `${looked} pages`);
  });
}

test('signing in can be used by everybody, and the skip link leads to the content of the room one is in', async () => {
  for (const language of ['zh-CN', 'en']) {
    const context = await browser.newContext({ ...DESK, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.addInitScript((chosen) => localStorage.setItem('wangge.language', chosen), language);
    await page.goto(grid.address);
    await page.locator('[name=username]').waitFor();
    await isHeldTo(page, `sign-in, ${language}`, { leastText: LEAST });
    assert.equal(await page.locator('a[href="#stage"]').count(), 0, 'nothing stands before the form that one could skip');
    await context.close();
  }
  await as(browser, grid, 'dispatcher-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/ledger`);
    await settled(page);
    await page.reload();
    await settled(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'stage');
    assert.match(page.url(), /#\/ledger/);
  });
});

test('a room whose service does not answer yet says that it fetches, and one that is refused says what to do', async () => {
  const silent = [];
  for (const [user, rooms] of visits) {
    await as(browser, grid, user, DESK, async (page) => {
      for (const [state, answer] of Object.entries(ANSWERS)) {
        await page.route(isAsked, answer);
        for (const room of rooms) {
          await page.goto('about:blank');
          await page.goto(`${grid.address}/${addressOf(room)}`);
          await page.locator('#stage').waitFor();
          const says = page.locator(SAYS[state]).filter({ visible: true });
          const words = state === 'waits' ? says.filter({ hasText: FETCHING }) : says;
          const said = await words.first().waitFor({ timeout: 8_000 }).then(() => true, () => false);
          if (!said && !NOTHING_AT_FIRST.includes(room.id)) silent.push(`${room.id} ${state}: ${(await page.locator('#stage').innerText()).slice(0, 80)}`);
          else if (state === 'fails') {
            await isAccessible(page, `${room.id}, refused`);
            await isReadable(page, `${room.id}, refused`, LEAST);
            await fitsMagnified(page, `${room.id}, refused`);
          }
        }
        await page.unroute(isAsked, answer);
      }
    });
  }
  assert.deepEqual(silent, []);
});
