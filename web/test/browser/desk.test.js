import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { DESK, PHONE, as, inDays, isAccessible, opened, reloadedUntil, stage } from './people.js';

const GRIDS = [['grid-worker-1', [120.1081, 30.2331]], ['grid-worker-2', [120.1088, 30.2199]], ['grid-worker-3', [120.1067, 30.2068]]];
const MATTERS = [['0103', '工地旁渣土堆了半人高'], ['0601', '人行道井盖缺失'], ['0602', '路灯连续三盏不亮'], ['0501', '学校门口无照摊贩'], ['0603', '路面坑洼']];

const { grid, browser, desk } = await stage();
/** Cases of this run alone: others may work on the same product. */
const mine = [];

before(async () => {
  for (let n = 0; n < 20; n++) {
    const [worker, place] = GRIDS[n % GRIDS.length];
    const [category, text] = MATTERS[n % MATTERS.length];
    mine.push(await desk.report(worker, `${text}（${n + 1}）`, category, place));
  }
  await desk.call('handler-1', 'GET', `/api/v1/cases/${mine.at(-1)}?atLeastSeq=2&waitMs=10000`);
});

const posts = (page) => {
  const sent = [];
  page.on('request', (request) => request.method() === 'POST' && /\/commands$/.test(request.url()) && sent.push(request.postDataJSON()));
  return sent;
};

test('a handler finds at least fourteen cases on one screen, each with what is to be known of it', async () => {
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.locator('.case-row').nth(13).waitFor();
    const rows = await page.locator('.case-row').evaluateAll((all) => {
      const box = document.querySelector('.lines').getBoundingClientRect();
      return all.filter((row) => row.getBoundingClientRect().top >= box.top && row.getBoundingClientRect().bottom <= box.bottom).length;
    });
    assert.ok(rows >= 14, `${rows} rows`);
    const row = page.locator('.case-row', { has: page.locator('.place') }).first();
    for (const part of ['.state-mark', '.what strong', '.place', '.remaining', '.holder']) assert.ok((await row.locator(part).innerText()).trim(), part);
    assert.match(await row.locator('.remaining').innerText(), /还剩|已超期|暂停中/);
    await page.locator('.case .matter').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1366);
    await isAccessible(page, 'inbox');
  });
});

test('accepting takes one key, which is silent in fields and while an input method composes', async () => {
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    const sent = posts(page);
    await page.goto(`${grid.address}/#/inbox/${mine[0]}`);
    await opened(page, mine[0]);
    await page.locator('.case .matter').getByText('（1）').waitFor();
    await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true })));
    await page.keyboard.press('/');
    await page.keyboard.type('aa');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'aa');
    assert.deepEqual(sent, []);
    await page.getByRole('searchbox').fill('');
    await page.locator('.case h2').click();
    await page.keyboard.press('a');
    await page.getByText('已受理：').waitFor();
    await page.locator('.case .state-mark').getByText('处置中').waitFor();
    assert.deepEqual(sent.map((one) => one.type), ['accept']);
    await page.locator('.keys summary').click();
    await page.getByLabel('使用快捷键').uncheck();
    await page.locator('.case h2').click();
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    assert.match(page.url(), new RegExp(mine[0]));
    assert.equal(sent.length, 1);
  });
});

test('keys go from case to case, and Back brings filter and place in the list again', async () => {
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.getByRole('searchbox').fill('渣土');
    await page.getByRole('button', { name: '找案卷' }).click();
    await page.waitForURL(/q=/);
    await page.locator('.case-row').first().waitFor();
    await page.locator('.lines').evaluate((lines) => { lines.style.maxHeight = '80px'; lines.scrollTop = 60; });
    await page.keyboard.press('Escape');
    await page.locator('.case h2').click();
    await page.keyboard.press('j');
    await page.waitForURL(/inbox\/[0-9a-f-]{36}\?q=/);
    const second = page.url();
    await page.keyboard.press('j');
    await page.waitForFunction((before) => location.href !== before, second);
    await page.keyboard.press('k');
    await page.waitForURL(second);
    await page.getByRole('link', { name: '台账' }).first().click();
    await page.locator('.ledger-room').waitFor();
    await page.goBack();
    await page.waitForURL(second);
    assert.equal(await page.getByRole('searchbox').inputValue(), '渣土');
    await page.goBack();
    await page.waitForURL(/#\/inbox\?q=/);
  });
});

