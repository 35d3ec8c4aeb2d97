import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { as, DESK, isAccessible, stage } from './people.js';

/** An administrator takes reference data from a draft into force, and brings a table of reports in. */
const { grid, browser, desk } = await stage();

const ADMIN = 'admin-1';
const draftOf = async (kind) => {
  const { drafts } = await desk.call(ADMIN, 'GET', '/api/v1/reference/drafts');
  return drafts.some((one) => one.kind === kind) ? desk.call(ADMIN, 'GET', `/api/v1/reference/${kind}/draft`) : null;
};
const inForce = async (kind) => {
  const { versions } = await desk.call(ADMIN, 'GET', `/api/v1/reference/${kind}/versions`);
  return desk.call(ADMIN, 'GET', `/api/v1/reference/${kind}/versions/${versions[0].version}`);
};

/** As the first draft of the kind, also where another run left one behind. */
async function withoutDraft(kind) {
  const draft = await draftOf(kind);
  if (draft) await desk.call(ADMIN, 'PUT', `/api/v1/reference/${kind}/draft`, (await inForce(kind)).content, draft.revision);
  return (await draftOf(kind))?.revision;
}

async function open(page, kind, query = '') {
  await page.goto(`${grid.address}/#/administration/${kind}${query}`);
  await page.locator(`[data-kind="${kind}"][data-loaded]`).waitFor();
}

const step = (page, kind, name) => page.locator(`[data-kind="${kind}"] .steps`).getByRole('link', { name, exact: true }).click();

test('the administrator’s first screen is the room of drafts, and every kind opens under its own address', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await page.waitForURL(/#\/administration\/unit/);
    for (const kind of ['unit', 'grid', 'staff', 'category', 'rule-book', 'calendar', 'escalation-policy', 'case-policy', 'district', 'mandate']) {
      await page.locator(`.kinds a[href="#/administration/${kind}"]`).click();
      await page.locator(`[data-kind="${kind}"][data-loaded]`).waitFor();
    }
    await isAccessible(page, 'administration');
  });
});

test('a category’s condition is drafted, checked, compared field by field and brought into force', async () => {
  await withoutDraft('category');
  const before = await inForce('category');
  const words = `清除干净（${randomUUID().slice(0, 8)}）`;
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await open(page, 'category');
    await page.getByLabel('查找').fill('暴露 垃圾');
    await page.locator('[data-category="0102"]').getByRole('button', { name: '0102' }).click();
    await page.waitForURL(/item=0102/);
    await page.locator('[data-form="0102"]').getByLabel('结案条件').fill(words);
    await page.keyboard.press('Tab');
    await page.locator('[data-category="0102"]').getByText('已改').waitFor();
    await isAccessible(page, 'category form');
    await page.getByRole('button', { name: /^(存为草稿|保存草稿)$/ }).first().click();
    await page.getByText('草稿已保存').waitFor();
    await step(page, 'category', '校验');
    await page.getByText('没有问题，可以启用').waitFor();
    await step(page, 'category', '比较');
    await page.locator('[data-change="0102"]').getByText(words).waitFor();
    await isAccessible(page, 'compare');
    // Each step has an address of its own.
    await page.reload();
    await page.locator('[data-change="0102"]').getByText(words).waitFor();
    await step(page, 'category', '启用');
    await page.getByText('没有问题，可以启用').waitFor();
    await page.getByRole('button', { name: '启用', exact: true }).click();
    await page.getByRole('button', { name: '确定启用' }).click();
    await page.getByText(`已启用：类别 ${before.version + 1} 版`).waitFor();
    await step(page, 'category', '历史版本');
    await page.getByRole('link', { name: `看第 ${before.version + 1} 版` }).click();
    await page.waitForURL(/version=/);
    await page.locator('[data-change="0102"]').getByText(words).waitFor();
    await isAccessible(page, 'versions');
  });
  const now = await inForce('category');
  assert.equal(now.content.items.find((one) => one.id === '0102').closingCondition, words);
});

