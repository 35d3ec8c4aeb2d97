import { DESK, PHONE, office } from '../browser/people.js';

export const title = '管理：类别、规则、日历、导入 · Administration: categories, rules, calendar, imports';

/** The administrator's room: kinds with their forms, a draft compared and activated, a conflict, dead letters; an import. */
export default async function scenes({ grid, shot }) {
  const desk = office(grid);
  const admin = 'admin-1';
  let days = 4;

  async function change(kind, edit) {
    const { versions } = await desk.call(admin, 'GET', `/api/v1/reference/${kind}/versions`);
    const { content } = await desk.call(admin, 'GET', `/api/v1/reference/${kind}/versions/${versions[0].version}`);
    const { drafts } = await desk.call(admin, 'GET', '/api/v1/reference/drafts');
    return desk.call(admin, 'PUT', `/api/v1/reference/${kind}/draft`, edit(content), drafts.find((one) => one.kind === kind)?.revision);
  }
  const items = (edit) => (content) => ({ ...content, items: content.items.map(edit) });
  const loaded = (kind) => `[data-kind="${kind}"][data-loaded] .panel`;

  await shot('admin-categories', { what: 'left all that a district may set, beside it one kind', user: admin, device: DESK, hash: '#/administration/category', ready: '[data-category]' });
  await shot('admin-category', { what: 'one category: limits, conditions, who leads', user: admin, device: DESK, hash: '#/administration/category?item=0102', ready: '[data-form]' });
  await shot('admin-conflict', { alone: true, what: 'somebody else saved first: both changes are put together', user: admin, device: DESK, hash: '#/administration/category?item=0102', ready: '[data-form]', act: async (page, say) => {
    await page.locator('[data-form]').getByLabel(say('结案条件', 'Condition for closing')).fill('清除干净，周边不留散落垃圾');
    await page.keyboard.press('Tab');
    await change('category', items((one) => (one.id === '0103' ? { ...one, handling: { amount: ++days, unit: 'WORKDAY' } } : one)));
    await page.getByRole('button', { name: /存为草稿|保存草稿|^Save/ }).first().click();
    await page.locator('.conflict').waitFor();
  } });
  await change('category', items((one) => (one.id === '0103' ? { ...one, handling: { amount: 5, unit: 'WORKDAY' }, closingCondition: '清运干净，路面冲洗' } : one)));
  await shot('admin-compare', { what: 'what a draft changes, field by field', user: admin, device: DESK, hash: '#/administration/category?step=compare', ready: '[data-change]' });
  await shot('admin-activate', { what: 'in force now, at a time, or with others', user: admin, device: DESK, hash: '#/administration/category?step=activate', ready: '.kind fieldset', act: async (page, say) => {
    await page.getByText(say('没有问题，可以启用', 'Nothing is wrong, it can be activated')).waitFor();
    await page.getByRole('button', { name: say('启用', 'Activate'), exact: true }).click();
  } });
  await shot('admin-rules', { what: '派遣规则, in their order', user: admin, device: DESK, hash: '#/administration/rule-book?item=night-noise-to-police', ready: '.rule-form' });
  await change('rule-book', (content) => ({ rules: [{ id: 'refuse-at-night', title: '夜间暴露垃圾：由街道环卫处置', condition: "category == '0102' || category == '0103'", outcome: { personDecides: false, level: 'STREET' } }, ...content.rules] }));
  await shot('admin-trial-run', { what: 'what the draft would do otherwise with the last reports', user: admin, device: DESK, hash: '#/administration/rule-book?step=try', ready: '.kind form', act: async (page, say) => {
    await page.getByRole('button', { name: say('试运行', 'Try it'), exact: true }).click();
    await page.getByText(say(/看了 \d+ 件/, /\d+ looked at/)).waitFor();
  } });
  await shot('admin-calendar', { what: 'holidays and swapped workdays', user: admin, device: DESK, hash: '#/administration/calendar?item=2026', ready: '.day' });
  await shot('admin-text', { what: 'policies as checked text, with faults beside their lines', user: admin, device: DESK, hash: '#/administration/escalation-policy', ready: loaded('escalation-policy'), act: async (page) => {
    const editor = page.locator('[data-kind="escalation-policy"] textarea');
    await editor.fill((await editor.inputValue()).replace('"measures": ["REMIND"]', '"measures" ["REMIND"]'));
    await page.locator('.marks button').first().click();
  } });
  await shot('admin-formulae', { what: '考核办法 as checked text', user: admin, device: DESK, hash: '#/administration/score-formulae', ready: '.formulae textarea' });
  await shot('admin-dead-letters', { what: '死信 with replay', user: admin, device: DESK, hash: '#/administration/dead-letters', ready: '.letters .none, [data-letter]' });
  await shot('admin-phone', { what: '管理 on a phone', user: admin, device: PHONE, hash: '#/administration/calendar', ready: '.day' });
  await shot('import-columns', { what: '批量导入: what each column stands for, before anything is stored', user: 'community-clerk-1', device: DESK, hash: '#/imports', ready: '#table', act: async (page) => {
    const csv = '诉求内容,类别,地址,联系电话\n楼道堆了旧家具,0102,春晓社区 3 幢,13800001234\n路灯不亮三天,0602,江滨路 18 号,\n,0102,没有内容的一行,\n';
    await page.locator('#table').setInputFiles({ name: '走访登记.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: /上传并预览|^Upload/ }).click();
    await page.locator('.columns').waitFor();
  } });
  await shot('admin-account', { what: 'an account below its person: disabled with a reason, one-time password, sessions', user: admin, device: DESK, hash: '#/administration/staff?item=staff-handler-12', ready: '[data-account="handler-12"]', act: async (page, say) => {
    await page.getByRole('button', { name: say('停用 handler-12', 'Disable handler-12') }).click();
    await page.getByLabel(say('停用原因', 'Reason')).fill('调离本街道');
    await page.locator('.accounts').evaluate((one) => one.scrollIntoView({ block: 'end' }));
  } });
  await shot('desk-account', { what: 'one\'s own password and sessions', user: admin, device: DESK, hash: '#/account', ready: '#present-password' });
  const { drafts } = await desk.call(admin, 'GET', '/api/v1/reference/drafts');
  for (const { kind, revision } of drafts.filter((one) => ['category', 'rule-book'].includes(one.kind))) await discard(grid, kind, revision);

  /** Without a body there is no JSON to read. */
  async function discard({ address, password }, kind, revision) {
    const signed = await (await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: admin, password }) })).json();
    await fetch(`${address}/api/v1/reference/${kind}/draft`, { method: 'DELETE', headers: { Authorization: `Bearer ${signed.accessToken}`, 'If-Match': `"${revision}"` } });
  }
}
