import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { DESK, PATIENCE, PHONE, browserOfDebian, opened } from './people.js';
import { product } from './stack.js';

/** What somebody in the street might type. */
const MATTER = '望江路口 <img src=x onerror="window.robbed=1"> 垃圾堆了三天 & 有异味';

let grid;
let browser;
let caseId;
const strangers = new Set();

before(async () => {
  browser = await browserOfDebian();
  grid = await product();
});

after(async () => {
  await browser?.close();
  await grid?.stop();
});

/** A fresh browser of one person, signed in; closed with its proof that nothing went wrong on the page. */
async function as(username, device, work) {
  const context = await browser.newContext({ ...device, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const failures = [];
  page.on('pageerror', (failure) => failures.push(String(failure)));
  page.on('request', (request) => !request.url().startsWith(grid.address) && !request.url().startsWith('data:') && strangers.add(request.url()));
  try {
    await page.goto(grid.address);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(grid.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.locator('#stage').waitFor();
    await work(page);
    assert.equal(await page.evaluate('window.robbed'), undefined);
    assert.deepEqual(failures, []);
  } catch (failure) {
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: `test-results/${username}.png`, fullPage: true });
    throw failure;
  } finally {
    await context.close();
  }
}

test('a wrong password is refused with what to do next', async () => {
  const page = await browser.newPage();
  await page.goto(grid.address);
  await page.getByLabel('用户名').fill('nobody-at-all');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').getByText('用户名或密码不对').waitFor({ timeout: PATIENCE });
  await page.close();
});

test('a grid worker reports with a phone, in a few taps', async () => {
  await as('grid-worker-1', PHONE, async (page) => {
    await page.getByRole('searchbox').fill('0203');
    await page.locator('.chip').first().click();
    await page.getByLabel('说明').fill(MATTER);
    await page.getByText('居民联系方式').click();
    await page.getByLabel('电话').fill('13800001234');
    const [request] = await Promise.all([
      page.waitForRequest((r) => r.method() === 'POST' && r.url().endsWith('/api/v1/reports')),
      page.getByRole('button', { name: '上报', exact: false }).last().click(),
    ]);
    caseId = request.postDataJSON().id;
    await page.getByText('已上报').waitFor();
    assert.match(await page.locator('.sent .number').innerText(), /^\d{6}-\d+/);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `the page is ${width} wide on a phone of 360`);
  });
});

test('the community accepts and completes it, beside its list', async () => {
  await as('community-clerk-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/inbox/${caseId}`);
    await opened(page, caseId);
    await page.locator('.matter').getByText('<img src=x').waitFor();
    await page.getByRole('button', { name: /^受理/ }).click();
    await page.getByRole('button', { name: /^确认受理/ }).click();
    await page.getByRole('button', { name: /^处置完成/ }).click();
    await page.getByLabel('怎么处置的').fill('已清运，加密巡查');
    await page.getByRole('button', { name: /^确认处置完成/ }).click();
    await page.locator('.case .state-mark').getByText('待回访').waitFor();
  });
});

test('the resident is asked, and the answer closes the case', async () => {
  await as('callback-clerk-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/callbacks/${caseId}.1`);
    await opened(page, `${caseId}.1`);
    await page.getByRole('heading', { name: '话术' }).waitFor();
    assert.ok(!(await page.content()).includes('13800001234'), 'no number before it is asked for');
    await page.keyboard.press('p');
    await page.getByRole('link', { name: '13800001234' }).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    assert.equal(await page.getByRole('button', { name: /^记下结果/ }).isDisabled(), true, 'nothing is sent before the grade is known');
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.getByText(/已记：非常满意/).waitFor();
  });
});

test('the ledger shows the whole line, and proves it', async () => {
  await as('auditor-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/ledger/${caseId}`);
    await page.locator('.chain').getByText('案卷建立').waitFor();
    for (let tries = 0; (await page.locator('.chain').getByText('结案', { exact: true }).count()) === 0 && tries < 20; tries++) {
      await page.waitForTimeout(500);
      await page.reload();
      await page.locator('.chain').getByText('案卷建立').waitFor();
    }
    await page.locator('.chain').getByText('结案', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^验证这条链/ }).click();
    await page.getByText(/^链完整/).waitFor();
  });
});

