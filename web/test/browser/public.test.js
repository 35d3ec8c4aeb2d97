import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { PATIENCE, isAccessible, office, stage } from './people.js';
import { PHONE, photoFile, picture } from './phone.js';

/** What somebody in the street might type. */
const MATTER = '江滨苑老人 <img src=x onerror="window.robbed=1"> 老年证到期 & 想请人代办';
/** The demo sends no messages and takes this code. */
const CODE = '246810';
/** One code a minute and five a day for each: everybody has a telephone of his own. */
const telephone = () => `138${String(randomInt(100_000_000)).padStart(8, '0')}`;

const { grid, browser, desk: clerk } = await stage();

/** A phone in the street, without an account; closed with its proof that nothing went wrong on the page and nobody else was asked. */
async function inTheStreet(name, work, more = {}) {
  const context = await browser.newContext({ ...PHONE, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const failures = [];
  const strangers = [];
  page.on('pageerror', (failure) => failures.push(String(failure)));
  page.on('request', (request) => !request.url().startsWith(grid.address) && !/^(data|blob):/.test(request.url()) && strangers.push(request.url()));
  try {
    await page.goto(`${grid.address}/public.html`);
    await page.getByRole('heading', { name: '居民随手报' }).waitFor();
    await work(page, context);
    assert.equal(await page.evaluate('window.robbed'), undefined);
    assert.deepEqual(failures, []);
    assert.deepEqual(strangers, []);
  } catch (failure) {
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: `test-results/public-${name}.png`, fullPage: true });
    throw failure;
  } finally {
    await context.close();
  }
}

async function fits(page, what) {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${what}: nothing stands beside the screen of a phone`);
  await isAccessible(page, what);
}

test('a resident finds an answer in his own words before he has to ask, and nothing that was not meant for him', async () => {
  const clerk = office(grid);
  const [open, inside] = [randomUUID(), randomUUID()];
  const mark = `${randomInt(1_000_000)}`;
  await clerk.call('dispatcher-1', 'PUT', `/api/v1/hotline/articles/${open}`, { question: `图书漂流角 ${mark} 怎么借书`, answer: '凭身份证登记，每次两本。', keywords: '看书', published: true });
  await clerk.call('dispatcher-1', 'PUT', `/api/v1/hotline/articles/${inside}`, { question: `图书漂流角 ${mark} 丢书怎么内部处理`, answer: '只给坐席看的话。', keywords: '看书' });
  await inTheStreet('faq', async (page) => {
    await page.getByRole('link', { name: '常见问答' }).click();
    await page.getByRole('heading', { name: '大家常问' }).waitFor();
    await fits(page, 'questions and answers');
    await page.getByLabel('您想问什么').fill(`漂流角 ${mark}`);
    await page.locator(`[data-answers="漂流角 ${mark}"]`).waitFor();
    const question = page.getByText(`图书漂流角 ${mark} 怎么借书`);
    await question.waitFor();
    if (!(await page.getByText('凭身份证登记').isVisible())) await question.click();
    await page.getByText('凭身份证登记').waitFor();
    assert.equal(await page.getByText('丢书怎么内部处理').count(), 0);
    await page.getByLabel('您想问什么').fill('zzqxjk');
    await page.getByText('没有找到相近的问答').waitFor();
    await page.getByRole('link', { name: '我要咨询或反映' }).click();
    await page.getByRole('heading', { name: '我要反映' }).waitFor();
  });
  for (const [id, question] of [[open, `图书漂流角 ${mark} 怎么借书`], [inside, `图书漂流角 ${mark} 丢书怎么内部处理`]]) {
    await clerk.call('dispatcher-1', 'PUT', `/api/v1/hotline/articles/${id}`, { question, answer: '不再有', retired: true });
  }
});

test('a resident reports with a photo, hears of it, rates it in his own list, and asks for it to be done again', async () => {
  const phone = telephone();
  await inTheStreet('whole', async (page) => {
    await fits(page, 'the first screen');
    await page.getByRole('link', { name: /^我要反映/ }).tap();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('拍照', { exact: true }).tap()]);
    await chooser.setFiles(photoFile(await picture(page, 1200, 900)));
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await page.getByLabel('说明').fill(MATTER);
    await page.getByLabel('地点').fill('江滨');
    await page.getByRole('button', { name: /^江滨苑/ }).tap();
    await page.getByText('已标出位置').waitFor();
    await page.getByLabel('类别（可不选）').selectOption('1005');
    await page.getByText('留手机号').tap();
    await page.getByLabel('手机号', { exact: true }).fill(phone);
    await page.getByRole('button', { name: '获取验证码' }).tap();
    await page.getByText('验证码已发送').waitFor();
    // By keyboard alone from here: the code's field has the focus.
    await page.keyboard.type(CODE);
    await page.keyboard.press('Enter');
    await page.getByText('手机号已验证').waitFor();
    await fits(page, 'a report that is filled in');
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/api/v1/public/reports')),
      page.getByRole('button', { name: '提交', exact: true }).tap(),
    ]);
    await page.getByText('已收到，谢谢').waitFor();
    assert.equal(await page.getByText('照片没有传上').count(), 0);
    await fits(page, 'the receipt');
    const caseId = request.postDataJSON().id;
    const number = (await page.locator('.received .number').innerText()).trim();
    assert.match(number, /^\d{6}-\d+$/);
    await page.getByRole('link', { name: '查进度' }).tap();
    await page.getByText(MATTER).waitFor();
    await fits(page, 'the progress of a report');

    await clerk.command('community-clerk-1', caseId, 'accept');
    await clerk.command('community-clerk-1', caseId, 'complete', { text: '已上门代办' });
    await clerk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${caseId}.1?waitMs=8000`);
    const rate = page.getByRole('link', { name: '去评价' });
    await page.goto(`${grid.address}/public.html#/mine`);
    for (let tries = 0; tries < 30; tries++) {
      await page.getByRole('heading', { name: '我的上报', exact: true }).waitFor();
      if (await rate.count()) break;
      await page.waitForTimeout(500);
      await page.reload();
    }
    await rate.first().waitFor();
    await fits(page, 'my reports and notices');
    await rate.first().tap();
    await page.getByRole('button', { name: '提交评价' }).tap();
    await page.getByText('请选“解决了吗”和“满意吗”').waitFor();
    await page.getByText('解决了', { exact: true }).tap();
    await page.getByText('满意', { exact: true }).tap();
    await fits(page, 'the rating');
    await page.getByRole('button', { name: '提交评价' }).tap();
    await page.getByText('您的评价已记录').waitFor();

    await page.goto(`${grid.address}/public.html#/track/${number}`);
    const again = page.getByText('没有解决？要求重办');
    for (let tries = 0; tries < 30; tries++) {
      await page.locator('.matter .stage').waitFor();
      if (await again.count()) break;
      await page.waitForTimeout(500);
      await page.reload();
    }
    await again.tap();
    await page.getByLabel('哪里没有解决').fill('证件上的名字写错了');
    await page.getByRole('button', { name: '要求重办' }).tap();
    await page.getByText('已转督查员').waitFor();
  });
});

