import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { as, DESK, isAccessible, opened, stage } from './people.js';

/** The dispatcher, the callback clerk and the auditor at their desks; the wall has a file of its own. */
const { grid, browser, desk } = await stage();

const HERE = [120.1062, 30.2341];

/** Without a category: a person decides. */
async function unplaced(text, more = {}) {
  const id = await desk.report('grid-worker-1', text, undefined, HERE, more);
  await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${id}?atLeastSeq=2&waitMs=10000`);
  return id;
}

/** Done, with a resident to be asked. */
async function toCallBack(text) {
  const id = await desk.report('grid-worker-1', text, '0203', HERE, { resident: { phone: '13800004321' } });
  await desk.command('community-clerk-1', id, 'accept');
  const done = await desk.command('community-clerk-1', id, 'complete', { text: '已清理' });
  if (done.state === 'PENDING_CHECK') await desk.command('grid-worker-2', id, 'check', { passed: true, text: '到位' });
  await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${id}.1?waitMs=10000`);
  return id;
}

/** Keys that somebody presses on the page; each counts. */
function keyboard(page) {
  const pressed = [];
  return { pressed, press: async (key) => (pressed.push(key), page.keyboard.press(key)) };
}

test('a case is dispatched as proposed with one key, and the next one opens', async () => {
  const first = await unplaced('路灯坏了三天不亮，晚上很黑');
  const second = await unplaced('路灯不亮，路灯杆也歪了');
  await as(browser, grid, 'dispatcher-1', DESK, async (page) => {
    const sent = [];
    page.on('request', (request) => request.method() === 'POST' && request.url().includes(`/cases/${first}/commands`) && sent.push(request.postDataJSON()));
    await page.goto(`${grid.address}/#/dispatching/${first}`);
    await opened(page, first);
    await page.getByText(/猜的类别“路灯不亮”/).waitFor();
    await page.locator('[data-target]').filter({ hasText: /\p{Script=Han}/u }).waitFor();
    const target = await page.locator('[data-target]').innerText();
    await isAccessible(page, 'dispatching');
    const { pressed, press } = keyboard(page);
    await press('d');
    await page.getByRole('status').getByText(`已派给 ${target}`).waitFor();
    assert.deepEqual(pressed, ['d']);
    assert.equal(sent.length, 1);
    assert.equal(sent[0].type, 'dispatch');
    assert.equal(sent[0].category, '0602');
    await page.waitForFunction((id) => !location.hash.includes(id) && document.querySelector('.decision h2'), first);
    assert.equal(await page.locator(`[data-case="${first}"]`).count(), 0, 'what is done has left the queue');
    await page.locator(`[data-case="${second}"]`).waitFor();
  });
  const after = await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${first}`);
  assert.equal(after.category.code, '0602');
  assert.notEqual(after.state, 'PENDING_DISPATCH');
});

test('shortcuts are silent while an input method composes, in fields, and when they are switched off', async () => {
  const id = await unplaced('路灯坏了不亮，路灯罩也掉了');
  await as(browser, grid, 'dispatcher-1', DESK, async (page) => {
    const sent = [];
    page.on('request', (request) => request.method() === 'POST' && /\/commands$/.test(request.url()) && sent.push(1));
    await page.goto(`${grid.address}/#/dispatching/${id}`);
    await opened(page, id);
    await page.getByRole('button', { name: /^派给/ }).waitFor();
    await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', isComposing: true, bubbles: true })));
    await page.locator('#unit').focus();
    await page.keyboard.press('d');
    await page.locator('#stage').focus();
    await page.getByText('快捷键', { exact: true }).click();
    await page.getByLabel('启用快捷键').uncheck();
    await page.locator('#stage').focus();
    await page.keyboard.press('d');
    await page.waitForTimeout(300);
    assert.deepEqual(sent, []);
    assert.match(page.url(), new RegExp(id));
  });
});