test('two people act on one case: what was typed stays, who did what is shown, and nothing is sent again by itself', async () => {
  const id = mine[1];
  await desk.command('handler-1', id, 'accept');
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    const sent = posts(page);
    await page.goto(`${grid.address}/#/inbox/${id}`);
    await opened(page, id);
    await page.getByRole('button', { name: '处置完成', exact: true }).click();
    await page.getByLabel('怎么处置的').fill('井盖已补装');
    await desk.command('handler-5', id, 'comment', { text: '材料已送到现场' });
    await page.getByRole('button', { name: '确认处置完成' }).click();
    const notice = page.getByRole('alert');
    await notice.getByText('您填写时，案卷变了').waitFor();
    await notice.getByText(/唐国栋/).waitFor();
    assert.equal(await page.getByLabel('怎么处置的').inputValue(), '井盖已补装');
    await page.waitForTimeout(1500);
    assert.equal(sent.length, 1, 'nothing resubmits itself');
    await isAccessible(page, 'conflict');
    await page.getByRole('button', { name: '看过了，仍要提交' }).click();
    await page.locator('.case .state-mark').getByText(/待核查|待回访|结案/).first().waitFor();
    assert.equal(sent.length, 2);
  });
});

test('what is not possible any more says why, and what is possible instead', async () => {
  const id = mine[2];
  await desk.command('handler-1', id, 'accept');
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/inbox/${id}`);
    await opened(page, id);
    await page.getByRole('button', { name: '处置完成', exact: true }).click();
    await page.getByLabel('怎么处置的').fill('路灯已修');
    await desk.command('dispatcher-2', id, 'dispatch', { unitId: '990100001-d02' });
    await page.getByRole('button', { name: '确认处置完成' }).click();
    await page.getByRole('alert').getByText('现在不能处置完成了').waitFor();
    assert.equal(await page.getByLabel('怎么处置的').inputValue(), '路灯已修');
    await page.getByRole('alert').getByRole('button', { name: '受理' }).click();
    await page.getByRole('button', { name: '确认受理' }).waitFor();
  });
});

test('many cases are worked on at once, each with its own outcome', async () => {
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/inbox?q=${encodeURIComponent('坑洼')}`);
    const rows = page.locator('.case-row');
    await rows.nth(1).waitFor();
    const first = await rows.nth(0).getAttribute('data-id');
    await rows.nth(0).locator('input').check();
    await rows.nth(1).locator('input').check();
    await page.getByText('已选 2 件').waitFor();
    await desk.command('handler-1', first, 'accept');
    await page.getByLabel('批量办理').last().selectOption('accept');
    await page.getByRole('button', { name: /^对这 2 件受理/ }).click();
    await page.getByText('办成 1 件').waitFor();
    await page.getByText('1 件没有办成').waitFor();
    await page.getByText('已选 1 件').waitFor();
  });
});

test('a case is completed with a photo, which stands beside the one from before', async () => {
  const id = mine[3];
  await desk.command('handler-1', id, 'accept');
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/inbox/${id}`);
    await opened(page, id);
    await page.getByRole('button', { name: '处置完成', exact: true }).click();
    await page.getByLabel('怎么处置的').fill('已劝离并清扫');
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 240 } });
    await page.locator('input[type=file]').setInputFiles({ name: '处置后.png', mimeType: 'image/png', buffer: picture });
    await page.getByRole('button', { name: '确认处置完成' }).click();
    await page.locator('.case .state-mark').getByText(/待核查|待回访|结案/).first().waitFor();
    const after = page.locator('.photos .side').nth(1).locator('img');
    for (let tries = 0; (await after.count()) === 0 && tries < 10; tries++) {
      await page.reload();
      await after.first().waitFor({ timeout: 3000 }).catch(() => {});
    }
    assert.equal(await after.count(), 1);
    await isAccessible(page, 'case with photos');
  });
});

test('a case is printed on A4 with number, QR code, line, signatures, pages and hash', async () => {
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/print/${mine[1]}`);
    await reloadedUntil(page, page.locator('.sheet').getByText('处置完成'));
    const paper = await page.locator('.paper-room').innerText();
    for (const words of [/案号 990100001-\d{8}-\d+/, /反映内容/, /处置完成/, /经办人/, /台账校验码/, /[0-9a-f]{64}/, /第 1 页 共 \d+ 页/]) assert.match(paper, words);
    assert.equal(await page.getByRole('img', { name: '扫码看案卷' }).count(), 1);
    const sheets = await page.locator('.sheet').count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, sheets, 'as many pages as sheets');
    assert.match(pdf, /\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*/);
    await isAccessible(page, 'print');
  });
});

test('a leader approves on the phone with two taps', async () => {
  const id = mine[5];
  await desk.command('handler-1', id, 'accept');
  await desk.command('handler-1', id, 'ask-suspension', { cause: 'materials', text: '已设围挡，专人巡查', until: inDays(20) });
  await as(browser, grid, 'leader-2', PHONE, async (page) => {
    const card = page.locator('.asked', { hasText: '（6）' });
    await card.getByText('已设围挡，专人巡查').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    await isAccessible(page, 'approvals');
    let taps = 0;
    const tap = (button) => { taps++; return button.tap(); };
    await tap(card.getByRole('button', { name: '批准', exact: true }));
    await tap(card.getByRole('button', { name: '确认批准' }));
    await page.getByText('已批准').waitFor();
    assert.equal(taps, 2);
    await card.waitFor({ state: 'detached' });
  });
  assert.equal((await desk.call('leader-2', 'GET', `/api/v1/cases/${id}`)).state, 'SUSPENDED');
});

