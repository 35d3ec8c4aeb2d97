import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { as, DESK, isAccessible, PATIENCE, PHONE, stage } from './people.js';
import { FLAGS, chromiumPath, photoFile, picture, thumb, until } from './phone.js';

/** One matter from the pavement to the wall: who does what, with how many taps and keys. */
const PIN = '284619';
const HERE = { latitude: 30.2335, longitude: 120.108, accuracy: 12 };
const STREET = '990100001';
/** 路灯不亮: settled by the street's department, looked at by the grid worker afterwards. */
const CATEGORY = '0602';
const MARK = `路灯不亮第${Date.now()}号`;

const { grid, browser, desk } = await stage({
  async leave() {
    await wall?.context().close();
    await phone?.context.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  },
});
let folder;
let phone;
let caseId;
let wall;
const counted = {};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wangge-loop-'));
  const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath(), args: FLAGS, ...PHONE, geolocation: HERE, permissions: ['geolocation'] });
  phone = { context, page: context.pages()[0] ?? (await context.newPage()), hand: thumb() };
  phone.page.setDefaultTimeout(PATIENCE);
});

/** Each needs what the one before it left: after the first that fails there is nothing more to see. */
const steps = [];
const step = (what, work) => steps.push([what, work]);

const closedOnTheWall = async () => Number(await wall.locator('.figures .one').filter({ hasText: '结案' }).locator('.figure').innerText());
let closedBefore;

step('the wall shows how many cases the street closed today', async () => {
  const { code } = await desk.call('leader-1', 'POST', '/api/v1/screens', { id: randomUUID(), name: '全程', unitId: STREET });
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
  wall = await context.newPage();
  wall.setDefaultTimeout(PATIENCE);
  await wall.goto(`${grid.address}/wall/`);
  await wall.getByRole('heading', { name: '接入大屏' }).waitFor();
  await wall.keyboard.type(code);
  await wall.keyboard.press('Enter');
  await wall.getByRole('heading', { name: '望江街道', level: 1 }).waitFor();
  await wall.locator('.figures .figure').first().waitFor();
  closedBefore = await closedOnTheWall();
});

step('a photo is taken without a network, waits sealed on the phone, and is filed when the network is back', async () => {
  const { page, context, hand } = phone;
  await page.goto(`${grid.address}/field/`);
  await page.getByLabel('用户名').fill('grid-worker-1');
  await page.getByLabel('密码').fill(grid.password);
  await page.getByRole('button', { name: '登录' }).tap();
  await page.getByLabel('本机 PIN').fill(PIN);
  await page.getByLabel('再输一遍').fill(PIN);
  await page.getByRole('button', { name: '设好了' }).tap();
  await page.getByText(/全部已传 ·/).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  const bytes = await picture(page, 1200, 900);

  await context.setOffline(true);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hand.tap(page.locator('label.camera'))]);
  await chooser.setFiles(photoFile(bytes));
  await page.locator('.photo-row img').waitFor();
  await page.getByRole('searchbox').fill(CATEGORY);
  await hand.tap(page.locator('.six button', { hasText: '路灯不亮' }));
  await page.getByLabel('说明').fill(MARK);
  await hand.tap(page.getByText('居民联系方式（回访用）'));
  await page.getByLabel('电话').fill('13800006060');
  await hand.tap(page.getByRole('button', { name: '提交' }));
  const line = page.locator('li.line', { hasText: MARK });
  await line.getByText('待传', { exact: true }).waitFor();

  await context.setOffline(false);
  await line.getByText('已收到', { exact: true }).waitFor();
  await line.getByText('照片 1/1 已传').waitFor();
  counted.report = hand.counted.taps;
  assert.ok(counted.report <= 4, `${counted.report} taps beside the typing`);
  const found = (await desk.call('grid-worker-1', 'GET', '/api/v1/reports?tab=mine&limit=100')).items.find((report) => report.text === MARK);
  caseId = found.id;
});