test('without a network nothing typed is lost; sent again it is one report, at the place that was tapped', async () => {
  await inTheStreet('offline', async (page, context) => {
    await page.getByRole('link', { name: /^我要反映/ }).tap();
    await page.getByLabel('说明').fill('柳浦河边护栏松动');
    await page.getByRole('button', { name: '在地图上选' }).tap();
    const map = page.locator('.ground-map[data-drawn]');
    await map.waitFor();
    await fits(page, 'the map');
    await page.getByLabel('或选一个地名').selectOption({ label: '柳浦桥' });
    await page.getByText(/已标出位置.*柳浦桥/).waitFor();
    const before = await page.locator('#where-said .num').innerText();
    await map.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    const box = await map.boundingBox();
    await page.touchscreen.tap(box.x + 60, box.y + 60);
    await page.waitForFunction((said) => document.querySelector('#where-said .num')?.textContent !== said, before);

    await context.setOffline(true);
    await page.getByText('现在没有网络').waitFor();
    const send = page.getByRole('button', { name: '提交', exact: true });
    const [first] = await Promise.all([page.waitForRequest((one) => one.url().endsWith('/public/reports')), send.tap()]);
    await page.getByRole('alert').getByText('连不上服务').waitFor();
    await fits(page, 'a report that did not go');
    assert.equal(await page.getByLabel('说明').inputValue(), '柳浦河边护栏松动');
    await context.setOffline(false);
    await page.getByText('现在没有网络').waitFor({ state: 'hidden' });
    // Also after the page was closed.
    await page.reload();
    await page.getByLabel('说明').waitFor();
    assert.equal(await page.getByLabel('说明').inputValue(), '柳浦河边护栏松动');
    const [second] = await Promise.all([page.waitForRequest((one) => one.url().endsWith('/public/reports')), send.tap()]);
    await page.getByText('已收到，谢谢').waitFor();
    assert.equal(second.postDataJSON().id, first.postDataJSON().id);
    assert.equal(second.postDataJSON().location.type, 'Point');
    const number = (await page.locator('.received .number').innerText()).trim();
    await page.goto(`${grid.address}/public.html#/`);
    // Its number is kept here.
    await page.getByRole('link', { name: number }).tap();
    await page.getByText('柳浦河边护栏松动').waitFor();
  });
});