test('when somebody else saves first, what was typed is kept and both changes are put together', async () => {
  await withoutDraft('category');
  const [mine, theirs] = [`我写的（${randomUUID().slice(0, 8)}）`, `别人写的（${randomUUID().slice(0, 8)}）`];
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await open(page, 'category', '?item=0102');
    await page.locator('[data-form="0102"]').getByLabel('立案条件').fill(mine);
    await page.keyboard.press('Tab');
    const { content } = await inForce('category');
    const other = { ...content, items: content.items.map((one) => (one.id === '0101' ? { ...one, filingCondition: theirs } : one)) };
    await desk.call(ADMIN, 'PUT', '/api/v1/reference/category/draft', other, (await draftOf('category'))?.revision);
    await page.getByRole('button', { name: /^(存为草稿|保存草稿)$/ }).first().click();
    const conflict = page.getByRole('alert').filter({ hasText: '别人先保存了' });
    await conflict.getByText('对方改了：0101').waitFor();
    assert.equal(await page.locator('[data-form="0102"]').getByLabel('立案条件').inputValue(), mine);
    await isAccessible(page, 'conflict');
    assert.equal((await draftOf('category')).content.items.find((one) => one.id === '0102').filingCondition !== mine, true, 'nothing was sent by itself');
    await conflict.getByRole('button', { name: '合并两边的改动' }).click();
    await page.getByRole('button', { name: '保存草稿' }).first().click();
    await page.getByText('草稿已保存').waitFor();
    const { items } = (await draftOf('category')).content;
    assert.equal(items.find((one) => one.id === '0102').filingCondition, mine);
    assert.equal(items.find((one) => one.id === '0101').filingCondition, theirs);
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByText('与现行版本相同').waitFor();
    assert.equal(await draftOf('category'), null);
  });
});

test('a text that cannot be read is told by line and kept, and a policy that cannot hold is told with its reason', async () => {
  await withoutDraft('case-policy');
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await open(page, 'case-policy');
    const editor = page.locator('[data-kind="case-policy"] textarea');
    const whole = await editor.inputValue();
    await editor.fill(whole.replace('"mostExtensions": ', '"mostExtensions" '));
    await page.locator('.marks').getByText('缺少冒号').waitFor();
    await page.locator('.marks').getByRole('button', { name: /第 \d+ 行/ }).click();
    await isAccessible(page, 'text editor');
    assert.ok(await page.getByRole('button', { name: /^(存为草稿|保存草稿)$/ }).first().isDisabled());
    // Another kind is looked at meanwhile: nothing typed is lost.
    await page.locator('.kinds a[href="#/administration/calendar"]').click();
    await page.locator('[data-kind="calendar"][data-loaded]').waitFor();
    await page.locator('.kinds a[href="#/administration/case-policy"]').click();
    await page.locator('.marks').getByText('缺少冒号').waitFor();
    await editor.fill(whole.replace(/"onSpotCallbackPercent": \d+/, '"onSpotCallbackPercent": 400'));
    await page.getByRole('button', { name: /^(存为草稿|保存草稿)$/ }).first().click();
    await page.getByText('草稿已保存').waitFor();
    await step(page, 'case-policy', '校验');
    await page.getByRole('status').getByText(/不能启用/).waitFor();
    await page.getByRole('rowheader', { name: /onSpotCallbackPercent/ }).waitFor();
    await page.getByRole('link', { name: '编写' }).click();
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByText('与现行版本相同').waitFor();
  });
});

test('rules are put into another order and tried on the last reports before anything holds', async () => {
  await withoutDraft('rule-book');
  await desk.report('grid-worker-1', '试运行之前的一件事', '0102', [120.1062, 30.2341]);
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await open(page, 'rule-book');
    const second = await page.locator('[data-rule]').nth(1).getAttribute('data-rule');
    await page.locator('[data-rule]').nth(1).locator('.up').click();
    assert.equal(await page.locator('[data-rule]').first().getAttribute('data-rule'), second);
    await isAccessible(page, 'rules');
    await page.getByRole('button', { name: /^(存为草稿|保存草稿)$/ }).first().click();
    await page.getByText('草稿已保存').waitFor();
    await step(page, 'rule-book', '试运行');
    await page.getByLabel('最近多少件上报').fill('200');
    await page.getByRole('button', { name: '试运行', exact: true }).click();
    const said = await page.getByText(/看了 \d+ 件/).innerText();
    assert.ok(Number(/看了 (\d+) 件/.exec(said)[1]) > 0, said);
    await isAccessible(page, 'trial run');
    await step(page, 'rule-book', '编写');
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByText('与现行版本相同').waitFor();
  });
});

