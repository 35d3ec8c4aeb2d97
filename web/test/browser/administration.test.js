import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { put } from './broker.js';
import { as, DESK, isAccessible, PATIENCE, PHONE, stage } from './people.js';
import { until } from './phone.js';

/** An administrator takes reference data from a draft into force, and brings a table of reports in. */
const { grid, browser, desk } = await stage();

const ADMIN = 'admin-1';
/** Whose accounts are opened and shut. */
const STAFF = 'staff-handler-12';
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
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByText('会消失，找不回来').waitFor();
    await page.getByRole('button', { name: '确定放弃' }).click();
    await page.getByText('草稿已放弃').waitFor();
    assert.equal(await page.getByRole('button', { name: '放弃草稿' }).count(), 0);
  });
});

test('dead letters of every service are looked at, and where there are none the page says so', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await page.goto(`${grid.address}/#/administration/dead-letters`);
    for (const [service, name] of [['intake', '受理'], ['dispatch', '派遣'], ['ledger', '台账'], ['gateway', '网关']]) {
      const { counts } = await desk.call(ADMIN, 'GET', `/api/v1/dead-letters/${service}`);
      await page.getByRole('button', { name: `${name} ${counts.deadLetters ?? 0}` }).click();
      await (counts.deadLetters ? page.locator('[data-letter]').first() : page.getByText('没有死信')).waitFor();
    }
    await isAccessible(page, 'dead letters');
  });
});

/** As a service of another version puts it on a topic. */
function event({ type, stream, topic, body }) {
  return {
    topic, key: stream.slice(stream.indexOf('/') + 1), value: JSON.stringify(body),
    headers: { ce_specversion: '1.0', ce_id: `${stream}/1`, ce_source: '/wangge/stories', ce_type: type, ce_subject: stream, ce_time: new Date().toISOString(), ce_sequence: '1', 'content-type': 'application/json' },
  };
}

const lettersOf = async (service) => (await desk.call(ADMIN, 'GET', `/api/v1/dead-letters/${service}`)).items;

/** What became of a letter that was sent again: it is still there and waits for nothing, or it is gone. */
async function outcomeOf(service, id) {
  let letter;
  await until(async () => !(letter = (await lettersOf(service)).find((one) => one.id === id))?.replayedAt, `an outcome of ${id}`);
  return letter ? 'dead' : 'gone';
}

/** @returns its place, once the service has given it up */
async function deadLetter(service, message) {
  const id = await put(grid, message);
  await until(async () => (await lettersOf(service)).some((one) => one.id === id), `the dead letter ${id}`);
  return id;
}

test('a message of a version that is not known here is dead, is dead again when it is sent again, and is discarded with a reason', async () => {
  const notice = randomUUID();
  const type = 'io.wangge.notice.raised.v99';
  const id = await deadLetter('intake', event({ type, stream: `notice/${notice}`, topic: 'grid.notices.v1', body: { noticeId: notice, words: '张三家的事' } }));
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await page.goto(`${grid.address}/#/administration/dead-letters?service=intake`);
    const letter = page.locator(`[data-letter="${id}"]`);
    await letter.getByText(`没有见过这类消息（${type}）`).waitFor();
    await letter.getByRole('button', { name: 'notice.raised' }).click();
    const content = page.getByRole('region', { name: '一条死信' });
    await content.getByText(`notice/${notice}/1`).waitFor();
    await content.getByText(`unknown event type ${type}`).waitFor();
    assert.ok(!(await page.content()).includes('张三家'), 'what people wrote is not shown');
    await isAccessible(page, 'a dead letter');

    await page.getByLabel(`选中 ${id}`).check();
    await page.getByRole('button', { name: '重放选中的 1 条' }).click();
    await page.getByText('已重放 1 条').waitFor();
    assert.equal(await outcomeOf('intake', id), 'dead');
    await letter.getByText('已重放，等结果').waitFor({ state: 'detached' });
    await letter.getByText('没有见过这类消息').waitFor();

    await page.getByLabel(`选中 ${id}`).check();
    await page.getByRole('button', { name: '作废选中的 1 条' }).click();
    await page.getByLabel('作废的理由').fill('试验消息');
    await page.getByRole('button', { name: '确定作废 1 条' }).click();
    await page.getByText('已作废 1 条').waitFor();
    await letter.waitFor({ state: 'detached' });
  });
});

