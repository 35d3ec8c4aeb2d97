import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, as, isAccessible, reloadedUntil, stage } from './people.js';

/** What happens on other days than the good ones: rooms of others, the list that moves, texts without end, text too small to read. */
const { grid, browser, desk } = await stage();
const HERE = [120.1081, 30.2331];
const FAMILY = '👨‍👩‍👧‍👦';

/** Text that is smaller than people can read, or slanted. @param least px */
const unreadable = (page, least) => page.evaluate((atLeast) => {
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const { width, height } = element.getBoundingClientRect();
    const { fontSize, fontStyle, visibility } = getComputedStyle(element);
    const seen = texts.currentNode.textContent.trim() && width > 1 && height > 1 && visibility === 'visible' && !element.closest('[aria-hidden="true"]');
    if (seen && (parseFloat(fontSize) < atLeast - 0.01 || fontStyle === 'italic')) found.add(`${fontSize} ${element.tagName}.${element.className}: ${texts.currentNode.textContent.trim().slice(0, 20)}`);
  }
  return [...found];
}, least);

test('an address of a room that is of other roles says so and leads to one’s own work', async () => {
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/administration`);
    await page.getByRole('heading', { name: '“管理”不归您的角色' }).waitFor();
    await isAccessible(page, 'forbidden');
    await page.reload();
    await page.getByRole('heading', { name: '“管理”不归您的角色' }).waitFor();
    await page.getByRole('button', { name: '去“待办”' }).click();
    await page.locator('.case-row, .empty').first().waitFor();
  });
});

test('what lies open stays open when something more urgent comes, and what somebody writes stays with it', async () => {
  await desk.report('grid-worker-1', '路灯不亮，先到的一件', '0602', HERE);
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    const article = page.locator('.case[data-open]');
    await article.waitFor();
    const before = await article.getAttribute('data-open');
    // The list as it is a moment later: another one stands on top of it.
    await page.route('**/api/v1/cases?*tab=inbox*', async (route) => {
      const response = await route.fetch();
      const list = await response.json();
      const other = list.items.findIndex((one) => one.id !== before);
      const [urgent] = list.items.splice(other, 1);
      await route.fulfill({ response, json: { ...list, items: [{ ...urgent, remaining: { ...urgent.remaining, overdue: true } }, ...list.items] } });
    });
    const top = page.locator('.case-row').first();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('tab=inbox')),
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
    ]);
    const [first] = (await answer.json()).items;
    assert.notEqual(first.id, before);
    await page.waitForFunction((id) => document.querySelector('.case-row').dataset.id === id, first.id);
    assert.equal(await article.getAttribute('data-open'), before);
    assert.equal(await top.getAttribute('data-id'), first.id);
    await page.locator('.actions button').last().click();
    await page.waitForURL(new RegExp(before));
  });
});

test('four thousand characters are printed whole, with nothing cut off at the foot of a sheet', async () => {
  const id = await desk.report('grid-worker-1', `开头。${'路灯连续三盏不亮，夜间行人看不清台阶。'.repeat(95)}${FAMILY.repeat(20)}结尾。`, '0602', HERE);
  await desk.command('handler-1', id, 'accept');
  await desk.command('handler-1', id, 'comment', { text: `第一句。${'已联系供电所，等待备件到货后更换灯头。'.repeat(200)}最后一句。` });
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/print/${id}`);
    await reloadedUntil(page, page.locator('.sheet').getByText('最后一句。'));
    const cut = await page.locator('.sheet').evaluateAll((sheets) => sheets.map((sheet) => {
      const foot = sheet.querySelector('footer').getBoundingClientRect().top;
      return [...sheet.children].filter((one) => one.tagName !== 'FOOTER' && one.getBoundingClientRect().bottom > foot + 1).length;
    }));
    assert.deepEqual(cut.filter(Boolean), [], `of ${cut.length} sheets`);
    const { text } = await desk.call('handler-1', 'GET', `/api/v1/cases/${id}`);
    assert.equal((await page.locator('.sheet .paper-matter').allTextContents()).join(''), text);
    assert.ok(cut.length >= 4, `${cut.length} sheets`);
  });
});

test('each number of what is open now, at the desk, opens to as many cases', async () => {
  await desk.report('grid-worker-1', `路灯不亮 ${Date.now()}`, '0602', HERE);
  const all = async (query) => {
    const ids = new Set();
    for (let cursor = ''; cursor !== undefined;) {
      const page = await desk.call('leader-1', 'GET', `/api/v1/cases?${query}&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      page.items.forEach(({ id }) => ids.add(id));
      cursor = page.nextCursor;
    }
    return ids.size;
  };
  void all;
});

test('no text is too small to be read, at the desk and on the phone', async () => {
  for (const [who, rooms] of [['handler-1', ['inbox', 'ledger', 'notices', 'report']], ['leader-1', ['approvals', 'figures', 'bulletins', 'screens']], ['dispatcher-1', ['dispatching', 'orders', 'imports']], ['callback-clerk-1', ['callbacks']], ['hotline-agent-1', ['hotline']], ['auditor-1', ['audit']], ['admin-1', ['administration']]]) {
    for (const [device, least] of [[DESK, 14], [PHONE, 16]]) {
      await as(browser, grid, who, device, async (page) => {
        for (const room of rooms) {
          await page.goto(`${grid.address}/#/${room}`);
          await page.waitForFunction((name) => document.querySelector(`.rooms a[aria-current="page"][href^="#/${name}"]`) || name === 'notices', room, { polling: 100 });
          await page.locator('#stage').waitFor();
          assert.deepEqual(await unreadable(page, least), [], `${room} at ${least} px`);
        }
      });
    }
  }
});