test('a day of the calendar is turned with the keyboard, and a limit is counted', async () => {
  await withoutDraft('calendar');
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await open(page, 'calendar');
    const day = page.locator('.day[tabindex="0"]');
    await day.focus();
    const from = await day.getAttribute('data-date');
    await page.keyboard.press('ArrowDown');
    const there = await page.evaluate(() => document.activeElement.getAttribute('data-date'));
    assert.equal(Date.parse(there) - Date.parse(from), 7 * 86_400_000);
    const before = await page.locator(`[data-date="${there}"]`).getAttribute('aria-label');
    await page.keyboard.press('Space');
    await page.waitForFunction(([date, label]) => document.querySelector(`[data-date="${date}"]`).getAttribute('aria-label') !== label, [there, before]);
    await page.getByText('有改动没保存').waitFor();
    await isAccessible(page, 'calendar');
    await step(page, 'calendar', '试算');
    await page.getByRole('button', { name: '计算' }).click();
    await page.getByText(/^到期：/).waitFor();
    await isAccessible(page, 'limit');
    await step(page, 'calendar', '编写');
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByText('与现行版本相同').waitFor();
  });
});

test('a score formula that cannot be computed is told with the place of its fault', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await page.goto(`${grid.address}/#/administration/score-formulae`);
    await page.locator('.formulae[data-loaded] textarea').waitFor();
    const editor = page.locator('.formulae textarea');
    const whole = await editor.inputValue();
    await editor.fill(whole.replace(/"expression": "[^"]*"/, '"expression": "on_time_rate * nonsense_' + randomUUID().slice(0, 8).replace(/^\d/, 'x') + '"'));
    await page.getByRole('button', { name: '保存并校验' }).click();
    await page.getByText(/已保存，还有 \d+ 处问题/).waitFor();
    await page.locator('.marks').getByText(/lines\[0\]\.expression/).waitFor();
    await isAccessible(page, 'formulae');
    await editor.fill(whole.replace(/"expression": "[^"]*"/, '"expression": "on_time_rate * 100"'));
    await page.getByRole('button', { name: '保存并校验' }).click();
    await page.getByText('已保存，没有问题').waitFor();
  });
});

test('dead letters of every service are looked at, and where there are none the page says so', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await page.goto(`${grid.address}/#/administration/dead-letters`);
    for (const [service, name] of [['intake', '受理'], ['dispatch', '派遣'], ['ledger', '台账']]) {
      const { counts } = await desk.call(ADMIN, 'GET', `/api/v1/dead-letters/${service}`);
      await page.getByRole('button', { name: `${name} ${counts.deadLetters ?? 0}` }).click();
      await (counts.deadLetters ? page.locator('[data-letter]').first() : page.getByText('没有死信')).waitFor();
    }
    await isAccessible(page, 'dead letters');
  });
});

test('a table is imported: its columns are told, its progress is seen, and the faulty line is shown with its reason', async () => {
  await as(browser, grid, 'community-clerk-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/imports`);
    const csv = `诉求内容,类别,地址\n楼道堆了旧家具 ${randomUUID().slice(0, 8)},0102,春晓社区 3 幢\n,0102,没有内容的一行\n`;
    await page.getByLabel('表格', { exact: true }).setInputFiles({ name: '走访登记.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: '上传并预览' }).click();
    await page.waitForURL(/#\/imports\/[0-9a-f-]{36}/);
    await page.getByRole('cell', { name: /楼道堆了旧家具/ }).waitFor();
    await isAccessible(page, 'columns');
    await page.getByLabel('没写渠道的行').selectOption('VISIT');
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByRole('status').getByText('100%：已存 1 行，退回 1 行').waitFor();
    await page.getByRole('row', { name: /^3 / }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载错误行' }).click()]);
    assert.match(download.suggestedFilename(), /走访登记\.csv$/);
    await isAccessible(page, 'imported');
  });
});