test('an answer that came before its case is dead, and is taken when it is sent again after the case', async () => {
  const caseId = randomUUID();
  const id = await deadLetter('dispatch', event({
    type: 'io.wangge.callback.round-answered.v1', stream: `round/${caseId}.9`, topic: 'grid.callbacks.v1',
    body: { roundId: `${caseId}.9`, caseId, by: { kind: 'STAFF', id: 'staff-callback-clerk-1', unitId: '990100' }, reached: true, settled: true, grade: 'SATISFIED' },
  }));
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await page.goto(`${grid.address}/#/administration/dead-letters?service=dispatch`);
    const letter = page.locator(`[data-letter="${id}"]`);
    await letter.getByText('派遣里没有这件案卷').waitFor();
    await desk.report('grid-worker-1', `路灯不亮 ${caseId}`, '0602', [120.1062, 30.2341], { id: caseId });
    await desk.call('dispatcher-1', 'GET', `/api/v1/cases/${caseId}?atLeastSeq=2&waitMs=10000`);
    await page.getByLabel(`选中 ${id}`).check();
    await page.getByRole('button', { name: '重放选中的 1 条' }).click();
    await page.getByText('已重放 1 条').waitFor();
    assert.equal(await outcomeOf('dispatch', id), 'gone');
    await letter.waitFor({ state: 'detached' });
  });
  // Taken is not believed: nobody was asked in this round, and the case says so.
  const { entries } = await desk.call('auditor-1', 'GET', `/api/v1/ledger/cases/${caseId}?atLeastSeq=3&waitMs=10000`);
  assert.ok(entries.some((entry) => entry.type === 'io.wangge.case.callback-outcome-rejected.v1'), JSON.stringify(entries.map((entry) => entry.type)));
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
    const fault = page.getByRole('row', { name: /^3 / });
    await fault.getByRole('cell', { name: '诉求内容' }).waitFor();
    assert.ok((await fault.getByRole('cell').last().textContent()).trim().length > 1, 'the reason in words');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载错误行' }).click()]);
    assert.match(download.suggestedFilename(), /走访登记\.csv$/);
    await isAccessible(page, 'imported');
  });
});

test('a password for one sign-in is given out and replaced, and a disabled account is out at once', async () => {
  const { username: who } = await newAccount();
  const chosen = `柳树 下 的 ${randomUUID().slice(0, 8)}`;
  await as(browser, grid, ADMIN, DESK, async (page) => {
    const account = await accountOnPage(page, who);
    await account.getByRole('button', { name: `重置密码 ${who}` }).click();
    await account.getByRole('alert').getByText('只显示一次').waitFor();
    await account.getByRole('button', { name: '确定重置' }).click();
    const once = (await page.locator('[data-password]').textContent()).trim();
    assert.match(once, /^[a-z0-9]{4}(-[a-z0-9]{4}){2}$/);
    await isAccessible(page, 'one-time password');

    await atTheDoor(async (other) => {
      await signIn(other, who, once);
      await other.getByText('这是一次性密码').waitFor();
      await isAccessible(other, 'new password');
      await chooseAtTheDoor(other, '1234567890');
      await other.getByText('新密码不合要求').waitFor();
      await chooseAtTheDoor(other, chosen);
      await other.locator('#stage').waitFor();

      await page.reload();
      const again = await accountOnPage(page, who);
      await again.getByText('在 1 处登录').waitFor();
      await again.getByRole('button', { name: `停用 ${who}` }).click();
      await again.getByLabel('停用原因').fill('浏览器故事：调离');
      await again.getByRole('button', { name: '确定停用' }).click();
      await again.getByRole('button', { name: `启用 ${who}` }).waitFor();
      await other.reload();
      await other.getByLabel('用户名').waitFor();
      await signIn(other, who, chosen);
      await other.getByText('这个账号已被管理员停用').waitFor();

      await again.getByRole('button', { name: `启用 ${who}` }).click();
      await again.getByRole('button', { name: '确定启用' }).click();
      await again.getByRole('button', { name: `停用 ${who}` }).waitFor();
      await other.getByRole('button', { name: '登录' }).click();
      await other.locator('#stage').waitFor();
    });
  });
});

test('everybody changes the own password, goes on here and is out everywhere else', async () => {
  const { username: who, password: once } = await newAccount();
  const first = `石桥 边 的 ${randomUUID().slice(0, 8)}`;
  const second = `石桥 边 的 ${randomUUID().slice(0, 8)}`;
  await atTheDoor(async (page) => {
    await signIn(page, who, once);
    await page.getByText('这是一次性密码').waitFor();
    await chooseAtTheDoor(page, first);
    await page.locator('#stage').waitFor();
    await atTheDoor(async (other) => {
      await signIn(other, who, first);
      await other.locator('#stage').waitFor();

      await page.locator('.whoami').click();
      await page.getByLabel('现在的密码').fill('不是这个密码');
      await newPassword(page, second);
      await page.getByRole('button', { name: '改密码' }).click();
      await page.getByText('用户名或密码不对').waitFor();
      await page.getByLabel('现在的密码').fill(first);
      await page.getByRole('button', { name: '改密码' }).click();
      await page.getByText('密码已改').waitFor();
      await isAccessible(page, 'own account');

      await other.reload();
      await other.getByLabel('用户名').waitFor();
      await page.reload();
      await page.getByLabel('现在的密码').waitFor();
    });
  });
});