step('the department accepts it by one key and completes it with a photo', async () => {
  const waiting = await untilIt(() => desk.call('dispatcher-1', 'GET', `/api/v1/cases/${caseId}?atLeastSeq=2&waitMs=5000`), (theCase) => theCase.state === 'PENDING_ACCEPTANCE');
  const handler = await handlerOf(waiting.holder.unitId);
  await as(browser, grid, handler, DESK, async (page) => {
    let [keys, clicks] = [0, 0];
    const press = async (key) => (keys++, page.keyboard.press(key));
    const click = async (locator) => (clicks++, locator.click());
    await page.goto(`${grid.address}/#/inbox/${caseId}`);
    await page.locator('.case .matter').getByText(MARK).waitFor();
    await page.locator('.case .state-mark').getByText('待受理').waitFor();
    await page.locator('.case h2').click();
    await press('a');
    await page.locator('.case .state-mark').getByText('处置中').waitFor();
    assert.equal(keys, 1);
    await click(page.getByRole('button', { name: '处置完成', exact: true }));
    await page.getByLabel('怎么处置的').fill('已换灯泡，灯亮了');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click(page.locator('label.add').first())]);
    await chooser.setFiles(photoFile(await picture(page, 900, 700), 'after.jpg'));
    await page.locator('.files li').first().waitFor();
    await click(page.getByRole('button', { name: '确认处置完成' }));
    await page.locator('.case .state-mark').getByText('待核查').waitFor();
    counted.desk = { keys, clicks };
  });
  const photos = (await desk.call('dispatcher-1', 'GET', `/api/v1/attachments?ownerKind=CASE&ownerId=${caseId}`)).items;
  assert.deepEqual(photos.map(({ moment, state }) => [moment, state]), [['AFTER', 'STORED']]);
});

step('the grid worker looks at it on the phone: done as it should be', async () => {
  const { page, hand } = phone;
  const before = hand.counted.taps;
  await hand.tap(page.getByRole('link', { name: '任务' }));
  const task = page.locator('li.line', { hasText: MARK }).filter({ hasText: '核查' });
  await until(async () => {
    if ((await task.count()) > 0) return true;
    await page.getByRole('button', { name: '立即同步' }).tap();
    return false;
  }, 'the task on the phone');
  await hand.tap(task.getByRole('link'));
  await page.getByText('核查：处置到位了吗').waitFor();
  await hand.tap(page.getByRole('button', { name: '到位', exact: true }));
  await hand.tap(page.getByRole('button', { name: '提交' }));
  counted.check = hand.counted.taps - before;
  assert.ok(counted.check <= 4, `${counted.check} taps`);
  await page.getByRole('link', { name: /^待传/ }).tap();
  await page.locator('li.line', { hasText: '核查 路灯不亮' }).first().getByText('已收到', { exact: true }).waitFor();
});

step('the resident grades it through the link of the message, which is good for once', async () => {
  await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${caseId}.1?waitMs=10000`);
  // The message itself goes through a carrier of texts; the clerk can have the same link.
  const { path } = await desk.call('callback-clerk-1', 'POST', `/api/v1/callbacks/${caseId}.1/links`, {});
  const address = `${grid.address}${path.startsWith('/') ? '' : '/'}${path}`;
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const hand = thumb();
    await page.goto(address);
    await page.getByText(/^解决了/).first().waitFor();
    await isAccessible(page, 'rate');
    await hand.tap(page.getByText(/^解决了/).first());
    await hand.tap(page.getByText(/^非常满意/).first());
    await hand.tap(page.getByRole('button', { name: /^提交评价/ }));
    await page.getByText(/谢谢/).first().waitFor();
    counted.grade = hand.counted.taps;
    assert.equal(counted.grade, 3);
    await page.reload();
    await page.getByRole('alert').first().waitFor();
  } finally {
    await context.close();
  }
});

step('the case is closed, and the wall says so within seconds', async () => {
  await untilIt(() => desk.call('grid-worker-1', 'GET', `/api/v1/cases/${caseId}?waitMs=2000`), (theCase) => theCase.state === 'CLOSED');
  await until(async () => (await closedOnTheWall()) > closedBefore, 'the new number on the wall');
});

test('a photo taken without a network becomes a number on the wall: reported, accepted, done, looked at, graded, closed', async (t) => {
  for (const [what, work] of steps) {
    await work().catch((failure) => {
      throw new Error(`${what}: ${failure.message}`, { cause: failure });
    });
    t.diagnostic(what);
  }
  t.diagnostic(`taps, keys and clicks beside typing: ${JSON.stringify(counted)}`);
});

/** Asks until it is as wanted. */
async function untilIt(ask, wanted) {
  let said;
  await until(async () => wanted(said = await ask()), 'the case moves on');
  return said;
}

/** Whoever of the demo's handlers works at the unit. */
async function handlerOf(unitId) {
  const { staff } = await desk.call('dispatcher-1', 'GET', '/api/v1/directory/staff');
  const one = staff.find(({ grants }) => grants.some(({ role, unitIds }) => role === 'HANDLER' && unitIds.includes(unitId)));
  assert.ok(one, `nobody handles at ${unitId}`);
  return one.id.replace(/^staff-/, '');
}