test('at least fourteen cases stand in the queue of a desk, and a case that changed meanwhile is not sent again by itself', async () => {
  const ids = [];
  for (let n = 0; n < 15; n++) ids.push(await unplaced(`不知道归谁管的事情（第 ${n + 1} 件）`));
  await as(browser, grid, 'dispatcher-1', DESK, async (page) => {
    const id = ids[3];
    await page.goto(`${grid.address}/#/dispatching/${id}`);
    await opened(page, id);
    await page.locator('.queue li').nth(14).waitFor();
    const rows = await page.locator('.queue').evaluate((box) => [...box.querySelectorAll('a')].filter((row) => {
      const place = row.getBoundingClientRect();
      const room = box.getBoundingClientRect();
      return place.top >= room.top - 1 && place.bottom <= Math.min(room.bottom, innerHeight) + 1;
    }).length);
    assert.ok(rows >= 14, `${rows} rows at 1366×768`);
    await page.locator('#category').selectOption('0602');
    await page.getByRole('button', { name: /^派给/ }).waitFor();
    // A colleague comments on it, and so it has another version.
    await desk.command('dispatcher-1', id, 'comment', { text: '已电话问过社区' });
    await page.locator('#stage').focus();
    await page.keyboard.press('d');
    await page.getByRole('alert').getByText('案卷刚刚变了').waitFor();
    assert.equal(await page.locator('#category').inputValue(), '0602', 'what was chosen is still there');
    assert.equal((await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${id}`)).state, 'PENDING_DISPATCH');
    await page.keyboard.press('d');
    await page.getByRole('status').getByText('已派给').waitFor();
  });
});

test('two reports of one matter are merged with one key, after somebody has seen why', async () => {
  const where = [120.1033 + Math.random() / 1000, 30.2312 + Math.random() / 1000];
  const text = `码头台阶松动一块 ${randomUUID().slice(0, 4)}`;
  const first = await desk.report('grid-worker-1', text, '1503', where);
  const second = await desk.report('grid-worker-1', `${text}，有人差点摔倒`, '1503', where);
  const waiting = await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${second}?atLeastSeq=2&waitMs=10000`);
  await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${first}?atLeastSeq=2&waitMs=10000`);
  assert.equal(waiting.state, 'PENDING_DISPATCH');
  await as(browser, grid, 'dispatcher-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/dispatching/${second}`);
    await opened(page, second);
    await page.getByRole('region', { name: '疑似重复' }).getByText(/0 米/).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('status').getByText(/已并入/).waitFor();
  });
  assert.equal((await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${second}`)).state, 'MERGED');
});

test('a callback takes at most five keys, whatever the resident says, and the next one opens', async () => {
  const stories = [
    { id: await toCallBack('绿地里有垃圾'), keys: ['1', '1', '2', 'Enter'], said: '满意' },
    { id: await toCallBack('绿地里有塑料袋'), keys: ['2', 'Enter'], said: '没接通' },
    { id: await toCallBack('绿地里有树枝'), keys: ['1', '2', '4', '1', 'Enter'], said: '不满意' },
  ];
  await as(browser, grid, 'callback-clerk-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/callbacks/${stories[0].id}.1`);
    await opened(page, `${stories[0].id}.1`);
    await page.getByRole('heading', { name: '话术' }).waitFor();
    await isAccessible(page, 'callbacks');
    for (const { id, keys, said } of stories) {
      await page.goto(`${grid.address}/#/callbacks/${id}.1`);
      await opened(page, `${id}.1`);
      await page.getByRole('heading', { name: '话术' }).waitFor();
      const { pressed, press } = keyboard(page);
      for (const key of keys) {
        if (key === 'Enter') await page.locator('.call .primary:enabled').waitFor();
        await press(key);
      }
      await page.getByRole('status').getByText(new RegExp(`已记：${said}`)).first().waitFor();
      assert.ok(pressed.length <= 5, `${pressed.length} keys`);
      await page.waitForFunction((was) => !location.hash.includes(was), id);
    }
  });
  const redone = await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${stories[2].id}?atLeastSeq=6&waitMs=5000`);
  assert.equal(redone.reworks, 1, 'unsatisfied and at fault is done again');
});

test('an auditor reads one sentence, takes a proof home, and finds no gaps hidden', async () => {
  const id = await desk.report('grid-worker-1', '审计抽查用的一件', '0203', HERE);
  const { caseNumber } = await desk.call('auditor-1', 'GET', `/api/v1/cases/${id}?atLeastSeq=2&waitMs=10000`);
  await as(browser, grid, 'auditor-1', DESK, async (page) => {
    await page.getByText(/链完整，验证至 \d\d:\d\d/).waitFor();
    await page.getByText('缺口', { exact: true }).waitFor();
    await isAccessible(page, 'audit');
    await page.getByLabel('案号').fill(caseNumber);
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('heading', { name: `${caseNumber} 的存证` }).waitFor();
    await page.getByRole('button', { name: '验证这一件' }).click();
    await page.getByText(/的链完整，\d+ 条/).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载存证文件' }).click()]);
    assert.match(file.suggestedFilename(), /^proof-.+\.json$/);
  });
});