test('a call pops up with the agent, shows who calls, and is filed with the keyboard alone', async () => {
  await as('hotline-agent-1', DESK, async (page) => {
    await page.getByText('等待来电').waitFor();
    await ring({ callId: `browser-call-${Date.now()}`, type: 'RING', line: '8800', number: '13800001234', agent: 'staff-hotline-agent-1' });
    await page.getByRole('heading', { name: /138\*\*\*\*1234/ }).first().waitFor();
    await page.getByRole('region', { name: /^来电人/ }).getByText('望江路口').waitFor();
    await page.keyboard.press('F4');
    await page.keyboard.type('江滨苑三单元燃气味很重');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('已紧急派遣').waitFor();
    assert.ok(!(await page.content()).includes('13800001234'));
    await page.keyboard.press('F6');
    await page.keyboard.type('居住证');
    await page.getByText('居住证到期了怎么续签').waitFor();
    await page.getByRole('button', { name: /^用这条答复/ }).first().click();
    await page.getByText('已登记', { exact: true }).first().waitFor();
  });
});

test('a superior order is taken in and answered as being worked on', async () => {
  await as('dispatcher-1', DESK, async (page) => {
    await page.getByRole('navigation', { name: /^房间/ }).getByRole('link', { name: /^交办/ }).click();
    await page.getByRole('button', { name: /^登记交办/ }).click();
    await page.getByLabel('工单编号').fill('GD20261123001');
    await page.getByLabel('内容').fill('夜间施工噪音扰民，请核实处理');
    await page.getByRole('button', { name: /^登记 / }).click();
    await page.getByRole('heading', { name: /GD20261123001/ }).waitFor();
    await page.getByLabel('办理情况').fill('已派街道综合执法队核实');
    await page.getByRole('button', { name: /^答复上级/ }).click();
    await page.getByText('已派街道综合执法队核实').first().waitFor();
  });
});

/** As the telephone system does. */
async function ring(event) {
  const answer = await fetch(`${grid.address}/api/v1/calls/events`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Hotline-Key': 'demo-telephone-key' }, body: JSON.stringify(event),
  });
  assert.equal(answer.status, 200, await answer.text());
}

test('a resident reports without an account, by phone code, and follows it by number', async () => {
  const context = await browser.newContext({ ...PHONE, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const failures = [];
  page.on('pageerror', (failure) => failures.push(String(failure)));
  page.on('request', (request) => !request.url().startsWith(grid.address) && !request.url().startsWith('data:') && strangers.add(request.url()));
  await page.goto(`${grid.address}/public.html`);
  await page.getByText('用手机号登录').click();
  await page.getByLabel('手机号').fill('13800005678');
  await page.getByRole('button', { name: /^获取验证码/ }).click();
  await page.getByText('验证码已发送').waitFor();
  // By keyboard alone from here: the code field has the focus.
  await page.keyboard.type('246810');
  await page.keyboard.press('Enter');
  await page.getByText('已登录').waitFor();
  await page.getByLabel('说明').fill(MATTER);
  await page.getByLabel('地点').fill('望江路 12 号');
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByText('已收到，谢谢').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, 'nothing stands beside the screen of a phone');
  await page.getByRole('link', { name: /查进度 Follow it/ }).click();
  await page.getByText(MATTER).waitFor();
  await page.goto(`${grid.address}/public.html#/mine`);
  await page.getByText(MATTER).waitFor();
  assert.equal(await page.evaluate('window.robbed'), undefined);
  assert.deepEqual(failures, []);
  await context.close();
});

test('the bell leads to the notices, and to how one wants to be told', async () => {
  await as('handler-1', DESK, async (page) => {
    await page.getByRole('link', { name: /^通知/ }).click();
    await page.getByRole('heading', { name: /^通知/ }).waitFor();
    await page.getByText('通知方式').click();
    const sms = page.getByLabel('短信');
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/preferences') && answer.request().method() === 'PUT'),
      sms.uncheck(),
    ]);
    await page.reload();
    await page.getByText('通知方式').click();
    await page.waitForFunction(() => document.querySelector('details .choice input')?.checked === false);
  });
});

test('no page ever asked another address for anything', () => {
  assert.deepEqual([...strangers], []);
});
