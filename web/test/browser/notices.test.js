import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, DESK, isAccessible, PHONE, stage } from './people.js';

const { grid, browser, desk } = await stage();

/** Cases of one kind that one unit holds, each supervised: so many similar notices. @returns their ids, once their notices are there */
async function supervised(count) {
  const ids = [];
  for (let n = 0; n < count; n++) {
    const id = await desk.report('grid-worker-1', `江滨苑门口堆放渣土，第 ${n + 1} 处`, '0103', [120.1081 + n / 5_000, 30.2331]);
    ids.push(id);
  }
  for (const id of ids) {
    await desk.call('handler-4', 'GET', `/api/v1/cases/${id}?atLeastSeq=2&waitMs=10000`);
    await desk.command('inspector-1', id, 'supervise', { supervision: 'NORMAL', reason: '请尽快清运' });
  }
  for (let tries = 0; tries < 40; tries++) {
    const { items } = await desk.call('handler-4', 'GET', '/api/v1/notices');
    if (ids.every((id) => items.some((one) => one.caseId === id && one.subject === 'supervised'))) return ids;
    await new Promise((next) => setTimeout(next, 500));
  }
  throw new Error('the notices did not come');
}

test('the bell counts, similar notices stand in one line that opens, and a line leads to its case', async () => {
  await supervised(3);
  await as(browser, grid, 'handler-4', DESK, async (page) => {
    const bell = page.getByRole('banner').getByRole('link', { name: /通知/ });
    await bell.locator('.badge').waitFor();
    await bell.click();
    const group = page.locator('.group').filter({ hasText: '督办' }).filter({ hasText: /\d+ 条/ }).first();
    await group.waitFor();
    await isAccessible(page, 'notices');
    await group.locator('.head .opener').click();
    assert.ok((await group.locator('.lines li').count()) >= 3);
    await isAccessible(page, 'notices with an open group');
    const unread = await group.locator('.lines li.unread').count();
    assert.ok(unread >= 3);
    await group.locator('.lines li.unread button').first().click();
    await page.locator('.case .matter').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '通知' }).waitFor();
    const again = page.locator('.group').filter({ hasText: '督办' }).filter({ hasText: /\d+ 条/ }).first();
    await again.getByRole('button', { name: '标为已读' }).click();
    await page.waitForFunction(() => ![...document.querySelectorAll('.group.unread')].some((one) => one.textContent.includes('督办')));
    await page.getByRole('link', { name: '未读', exact: true }).click();
    await page.waitForURL(/unread=true/);
    await page.getByText('没有未读的通知').or(page.locator('.group.unread').first()).waitFor();
  });
});

test('a new notice appears while one looks on', async () => {
  await as(browser, grid, 'handler-4', DESK, async (page) => {
    await page.getByRole('banner').getByRole('link', { name: /通知/ }).click();
    await page.getByRole('heading', { name: '通知' }).waitFor();
    await page.locator('.group, .empty').first().waitFor();
    await page.getByRole('button', { name: '全部标为已读' }).click({ timeout: 2_000 }).catch(() => {});
    await supervised(1);
    await page.locator('.group.unread').filter({ hasText: '督办' }).waitFor();
    await page.getByRole('banner').getByRole('link', { name: /通知/ }).locator('.badge').waitFor();
  });
});

test('how one wants to be told stays over a reload; where the district pushes nothing, nothing is offered', async () => {
  await as(browser, grid, 'handler-2', PHONE, async (page) => {
    await page.getByRole('banner').getByRole('link', { name: /通知/ }).click();
    await page.getByText('通知方式').click();
    const sms = page.getByLabel('短信');
    await sms.waitFor();
    const wasOn = await sms.isChecked();
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/preferences') && answer.request().method() === 'PUT'),
      sms.setChecked(!wasOn),
    ]);
    await page.getByText('已保存').waitFor();
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/preferences') && answer.request().method() === 'PUT'),
      page.getByLabel('从', { exact: true }).fill('22:30'),
    ]);
    await isAccessible(page, 'preferences');
    await page.reload();
    await page.getByText('通知方式').click();
    await page.getByLabel('短信').waitFor();
    assert.equal(await page.getByLabel('短信').isChecked(), !wasOn);
    assert.equal(await page.getByLabel('从', { exact: true }).inputValue(), '22:30');
    const { publicKey } = await desk.call('handler-2', 'GET', '/api/v1/notices/push-subscriptions');
    if (!publicKey) assert.equal(await page.getByText('关着页面也在这台电脑上提醒').count(), 0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, 'nothing stands beside the screen of a phone');
  });
});