test('a link of the callback leads from the address that was sent to the rating, and is good once', async () => {
  const id = await clerk.report('grid-worker-1', '江滨苑健身步道积灰', '1005', [120.1082, 30.2332], { resident: { phone: telephone() } });
  await clerk.command('community-clerk-1', id, 'accept');
  await clerk.command('community-clerk-1', id, 'complete', { text: '已清扫' });
  await clerk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${id}.1?waitMs=8000`);
  const link = await clerk.call('callback-clerk-1', 'POST', `/api/v1/callbacks/${id}.1/links`, {});
  await inTheStreet('link', async (page) => {
    await page.goto(grid.address + link.path);
    await page.getByRole('heading', { name: '请您评价' }).waitFor();
    await page.getByText('没解决', { exact: true }).tap();
    await page.getByText('不满意', { exact: true }).tap();
    await page.getByText('没办完').tap();
    await page.getByLabel('您的话').fill('角落里还有');
    await page.getByRole('button', { name: '提交评价' }).tap();
    await page.getByText('会有人联系您核实').waitFor();
    await page.reload();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByRole('button', { name: '提交评价' }).count(), 0);
    await fits(page, 'a link that was used');
  });
});

test('a suggestion and a criticism are left, in English too, and what is wrong is said with what to do', async () => {
  await inTheStreet('others', async (page) => {
    await page.getByRole('link', { name: '意见箱' }).tap();
    await page.getByRole('heading', { name: '意见箱' }).waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).tap();
    await page.getByRole('alert').getByText('请写几句说明').waitFor();
    await fits(page, 'the suggestion box');
    await page.getByLabel('说明').fill('江滨公园多放几条长椅');
    await page.getByRole('button', { name: '提交', exact: true }).tap();
    await page.getByText('已收到，谢谢').waitFor();

    await page.goto(`${grid.address}/public.html#/criticise`);
    await page.getByRole('heading', { name: '有奖批评' }).waitFor();
    await page.getByRole('button', { name: 'Change to English' }).tap();
    await page.getByRole('heading', { name: 'Rewarded criticism' }).waitFor();
    await page.getByLabel('What', { exact: true }).fill('The window of the street office was empty at ten');
    await fits(page, 'a criticism in English');
    assert.doesNotMatch(await page.locator('#stage').innerText(), /[\u4e00-\u9fff]/, 'English is complete');
    await page.getByRole('button', { name: 'Send', exact: true }).tap();
    await page.getByText('Received, thank you').waitFor();

    await page.goto(`${grid.address}/public.html#/track/000000-0000`);
    await page.getByRole('alert').getByText('There is no such number').waitFor();
    await fits(page, 'an unknown number');
    await page.goto(`${grid.address}/public.html#/mine`);
    await page.getByLabel('Mobile').fill('12345');
    await page.getByRole('button', { name: 'Send a code' }).tap();
    await page.getByRole('alert').waitFor();
    await fits(page, 'a telephone that is none');
  });
});

test('too many codes and a wrong one are said with a way out; magnified, nothing is lost', async () => {
  const phone = telephone();
  await inTheStreet('codes', async (page) => {
    // As 1280 px look at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await fits(page, 'the first screen, magnified');
    await page.goto(`${grid.address}/public.html#/report`);
    await page.getByLabel('说明').fill('很长的名字'.repeat(60));
    await fits(page, 'a report, magnified');
    await page.setViewportSize(PHONE.viewport);
    await page.getByText('留手机号').tap();
    const ask = page.getByRole('button', { name: '获取验证码' });
    await page.getByLabel('手机号', { exact: true }).fill(phone);
    await ask.tap();
    await page.getByText('验证码已发送').waitFor();
    await page.getByRole('button', { name: /秒后可再发/ }).waitFor();
    await page.getByLabel('验证码', { exact: true }).fill('000000');
    await page.getByRole('button', { name: '验证', exact: true }).tap();
    await page.getByRole('alert').waitFor();
    await fits(page, 'a wrong code');
    await page.reload();
    await page.getByText('留手机号').tap();
    await page.getByLabel('手机号', { exact: true }).fill(phone);
    await ask.tap();
    await page.getByRole('alert').getByText('可以匿名反映').waitFor();
    await fits(page, 'too many codes');
    // What was written is still there, and goes without a telephone.
    assert.match(await page.getByLabel('说明').inputValue(), /^很长的名字/);
    await page.getByText('匿名', { exact: true }).tap();
    await page.getByRole('button', { name: '提交', exact: true }).tap();
    await page.getByText('已收到，谢谢').waitFor();
  });
});
