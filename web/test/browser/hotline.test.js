import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, DESK, isAccessible, stage } from './people.js';

const { grid, browser, desk } = await stage();
/** A caller of this run only, so that the history is what the story says. */
const PHONE_NUMBER = `138${String(Date.now()).slice(-8)}`;
const MASKED = `138****${PHONE_NUMBER.slice(-4)}`;
const LAMP = [120.1081, 30.2331];
const lampText = `江滨苑东门路灯不亮 ${PHONE_NUMBER.slice(-6)}`;

/** As the telephone system does. */
async function told(callId, type, number = PHONE_NUMBER) {
  const answer = await fetch(`${grid.address}/api/v1/calls/events`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Hotline-Key': 'demo-telephone-key' },
    body: JSON.stringify({ callId, type, line: '8800', number, agent: 'staff-hotline-agent-1' }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

/** The desk is there, and its list of calls: what rings from now on pops up. */
async function waits(page) {
  await page.getByText('等待来电').waitFor();
  await page.locator('.queue a, .queue .nothing').filter({ hasNotText: '加载' }).first().waitFor();
}

/** By keyboard, in the field that has the focus: the first place that was found for it. */
async function pickPlace(page, name) {
  await page.keyboard.type(name);
  await page.getByRole('option').filter({ hasText: name }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('option').filter({ visible: true }).first().waitFor({ state: 'detached' });
}

const focused = (page) => page.evaluate(() => document.activeElement?.id);

test('a call pops up with the caller’s history and is filed, followed and answered by keyboard alone', async () => {
  const before = await desk.report('grid-worker-1', lampText, '0602', LAMP, { resident: { name: '周玉兰', phone: PHONE_NUMBER } });
  await desk.call('grid-worker-1', 'GET', `/api/v1/reports/${before}?waitMs=5000`);
  await as(browser, grid, 'hotline-agent-1', DESK, async (page) => {
    await waits(page);
    await page.waitForFunction(() => document.activeElement?.id === 'number');
    await isAccessible(page, 'the desk while it waits');

    const callId = `story-${Date.now()}`;
    await told(callId, 'RING');
    await page.getByRole('heading', { name: new RegExp(MASKED.replaceAll('*', '\\*')) }).first().waitFor();
    await page.getByRole('region', { name: '来电人' }).getByText(lampText).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'matter');
    await told(callId, 'ANSWER');

    await page.keyboard.press('Control+Enter');
    await page.getByText('先写来电人说了什么').waitFor();
    await page.keyboard.type('江滨苑三单元燃气泄漏，味道很重');
    await page.getByText('会按紧急处理').waitFor();
    await page.getByText('没有地点').waitFor();
    await page.keyboard.press('F8');
    await pickPlace(page, '江滨苑');
    await page.keyboard.press('Control+Shift+Enter');
    await page.locator('.sent').getByText('已紧急派遣').waitFor();
    await page.locator('.sent').getByText(/待受理/).waitFor();

    // A second matter of the same call: it is there already, and is followed.
    await page.waitForFunction(() => document.activeElement?.id === 'matter' && document.activeElement.value === '');
    await page.keyboard.type(lampText);
    await page.keyboard.press('F8');
    await pickPlace(page, '江滨苑');
    const already = page.getByRole('region', { name: '附近已有人报过' });
    await already.getByRole('listitem').filter({ hasText: lampText }).waitFor();
    await isAccessible(page, 'a call with the form filled in');
    const [follow] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/followers')),
      page.keyboard.press('F9'),
    ]);
    assert.equal(follow.status(), 201);
    const followed = await follow.json();
    await page.locator('.sent').getByText(/已关注/).waitFor();

    await page.keyboard.press('F6');
    assert.equal(await focused(page), 'article-q');
    await page.keyboard.type('居住证');
    const article = page.getByRole('region', { name: /知识库/ }).getByRole('listitem').filter({ hasText: '居住证到期了怎么续签' });
    await article.waitFor();
    // The first below the field is the first found.
    await page.waitForFunction(() => document.querySelector('.articles li h3')?.textContent.includes('居住证'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/已当场答复并登记/).waitFor();
    assert.ok(!(await page.content()).includes(PHONE_NUMBER), 'nobody saw the number');
    assert.equal(followed.residentKnown, true, 'who rang hears the outcome');
  });
});

test('a second call never takes the page away from what is being typed, and F2 opens it', async () => {
  await as(browser, grid, 'hotline-agent-1', DESK, async (page) => {
    await waits(page);
    const [one, two] = [`first-${Date.now()}`, `second-${Date.now()}`];
    await told(one, 'ANSWER');
    await page.goto(`${grid.address}/#/hotline/${one}`);
    await page.waitForFunction(() => document.activeElement?.id === 'matter');
    await page.keyboard.type('楼上漏水');
    await told(two, 'RING', '13900007788');
    await page.getByRole('alert').getByText(/来电 139\*\*\*\*7788/).waitFor();
    assert.equal(await page.locator('#matter').inputValue(), '楼上漏水');
    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: /139\*\*\*\*7788/ }).waitFor();
    await page.getByText('第一次来电').waitFor();
    assert.equal(await page.locator('#matter').inputValue(), '');
    await page.goBack();
    await page.getByRole('heading', { name: new RegExp(MASKED.replaceAll('*', '\\*')) }).first().waitFor();
    assert.equal(await page.locator('#matter').inputValue(), '楼上漏水', 'what was typed for the first call is still there');
    await told(two, 'END', '13900007788');
  });
});

test('a call is handed on with a reason, and a number is shown with a reason, on record', async () => {
  await as(browser, grid, 'hotline-agent-1', DESK, async (page) => {
    await waits(page);
    const callId = `hand-${Date.now()}`;
    await told(callId, 'ANSWER');
    await page.goto(`${grid.address}/#/hotline/${callId}`);
    await page.getByRole('button', { name: '看号码' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'reveal-reason');
    await page.keyboard.type('断线回拨');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(PHONE_NUMBER).waitFor();
    await page.getByRole('button', { name: '转接' }).click();
    await page.getByLabel('转到').selectOption('toLine:8801');
    await page.getByLabel('原因', { exact: true }).fill('供水报修');
    await page.getByRole('button', { name: '转接' }).click();
    await page.getByText(/已转 8801：供水报修/).waitFor();
  });
});

test('without a call, a number is looked up and filed for', async () => {
  await as(browser, grid, 'hotline-agent-1', DESK, async (page) => {
    await page.waitForFunction(() => document.activeElement?.id === 'number');
    await page.keyboard.type(PHONE_NUMBER);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '来电人' }).getByText(lampText).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'matter');
    await page.keyboard.type('东门的垃圾桶也满了');
    const [filed] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/v1/reports')),
      page.keyboard.press('Control+Enter'),
    ]);
    assert.equal(filed.status(), 201);
    assert.equal(filed.request().postDataJSON().channel, 'HOTLINE');
    await page.locator('.sent').getByText('已登记').waitFor();
    await page.getByRole('region', { name: '本月热线' }).getByText('投诉按时办理').waitFor();
  });
});