test('on the phone, too, a password for one sign-in is replaced before anything else', async () => {
  const { username: who, password: once } = await newAccount('staff-grid-worker-2');
  await atTheDoor(async (page) => {
    await signIn(page, who, once);
    await page.getByText('这是一次性密码').waitFor();
    await isAccessible(page, 'new password on the phone');
    await chooseAtTheDoor(page, `槐花 巷 的 ${randomUUID().slice(0, 8)}`);
    await page.getByRole('heading', { name: '设一个本机 PIN' }).waitFor();
  }, PHONE, '/field/');
});

test('a question is written, shown to residents, and retired', async () => {
  const mark = randomUUID().slice(0, 8);
  const publicly = async () => (await (await fetch(`${grid.address}/api/v1/public/faq?q=${encodeURIComponent(mark)}`)).json()).items.filter((one) => one.question.includes(mark));
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await page.goto(`${grid.address}/#/administration/articles`);
    await page.locator('.article-book[data-loaded]').waitFor();
    await page.getByRole('button', { name: '新问答' }).click();
    await page.getByLabel('问题', { exact: true }).fill(`便民服务车 ${mark} 什么时候来`);
    await page.getByLabel('答复').fill('每周三上午到各社区广场。');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('只有坐席能看到').waitFor();
    assert.deepEqual(await publicly(), []);
    await page.getByLabel('对居民公开').check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('居民现在能看到').waitFor();
    assert.equal((await publicly()).length, 1);
    await isAccessible(page, 'questions and answers');
    await page.getByLabel('按问题、关键词找').fill(mark);
    await page.getByRole('button', { name: new RegExp(mark) }).click();
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByText('停用后坐席和居民都看不到').waitFor();
    await page.getByRole('button', { name: '确定停用' }).click();
    await page.getByText('已停用').waitFor();
    assert.deepEqual(await publicly(), []);
  });
});

test('an import that takes long shows how far it is, and is cancelled', async () => {
  await as(browser, grid, 'community-clerk-1', DESK, async (page) => {
    await page.goto(`${grid.address}/#/imports`);
    const mark = randomUUID().slice(0, 8);
    // None of them becomes a report: the category is not known.
    const rows = Array.from({ length: 20_000 }, (_, row) => `楼道堆了旧家具 ${mark} ${row},没有这一类,春晓社区 3 幢`);
    await page.getByLabel('表格', { exact: true }).setInputFiles({ name: `走访登记-${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`诉求内容,类别,地址\n${rows.join('\n')}\n`) });
    await page.getByRole('button', { name: '上传并预览' }).click();
    await page.getByRole('cell', { name: new RegExp(`${mark} 0$`) }).waitFor();
    await page.getByRole('button', { name: '导入 20000 行' }).click();
    await page.getByRole('progressbar', { name: '进度' }).waitFor();
    await page.getByRole('button', { name: '取消导入' }).click();
    await page.getByText('已存的仍会保留').waitFor();
    await page.getByRole('button', { name: '确定取消' }).click();
    await page.getByText('已取消，之前存下的仍在').waitFor();
    assert.equal(await page.getByRole('progressbar').count(), 0);
  });
});

/** One that no other story signs in with, of somebody who is on the staff. */
async function newAccount(staffId = STAFF) {
  return desk.call(ADMIN, 'POST', '/api/v1/accounts', { staffId, username: `story-${randomUUID().slice(0, 8)}` });
}

/** In the editor of staff, below the person. */
async function accountOnPage(page, username) {
  await page.goto(`${grid.address}/#/administration/staff`);
  await page.getByPlaceholder('按姓名、编号或单位找').fill(STAFF);
  await page.waitForFunction(() => document.querySelectorAll('.staff-editor .rows li').length === 1);
  await page.locator('.staff-editor .rows li button').click();
  const account = page.locator(`[data-accounts="${STAFF}"] [data-account="${username}"]`);
  await account.waitFor();
  return account;
}

async function newPassword(page, chosen) {
  await page.getByLabel('新密码', { exact: true }).fill(chosen);
  await page.getByLabel('再输一遍新密码').fill(chosen);
}

async function chooseAtTheDoor(page, chosen) {
  await newPassword(page, chosen);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Another browser, before anybody signed in. */
async function atTheDoor(work, device = DESK, at = '') {
  const context = await browser.newContext({ ...device, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(grid.address + at);
    await work(page);
  } finally {
    await context.close();
  }
}

async function signIn(page, username, password) {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}
