import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { office, violationsOn } from './people.js';
import { FLAGS, PATIENCE, PHONE, chromiumPath, photoFile, picture, thumb, until } from './phone.js';
import { product } from './stack.js';

const PIN = '284619';
const WORKER = 'grid-worker-1';
/** Inside 江滨苑, the worker's own grid. */
const HERE = { latitude: 30.2335, longitude: 120.108, accuracy: 12 };
const HOW_MANY = Number(process.env.OFFLINE_REPORTS ?? 20);

let grid;
const folders = [];

before(async () => {
  grid = await product();
});
after(async () => {
  await grid?.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A phone with a memory of its own, as it lies in a pocket. */
async function phone(folder, options = {}) {
  const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath(), args: FLAGS, ...PHONE, geolocation: HERE, permissions: ['geolocation'], ...options });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(PATIENCE);
  page.failures = [];
  page.on('pageerror', (failure) => page.failures.push(String(failure)));
  return { context, page };
}

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'wangge-phone-'));
  folders.push(folder);
  return folder;
}

async function firstTime(page, who = WORKER) {
  await page.goto(`${grid.address}/field/`);
  await page.getByLabel('用户名').fill(who);
  await page.getByLabel('密码').fill(grid.password);
  await page.getByRole('button', { name: '登录' }).tap();
  await page.getByLabel('本机 PIN').fill(PIN);
  await page.getByLabel('再输一遍').fill(PIN);
  await page.getByRole('button', { name: '设好了' }).tap();
  await page.getByRole('heading', { name: '我的任务' }).waitFor();
  await page.getByText(/全部已传 ·/).waitFor();
}

async function photograph(page, bytes) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('label.camera').tap()]);
  await chooser.setFiles(photoFile(bytes));
}

async function tokenOf(who) {
  const answer = await fetch(`${grid.address}/api/v1/sessions`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: who, password: grid.password }),
  });
  return (await answer.json()).accessToken;
}

async function ask(path, token) {
  const answer = await fetch(grid.address + path, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200, `${path}: ${answer.status}`);
  return answer.json();
}