test('a leader declines with a reason, and finds what he sponsors and what is supervised', async () => {
  const id = mine[6];
  await desk.command('handler-1', id, 'accept');
  await desk.command('handler-1', id, 'ask-extension', { amount: 1, reason: '缺少备件' });
  await desk.command('dispatcher-2', id, 'decide-extension', { approve: true, reason: '属实' });
  await desk.command('leader-2', id, 'name-sponsor', { staffId: 'staff-leader-2', until: inDays(30) });
  await desk.command('inspector-2', id, 'supervise', { supervision: 'YELLOW', reason: '多次反映' });
  await as(browser, grid, 'leader-2', PHONE, async (page) => {
    const card = page.locator('.asked', { hasText: '（7）' });
    await card.getByText('缺少备件').waitFor();
    await card.getByRole('button', { name: '不批准' }).tap();
    await card.getByLabel('不批准的理由').fill('备件今天到货，请按期完成');
    await card.getByRole('button', { name: '确认不批准' }).tap();
    await page.getByText('已退回').waitFor();
    await page.getByRole('link', { name: '我包案' }).tap();
    await page.locator('.watched', { hasText: '包案期限' }).first().waitFor();
    await page.getByRole('link', { name: '督办中' }).tap();
    await page.locator('.watched', { hasText: '黄牌' }).first().waitFor();
    await page.getByRole('link', { name: '问责清单' }).tap();
    await page.locator('#stage').getByText(/问责清单是空的|裁定结案|奖励|问责处理/).first().waitFor();
    await isAccessible(page, 'accountability');
  });
});

test('an inspector decides with a published reason, which then stands on the accountability list', async () => {
  const id = await desk.undecided(`烧烤店油烟扰民 ${Date.now()}`);
  const { text, caseNumber } = await desk.call('inspector-1', 'GET', `/api/v1/cases/${id}`);
  await as(browser, grid, 'inspector-1', DESK, async (page) => {
    const card = page.locator('.asked', { hasText: text });
    await card.getByText('要求关停').waitFor();
    await isAccessible(page, 'oversight');
    await card.getByRole('button', { name: '准予结案' }).click();
    await card.getByLabel('理由（会公开）').fill('检测达标，关停无法律依据，已当面说明');
    await card.getByRole('button', { name: '确认准予结案' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '问责清单' }).click();
    await reloadedUntil(page, page.getByText(caseNumber));
    await page.getByText('检测达标').first().waitFor();
  });
});

test('at 200 % zoom and in English nothing is lost', async () => {
  await as(browser, grid, 'handler-1', { viewport: { width: 683, height: 384 } }, async (page) => {
    await page.locator('.case-row').first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 683);
    await page.goto(`${grid.address}/#/inbox/${mine[7]}`);
    await opened(page, mine[7]);
    await page.locator('.case .matter').waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 683);
    await page.getByRole('button', { name: 'Change to English' }).click();
    await page.getByText('What happened').waitFor();
    const words = await page.locator('.case').innerText();
    assert.ok(!/casefile\.|inbox\./.test(words), 'no key is shown in place of a word');
  });
});

test('a session that ends in the middle of a form takes nothing with it', async () => {
  const id = mine[8];
  await desk.command('handler-1', id, 'accept');
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/inbox/${id}`);
    await opened(page, id);
    await page.getByRole('button', { name: '处置完成', exact: true }).click();
    await page.getByLabel('怎么处置的').fill('摊贩已劝离，划定了疏导点');
    await page.route('**/api/v1/**', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify({ status: 401, code: 'session-ended', title: '登录已过期' }) }));
    await page.getByRole('button', { name: '确认处置完成' }).click();
    await page.getByText('登录已过期，请重新登录').waitFor();
    assert.ok(!(await page.getByLabel('怎么处置的').isVisible()), 'the page is put aside until somebody signs in');
    await page.unroute('**/api/v1/**');
    await page.getByLabel('用户名').fill('handler-1');
    await page.getByLabel('密码').fill(grid.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByLabel('怎么处置的').waitFor();
    assert.equal(await page.getByLabel('怎么处置的').inputValue(), '摊贩已劝离，划定了疏导点');
    await page.reload();
    await page.getByRole('button', { name: '处置完成', exact: true }).click();
    assert.equal(await page.getByLabel('怎么处置的').inputValue(), '摊贩已劝离，划定了疏导点');
    await page.getByRole('button', { name: '确认处置完成' }).click();
    await page.locator('.case .state-mark').getByText(/待核查|待回访|结案/).first().waitFor();
  });
});

test('the list as it is narrowed is exported as a workbook', async () => {
  await as(browser, grid, 'handler-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/inbox?tab=all&q=${encodeURIComponent('坑洼')}`);
    await page.locator('.case-row').first().waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByLabel('导出').selectOption('xlsx')]);
    assert.match(file.suggestedFilename(), /^案卷-.*\.xlsx$/);
  });
});
