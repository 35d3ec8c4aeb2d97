import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PATIENCE, PHONE, as, opened, stage } from './people.js';

/** What somebody in the street might type. */
const MATTER = '望江路口 <img src=x onerror="window.robbed=1"> 垃圾堆了三天 & 有异味';

const { grid, browser } = await stage();
let caseId;

test('a wrong password is refused with what to do next', async () => {
  const page = await browser.newPage();
  await page.goto(grid.address);
  await page.getByLabel('用户名').fill('nobody-at-all');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').getByText('用户名或密码不对').waitFor({ timeout: PATIENCE });
  await page.close();
});

test('a grid worker reports with a phone at the desk, too, in a few taps', async () => {
  await as(browser, grid, 'grid-worker-1', PHONE, async (page) => {
    await page.waitForURL('**/field/**');
    await page.goto(`${grid.address}/#/report`);
    await page.getByRole('combobox', { name: '类别' }).fill('0203');
    await page.getByRole('option').first().click();
    await page.getByLabel('说明').fill(MATTER);
    await page.getByText('居民联系方式').click();
    await page.getByLabel('电话').fill('13800001234');
    const [request] = await Promise.all([
      page.waitForRequest((r) => r.method() === 'POST' && r.url().endsWith('/api/v1/reports')),
      page.getByRole('button', { name: '上报', exact: true }).click(),
    ]);
    caseId = request.postDataJSON().id;
    await page.locator('.sent').getByText('已上报').waitFor();
    assert.match(await page.locator('.sent .number').innerText(), /^\d{6}-\d+/);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `the page is ${width} wide on a phone of 360`);
  });
});

test('the community accepts and completes it, beside its list', async () => {
  await as(browser, grid, 'community-clerk-1', DESK, async (page) => {
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
  await as(browser, grid, 'callback-clerk-1', DESK, async (page) => {
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
  await as(browser, grid, 'auditor-1', DESK, async (page) => {
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