async function noSeriousFault(page, where) {
  assert.deepEqual((await violationsOn(page)).map(({ id, nodes }) => `${where}: ${id} ${nodes[0].html}`), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${where}: something stands ${wide} beside the screen`);
}

test('who walks a grid and signs in at the desk’s address with a phone comes to the field app, and back to the desk', async () => {
  const signIn = async (page) => {
    await page.getByLabel('密码').fill(grid.password);
    await page.getByRole('button', { name: '登录' }).click();
  };
  const { context, page } = await phone(await newFolder());
  try {
    await page.goto(grid.address);
    assert.equal(await page.getByRole('link', { name: '网格员：打开外勤' }).getAttribute('href'), '/field/');
    await page.getByLabel('用户名').fill(WORKER);
    await signIn(page);
    await page.waitForURL('**/field/**');
    await page.getByText('请再输一次密码').waitFor();
    assert.equal(await page.getByLabel('用户名').inputValue(), WORKER);
    await noSeriousFault(page, 'from the desk');
    await signIn(page);
    await page.getByLabel('本机 PIN').fill(PIN);
    await page.getByLabel('再输一遍').fill(PIN);
    await page.getByRole('button', { name: '设好了' }).tap();
    await page.getByRole('heading', { name: '我的任务' }).waitFor();
    await page.getByRole('link', { name: '我', exact: true }).tap();
    await page.getByRole('link', { name: '打开网页版' }).tap();
    await page.getByRole('navigation', { name: '底部房间' }).getByRole('link', { name: '待办' }).tap();
    await page.waitForURL('**/#/inbox');
    await page.getByRole('link', { name: '外勤' }).tap();
    await page.getByRole('heading', { name: /请输入本机 PIN/ }).waitFor();
    await page.goto(grid.address);
    await page.waitForURL('**/field/**');
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
  const desktop = await phone(await newFolder(), { viewport: { width: 1366, height: 768 }, isMobile: false, hasTouch: false });
  try {
    await desktop.page.goto(grid.address);
    await desktop.page.getByLabel('用户名').fill(WORKER);
    await signIn(desktop.page);
    await desktop.page.waitForURL('**/#/report');
    assert.deepEqual(desktop.page.failures, []);
  } finally {
    await desktop.context.close();
  }
});

test('a report takes three taps beside the camera, and is filed with its photo', async () => {
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    const hand = thumb();
    const bytes = await picture(page);
    await noSeriousFault(page, 'home');

    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hand.tap(page.locator('label.camera'))]);
    await chooser.setFiles(photoFile(bytes));
    await page.locator('.photo-row img').waitFor();
    await page.getByText(/已定位/).waitFor();
    await noSeriousFault(page, 'report');
    await hand.tap(page.locator('.six button').first());
    assert.match(await page.getByLabel('说明').inputValue(), /，江滨苑$/);
    await hand.tap(page.getByRole('button', { name: '提交' }));
    assert.equal(hand.counted.taps, 3);

    const line = page.locator('li.line').first();
    await line.getByText('已收到', { exact: true }).waitFor();
    await line.getByText('照片 1/1 已传').waitFor();
    const number = await line.locator('.num').innerText();
    assert.match(number, /^\d{6}-\d+/);
    await noSeriousFault(page, 'queue');

    const token = await tokenOf(WORKER);
    const report = (await ask('/api/v1/reports?tab=mine&limit=100', token)).items.find((each) => each.trackingNumber === number);
    assert.equal(report.gridCode, '990100001001001');
    const photos = (await ask(`/api/v1/attachments?ownerKind=REPORT&ownerId=${report.id}`, token)).items;
    assert.deepEqual(photos.map((photo) => photo.state), ['STORED']);
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('settled on the spot goes with photos of before and after; the grid and its list say the same', async () => {
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    const bytes = await picture(page, 800, 600);
    await photograph(page, bytes);
    await page.locator('.six button').first().tap();
    await page.getByRole('button', { name: '已现场解决' }).tap();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('label.button', { hasText: '处置后照片' }).tap()]);
    await chooser.setFiles(photoFile(bytes, 'after.jpg'));
    await page.getByAltText('处置后照片').waitFor();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('照片 2/2 已传').waitFor();
    await page.getByRole('link', { name: '我的网格' }).tap();
    await page.locator('.map canvas').first().waitFor();
    await page.getByText('◆ 我的 · 春晓社区第一网格（江滨苑）').waitFor();
    await page.getByText(/我报的 ·/).first().waitFor();
    await noSeriousFault(page, 'grid');
    await page.getByRole('link', { name: '我', exact: true }).tap();
    await noSeriousFault(page, 'me');
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('a position refused and a file that is no picture are said with what to do, and the report goes by its grid', async () => {
  const { context, page } = await phone(await newFolder(), { permissions: [] });
  try {
    await firstTime(page);
    await photograph(page, Buffer.from('no picture at all'));
    await page.getByText('这张照片读不出来').waitFor();
    await page.getByText('没有获得定位授权').waitFor();
    await page.getByRole('button', { name: '不确定' }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.locator('li.line').first().getByText('已收到', { exact: true }).waitFor();
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('on a full phone nothing claims to be stored, what was typed stays, and there is a way out', async () => {
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    const session = await context.newCDPSession(page);
    // The browser measures the room anew when nobody has had the store open for a while.
    await page.goto('about:blank');
    await session.send('Storage.overrideQuotaForOrigin', { origin: grid.address, quotaSize: 1 });
    await page.waitForTimeout(5_000);
    await page.goto(`${grid.address}/field/`);
    await page.getByLabel('本机 PIN').fill(PIN);
    await page.getByRole('button', { name: '打开' }).tap();
    await page.getByRole('link', { name: '不拍照，直接上报' }).tap();
    await page.getByRole('button', { name: '不确定' }).tap();
    await page.getByLabel('说明').fill('井盖松动');
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('手机存储已满，还没有存下').waitFor();
    assert.equal(await page.getByLabel('说明').inputValue(), '井盖松动');
    await session.send('Storage.overrideQuotaForOrigin', { origin: grid.address });
    await page.getByRole('button', { name: '提交' }).tap();
    await page.locator('li.line', { hasText: '井盖松动' }).getByText('已收到', { exact: true }).waitFor();
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('a photo of 40 million points and 30 MB is made small before it waits', async () => {
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    // What stands behind a picture's end makes a file as large as a camera of today writes it.
    await photograph(page, Buffer.concat([await picture(page, 7680, 5200), Buffer.alloc(30 * 1024 * 1024)]));
    await page.locator('.photo-row img').waitFor();
    const sides = await page.locator('.photo-row img').evaluate((image) => [image.naturalWidth, image.naturalHeight]);
    assert.deepEqual(sides, [2048, 1387]);
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: '不报了' }).tap();
    await page.getByRole('heading', { name: '我的任务' }).waitFor();
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('what the grid holds is accepted and settled with the phone alone', async () => {
  const mark = `楼道杂物${Date.now()}`;
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    await page.getByRole('link', { name: '不拍照，直接上报' }).tap();
    await page.getByRole('searchbox').fill('0104');
    await page.locator('.six button').first().tap();
    await page.getByLabel('说明').fill(mark);
    await page.getByText(/已定位/).waitFor();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.locator('li.line', { hasText: mark }).getByText('已收到', { exact: true }).waitFor();
    for (const [word, photographs] of [['受理', false], ['处置', true]]) {
      await page.getByRole('link', { name: '任务' }).tap();
      const task = page.locator('li.line', { hasText: mark }).filter({ hasText: word });
      for (let tries = 0; (await task.count()) === 0 && tries < 40; tries++) {
        await page.getByRole('button', { name: '立即同步' }).tap();
        await page.waitForTimeout(500);
      }
      await task.getByRole('link').tap();
      if (photographs) {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('label.button', { hasText: '现场照片' }).tap()]);
        await chooser.setFiles(photoFile(await picture(page, 640, 480)));
        await page.getByAltText('现场照片').waitFor();
        await noSeriousFault(page, 'task');
      }
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByRole('link', { name: /^待传/ }).tap();
      await page.locator('li.line', { hasText: `${word} 道路不洁` }).first().getByText('已收到', { exact: true }).waitFor();
    }
    const token = await tokenOf(WORKER);
    const theCase = (await ask('/api/v1/cases?tab=reported&limit=100', token)).items.find((each) => each.text === mark);
    assert.ok(!['PENDING_ACCEPTANCE', 'IN_PROGRESS'].includes(theCase.state), theCase.state);
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('what a resident said is confirmed on the phone, and what is not there is not filed, with a reason', async () => {
  const desk = office(grid);
  const mark = `渣土${Date.now()}`;
  const [there, gone] = [`${mark}在`, `${mark}已清`];
  const ids = new Map();
  for (const text of [there, gone]) ids.set(text, await desk.report('hotline-agent-1', text, '0103', [HERE.longitude, HERE.latitude], { channel: 'HOTLINE', resident: { phone: '13800003131' }, address: '江滨苑东门' }));
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    for (const [text, answer, expected] of [[there, '属实，立案', 'filed'], [gone, '不属实，不立案', 'NOT_FILED']]) {
      await page.getByRole('link', { name: '任务' }).tap();
      const task = page.locator('li.line', { hasText: text }).filter({ hasText: '核实' });
      await until(async () => {
        if ((await task.count()) > 0) return true;
        await page.getByRole('button', { name: '立即同步' }).tap();
        return false;
      }, `${text} among the tasks`);
      await task.getByRole('link').tap();
      await page.getByText('核实：情况属实吗').waitFor();
      await page.locator('.matter', { hasText: text }).waitFor();
      const send = page.getByRole('button', { name: '提交' });
      assert.equal(await send.isDisabled(), true, 'nothing is said yet');
      await page.getByRole('button', { name: answer, exact: true }).tap();
      if (expected === 'NOT_FILED') {
        assert.equal(await send.isDisabled(), true, 'not filed only with a reason');
        await page.getByLabel('不立案的理由').fill('现场已经清走');
        await noSeriousFault(page, 'confirm');
      }
      await send.tap();
      await until(async () => {
        const { state } = await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${ids.get(text)}?waitMs=2000`);
        return expected === 'filed' ? !['PENDING_CONFIRMATION', 'NOT_FILED'].includes(state) : state === expected;
      }, `${text} ${expected}`);
    }
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

