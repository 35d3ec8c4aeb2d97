import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, DESK, isAccessible, stage } from './people.js';

/** Superior orders, the ledger, bulletins and the staff's report: rooms that several roles enter. */
const { grid, browser, desk } = await stage();
const HERE = [120.1081, 30.2331];

test('a superior order is taken in under its number and answered as being worked on', async () => {
  const number = `GD${Date.now()}`;
  await as(browser, grid, 'dispatcher-1', DESK, async (page) => {
    await page.getByRole('navigation', { name: '房间', exact: true }).getByRole('link', { name: '交办' }).click();
    await page.getByRole('link', { name: '登记交办' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'number');
    await page.keyboard.type(number);
    await page.getByLabel('内容').fill('夜间施工噪音扰民，请核实处理');
    await page.getByRole('group', { name: '按文字建议' }).getByRole('button').first().waitFor();
    await isAccessible(page, 'an order that is taken in');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: new RegExp(number) }).waitFor();
    await page.getByLabel('办理情况').fill('已派街道综合执法队核实');
    await page.getByRole('button', { name: '答复上级' }).click();
    await page.getByRole('region', { name: '已答复' }).getByText('已派街道综合执法队核实').waitFor();
    await page.locator('.queue').getByText(number).waitFor();
    await isAccessible(page, 'an order with its answer');
  });
});

test('the ledger finds a case, shows its line, what happens now, and proves it', async () => {
  const text = `江滨苑游乐架松动 ${Date.now()}`;
  const id = await desk.report('grid-worker-1', text, '0203', HERE);
  await desk.call('auditor-1', 'GET', `/api/v1/ledger/cases/${id}?atLeastSeq=2&waitMs=10000`);
  await as(browser, grid, 'auditor-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/ledger/${id}`);
    await page.locator('.chain').getByText('案卷建立').waitFor();
    await page.locator('.chain').getByText(text).waitFor();
    await page.getByRole('button', { name: '验证这条链' }).click();
    await page.getByText(/^链完整/).waitFor();
    await isAccessible(page, 'the line of a case');
    const { caseNumber } = await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${id}`);
    await page.getByLabel('找案卷').fill(caseNumber);
    await page.waitForFunction((number) => {
      const rows = [...document.querySelectorAll('.queue a')];
      return rows.length === 1 && rows[0].textContent.includes(number);
    }, caseNumber);
    const other = await desk.report('grid-worker-2', `河边栏杆松动 ${Date.now()}`, '0203', [120.1088, 30.2199]);
    await page.locator(`.live a[href*="${other}"]`).first().waitFor();
  });
});

test('a bulletin is made of a running day, read with its tables, and saved as a workbook', async () => {
  await as(browser, grid, 'leader-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/bulletins`);
    await page.getByText('现在出一期').click();
    await page.getByRole('button', { name: '出一期', exact: true }).click();
    await page.getByRole('button', { name: '下载表格' }).waitFor();
    await page.locator('.bulletin table').first().waitFor();
    await isAccessible(page, 'a bulletin');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载表格' }).click()]);
    assert.match(file.suggestedFilename(), /\.xlsx$/);
  });
});

test('staff report at a desk: the place by its name, and what is there already is followed instead', async () => {
  const text = `路灯不亮，灯杆编号 ${Date.now()}`;
  await desk.report('grid-worker-1', text, '0602', HERE);
  await as(browser, grid, 'community-clerk-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/report`);
    await page.getByRole('combobox', { name: '地点' }).fill('江滨苑');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('说明').fill(text);
    const already = page.getByRole('region', { name: '附近已有人报过' }).getByRole('listitem').filter({ hasText: text });
    await already.waitFor();
    await isAccessible(page, 'a report with something like it');
    await already.getByRole('button', { name: '就是它，关注进展' }).click();
    await page.locator('.sent').getByText('已关注').waitFor();
    assert.equal(await page.getByLabel('说明').inputValue(), '');
  });
});

test('a leader sees the figures of a period and opens a number down to its cases', async () => {
  await as(browser, grid, 'leader-1', DESK, async (page) => {
    await page.getByRole('navigation', { name: '房间', exact: true }).getByRole('link', { name: '统计' }).click();
    const reported = page.getByRole('button', { name: /^上报数 [1-9]\d*，看案卷/ });
    await reported.waitFor();
    await page.getByRole('region', { name: '近八周' }).locator('canvas').waitFor();
    await isAccessible(page, 'figures');
    await reported.click();
    const behind = page.getByRole('region', { name: /^上报数：计入的案卷/ });
    await behind.locator('tbody tr').first().waitFor();
    await isAccessible(page, 'the cases behind a number');
    const number = await behind.locator('tbody a').first().innerText();
    await behind.locator('tbody a').first().click();
    await page.locator('.chain li').first().waitFor();
    await page.goBack();
    await page.getByRole('region', { name: /^上报数：计入的案卷/ }).getByText(number).waitFor();
    await page.getByRole('button', { name: '今天', exact: true }).click();
    await page.waitForURL(/from=(\d{4}-\d\d-\d\d)&to=\1/);
    await page.getByRole('group', { name: '时段' }).getByRole('button', { name: '今天', pressed: true }).waitFor();
  });
});