/** Done by the community, with a resident who was met at the door: who asks is a grid worker. @returns the case's id */
async function toVisit(desk, text) {
  const id = await desk.report('grid-worker-1', text, '0106', [HERE.longitude, HERE.latitude], { resident: { name: '孙阿姨🌷', phone: '13800006161' }, address: '江滨苑2号楼' });
  await desk.command('community-clerk-1', id, 'accept');
  const done = await desk.command('community-clerk-1', id, 'complete', { text: '已清理' });
  if (done.state === 'PENDING_CHECK') await desk.command('grid-worker-1', id, 'check', { passed: true, text: '到位' });
  await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${id}.1?waitMs=10000`);
  return id;
}

async function shownAmongTasks(page, text) {
  await page.getByRole('link', { name: '任务' }).tap();
  const line = page.locator('li.line', { hasText: text }).filter({ hasText: '上门回访' });
  await until(async () => {
    if ((await line.count()) > 0) return true;
    await page.getByRole('button', { name: '立即同步' }).tap();
    return false;
  }, `${text} among the tasks`);
  return line;
}

test('a resident is asked at the door in five taps, the contact is shown on record, and the ledger says who visited', async () => {
  const desk = office(grid);
  const mark = `绿地垃圾${Date.now()}`;
  const id = await toVisit(desk, mark);
  const others = await desk.call('grid-worker-2', 'GET', '/api/v1/callbacks?tab=visit&limit=100');
  assert.ok(!others.items.some((round) => round.caseId === id), 'another grid does not see it');
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    const hand = thumb();
    await hand.tap((await shownAmongTasks(page, mark)).getByRole('link'));
    await page.locator('.matter', { hasText: mark }).waitFor();
    const send = page.getByRole('button', { name: '提交' });
    assert.equal(await send.isDisabled(), true, 'nothing is said yet');
    assert.ok(!(await page.content()).includes('13800006161'), 'no number before it is asked for');
    await until(async () => {
      // Intake hears a moment after the ledger that somebody is to knock.
      const items = (await desk.call('grid-worker-1', 'GET', '/api/v1/notices')).items;
      return items.some((notice) => notice.caseId === id && notice.subject === 'callback-visit');
    }, 'the notice to visit');
    await hand.tap(page.getByRole('button', { name: '查看联系方式' }));
    await page.getByText('孙阿姨🌷').waitFor();
    await page.getByRole('link', { name: '13800006161' }).waitFor();
    await hand.tap(page.getByRole('button', { name: '解决了', exact: true }));
    await hand.tap(page.getByRole('button', { name: '满意', exact: true }));
    await noSeriousFault(page, 'visit');
    await hand.tap(send);
    assert.equal(hand.counted.taps, 5);
    await page.getByRole('link', { name: /^待传/ }).tap();
    await page.locator('li.line', { hasText: '上门回访' }).first().getByText('已收到', { exact: true }).waitFor();

    const round = await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${id}.1`);
    assert.deepEqual([round.state, round.reporters[0].mode, round.outcome.grade], ['ANSWERED', 'VISIT', 'SATISFIED']);
    await until(async () => JSON.stringify(await desk.call('auditor-1', 'GET', `/api/v1/ledger/cases/${id}`)).includes('"mode":"VISIT"'), 'the visit in the ledger');
    const entries = JSON.stringify(await desk.call('auditor-1', 'GET', `/api/v1/ledger/cases/${id}`));
    assert.ok(entries.includes('audit.contact-revealed'), 'the look at the contact stands there too');
    assert.ok(!entries.includes('13800006161'));
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('without signal a visit waits on the phone; what a clerk recorded meanwhile is told, and nothing is sent again by itself', async () => {
  const desk = office(grid);
  const mark = `草坪杂物${Date.now()}`;
  const [away, overtaken] = [await toVisit(desk, `${mark}甲`), await toVisit(desk, `${mark}乙`)];
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    await shownAmongTasks(page, `${mark}甲`);
    await shownAmongTasks(page, `${mark}乙`);
    await context.setOffline(true);
    for (const text of [`${mark}甲`, `${mark}乙`]) {
      await (await shownAmongTasks(page, text)).getByRole('link').tap();
      await page.locator('.matter', { hasText: text }).waitFor();
      await page.getByText('没有信号，查不了联系方式').waitFor();
      await page.getByRole('button', { name: '不在家' }).tap();
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByRole('heading', { name: '我的任务' }).waitFor();
    }
    await desk.call('callback-clerk-1', 'POST', `/api/v1/callbacks/${overtaken}.1/outcomes`, { id: crypto.randomUUID(), reached: false });
    await context.setOffline(false);
    await page.getByRole('link', { name: /^待传/ }).tap();
    const back = page.locator('li.line[data-state="NEEDS_YOU"]', { hasText: '上门回访' });
    await back.waitFor();
    await until(async () => (await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${away}.1`)).attempts.some((attempt) => attempt.mode === 'VISIT'), 'nobody at home, noted');
    await back.getByRole('link', { name: '看任务现状' }).tap();
    await page.getByText('请看一下现状').waitFor();
    await page.getByText('已试 1 次没找到人').waitFor();
    assert.equal(await page.getByRole('button', { name: '不在家' }).getAttribute('aria-pressed'), 'true', 'what was said stands there');
    const before = await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${overtaken}.1`);
    assert.equal(before.attempts.length, 1, 'nothing was sent by itself');
    await page.getByRole('button', { name: '提交' }).tap();
    await until(async () => (await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${overtaken}.1`)).attempts.length === 2, 'sent on the word of its owner');
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('what is typed at a task stays when the session ends in the middle of it', async () => {
  const desk = office(grid);
  const mark = `渣土未清${Date.now()}`;
  await desk.report('hotline-agent-1', mark, '0103', [HERE.longitude, HERE.latitude], { channel: 'HOTLINE', resident: { name: '阿明😀', phone: '13800003131' }, address: '江滨苑东门' });
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    const line = page.locator('li.line', { hasText: mark });
    await until(async () => {
      if ((await line.count()) > 0) return true;
      await page.getByRole('button', { name: '立即同步' }).tap();
      return false;
    }, `${mark} among the tasks`);
    await line.getByRole('link').tap();
    await page.locator('.matter', { hasText: mark }).waitFor();
    await page.getByRole('button', { name: '属实，立案', exact: true }).tap();
    await page.getByLabel('现场看到什么').fill('东门外两车渣土');
    await page.route('**/api/v1/**', (route) => (route.request().url().endsWith('/sessions') ? route.continue() : route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401,"code":"not-signed-in","title":"请登录"}' })));
    await page.getByRole('button', { name: '立即同步' }).tap();
    await page.getByRole('link', { name: '登录已过期，重新登录后继续传' }).tap();
    await page.getByText('登录已过期，重新登录后可以设置提醒').waitFor();
    await noSeriousFault(page, 'me, signed out');
    await page.unroute('**/api/v1/**');
    await page.getByLabel('密码').fill(grid.password);
    await page.getByRole('button', { name: '登录', exact: true }).tap();
    await page.getByText(/全部已传 ·/).waitFor();
    await page.getByRole('link', { name: '任务' }).tap();
    await page.locator('li.line', { hasText: mark }).getByRole('link').tap();
    await page.locator('.matter', { hasText: mark }).waitFor();
    await page.waitForFunction(() => document.querySelector('#found')?.value === '东门外两车渣土');
    assert.equal(await page.getByRole('button', { name: '属实，立案', exact: true }).getAttribute('aria-pressed'), 'true');
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('a service that is away, a role that may not, a camera without a picture and a wrong clock are each said with what to do', async () => {
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    await page.route('**/api/v1/cases?*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"code":"unavailable","title":"忙"}' }));
    await page.getByRole('button', { name: '立即同步' }).tap();
    await page.getByText('服务器暂时连不上').waitFor();
    await page.unroute('**/api/v1/cases?*');
    await page.route('**/api/v1/field-pack', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403,"code":"not-allowed","title":"您没有这项权限","remedy":"请联系管理员"}' }));
    await page.getByRole('button', { name: '立即同步' }).tap();
    await page.getByText('您没有这项权限').waitFor();
    await noSeriousFault(page, 'home, not allowed');
    await page.unroute('**/api/v1/field-pack');
    await page.getByRole('button', { name: '立即同步' }).tap();
    await page.getByText('您没有这项权限').waitFor({ state: 'detached' });

    await page.locator('label.camera input').dispatchEvent('cancel');
    await page.getByText('没有拍到照片').waitFor();
    await page.getByRole('link', { name: '不拍照，直接上报' }).tap();
    await page.locator('.photo-row input[capture]').first().dispatchEvent('cancel');
    await page.getByText('从相册选', { exact: true }).waitFor();
    await noSeriousFault(page, 'report, no camera');
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('a phone whose clock is wrong is told so, without anything being sent', async () => {
  const { context, page } = await phone(await newFolder());
  try {
    await context.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 20 * 60_000;
    });
    await firstTime(page);
    await page.getByText('手机时间与服务器相差 20 分钟').waitFor();
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test('reminders: what the phone cannot do is said in words, and quiet hours belong to the person', async () => {
  const desk = office(grid);
  const offered = (publicKey) => async (route) => (route.request().method() === 'GET' ? route.fulfill({ contentType: 'application/json', body: JSON.stringify({ publicKey, items: [] }) }) : route.continue());
  const { context, page } = await phone(await newFolder());
  try {
    await firstTime(page);
    const { publicKey } = await desk.call(WORKER, 'GET', '/api/v1/notices/push-subscriptions');
    await page.getByRole('link', { name: '我', exact: true }).tap();
    if (!publicKey) await page.getByText('本地区没有开通推送').waitFor();
    await page.getByLabel('从', { exact: true }).fill('22:30');
    await page.getByText('已保存').waitFor();
    assert.equal((await desk.call(WORKER, 'GET', '/api/v1/notices/preferences')).quiet.from, '22:30');
    await noSeriousFault(page, 'reminders');

    // Forbidden is what a browser without a screen says by itself.
    await page.route('**/push-subscriptions', offered('BAr4'));
    await page.getByRole('link', { name: '任务' }).tap();
    await page.getByRole('link', { name: '我', exact: true }).tap();
    await page.getByText('提醒已被禁止').waitFor();
    await page.evaluate(() => { delete globalThis.PushManager; });
    await page.getByRole('link', { name: '任务' }).tap();
    await page.getByRole('link', { name: '我', exact: true }).tap();
    await page.getByText('这个浏览器收不了推送').waitFor();
    await context.setOffline(true);
    await page.getByText('没有信号，联网后可以设置提醒').waitFor();
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});

test(`no network, ${HOW_MANY} reports with photos, the browser killed, the network back: exactly ${HOW_MANY} cases`, async () => {
  const folder = await newFolder();
  const mark = `断网${Date.now()}`;
  let { context, page } = await phone(folder);
  await firstTime(page);
  const bytes = await picture(page, 900, 700);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  for (let i = 0; i < HOW_MANY; i++) {
    await photograph(page, bytes);
    await page.locator('.photo-row img').waitFor();
    await page.locator('.six button').nth(i % 6).tap();
    await page.getByLabel('说明').fill(`${mark}第${i}件`);
    await page.getByRole('button', { name: '提交' }).tap();
    await page.locator('li.line', { hasText: `${mark}第${i}件` }).getByText('待传', { exact: true }).waitFor();
    await page.getByRole('link', { name: '任务' }).tap();
  }
  await page.getByText(`待传 ${HOW_MANY} 件`).waitFor();

  // Opened again without a network: the PIN opens it, and everything is there.
  await page.reload();
  await page.getByLabel('本机 PIN').fill('000000');
  await page.getByRole('button', { name: '打开' }).tap();
  await page.getByText('PIN 不对').waitFor();
  await page.getByLabel('本机 PIN').fill(PIN);
  await page.getByRole('button', { name: '打开' }).tap();
  await page.getByText(`待传 ${HOW_MANY} 件`).waitFor();

  // Killed, as a phone does it: nothing gets to say goodbye. Chromium writes its cookies every half minute; somebody whose
  // phone dies before signs in again, which is another story.
  await until(async () => (await readFile(join(folder, 'Default', 'Cookies'))).includes('wangge_session'), 'the session on disk');
  const session = await context.newCDPSession(page);
  const gone = new Promise((resolve) => context.once('close', resolve));
  await session.send('Browser.crash').catch(() => {});
  await Promise.race([gone, context.close().catch(() => {})]);

  ({ context, page } = await phone(folder));
  try {
    await page.goto(`${grid.address}/field/`);
    await page.getByLabel('本机 PIN').fill(PIN);
    await page.getByRole('button', { name: '打开' }).tap();
    await page.getByText(/全部已传 ·/).waitFor({ timeout: 3 * PATIENCE });
    await page.getByRole('link', { name: '待传' }).tap();
    assert.equal(await page.locator('li.line[data-state="RECEIVED"]', { hasText: mark }).count(), HOW_MANY);

    const token = await tokenOf(WORKER);
    const reports = (await ask('/api/v1/reports?tab=mine&limit=100', token)).items.filter((report) => report.text.startsWith(mark));
    assert.equal(reports.length, HOW_MANY, 'each was filed once');
    assert.equal(new Set(reports.map((report) => report.text)).size, HOW_MANY);
    for (const report of reports) {
      await ask(`/api/v1/cases/${report.id}?waitMs=10000`, token);
      const photos = (await ask(`/api/v1/attachments?ownerKind=REPORT&ownerId=${report.id}`, token)).items;
      assert.deepEqual(photos.map((photo) => photo.state), ['STORED'], report.text);
    }

    // Signed out with something unsent: it stays for its owner, and only for him.
    await context.setOffline(true);
    await page.getByRole('link', { name: '任务' }).tap();
    await page.getByRole('link', { name: '不拍照，直接上报' }).tap();
    await page.getByRole('button', { name: '不确定' }).tap();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('待传 1 件').waitFor();
    await page.getByRole('link', { name: '我', exact: true }).tap();
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: '退出登录' }).tap();
    await page.getByLabel('本机 PIN').waitFor();
    const lying = await page.evaluate(() => new Promise((resolve) => {
      const asked = indexedDB.open('wangge-field');
      asked.onsuccess = () => {
        const all = asked.result.transaction('items').objectStore('items').getAll();
        all.onsuccess = () => resolve(all.result.map((item) => new TextDecoder().decode(item.box)).join(''));
      };
    }));
    assert.ok(!lying.includes('不确定') && !lying.includes(mark), 'nothing can be read without the key');
    await context.setOffline(false);
    await page.getByLabel('本机 PIN').fill(PIN);
    await page.getByRole('button', { name: '打开' }).tap();
    // Signed out at the service or not, the person may have to sign in; what was written is still there.
    await page.locator('.sync').getByText(/全部已传 ·|登录已过期/).first().waitFor();
    assert.deepEqual(page.failures, []);
  } finally {
    await context.close();
  }
});
