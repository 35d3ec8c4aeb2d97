import { DESK, PHONE, office } from '../browser/people.js';

const MATTERS = [['0103', '拆迁工地旁渣土堆了半人高，雨天流泥'], ['0601', '主路人行道井盖缺失，已放警示锥'], ['0602', '路灯连续三盏不亮，夜间行人看不清'], ['0501', '学校门口无照摊贩占道'], ['0603', '路面坑洼，电动车易摔'], ['0503', '消防通道长期停车'], ['0406', '桥下积水，行人绕行'], ['0301', '凌晨两点仍在施工'], ['0701', '行道树倾斜压电线'], ['0102', '垃圾桶旁暴露垃圾未清']];
const PLACES = [['grid-worker-1', [120.1081, 30.2331]], ['grid-worker-2', [120.1088, 30.2199]], ['grid-worker-3', [120.1067, 30.2068]], ['grid-worker-4', [120.1215, 30.2336]]];

export const title = '待办、案卷、审批、督查、打印 · To do, cases, approvals, oversight, print';

/** The handler's list and case page, the leader's approvals, the inspector's oversight, and a case on paper. */
export default async function scenes({ grid, shot }) {
  const desk = office(grid);
  const cases = [];
  for (let n = 0; n < 20; n++) {
    const [worker, [lon, lat]] = PLACES[n % PLACES.length];
    const [category, text] = MATTERS[n % MATTERS.length];
    cases.push(await desk.report(worker, text, category, [lon + (n - 10) / 20_000, lat + (n % 7) / 20_000]));
  }
  await desk.call('handler-1', 'GET', `/api/v1/cases/${cases.at(-1)}?atLeastSeq=2&waitMs=10000`);
  for (const n of [1, 4, 5]) await desk.command('handler-1', cases[n], 'accept');
  await desk.command('inspector-2', cases[4], 'supervise', { supervision: 'YELLOW', reason: '群众反映强烈' });
  await desk.command('inspector-2', cases[2], 'supervise', { supervision: 'NORMAL', reason: '请尽快受理' });
  await desk.command('handler-1', cases[1], 'ask-suspension', { cause: 'materials', text: '已设围挡和夜间警示灯，安排专人巡查', until: '2026-12-20T08:00:00+08:00' });
  await desk.command('handler-1', cases[5], 'ask-extension', { amount: 1, reason: '需等交警联合执法' });
  await desk.command('dispatcher-2', cases[5], 'decide-extension', { approve: true, reason: '情况属实' });
  await desk.command('handler-1', cases[4], 'record-measure', { kind: 'HANDLING', text: '已围挡坑洼处，联系沥青班组今晚修补' });
  const endless = await desk.report('grid-worker-2', `${'江滨苑东区十七号楼与十八号楼之间的消防通道长期被电动车和旧家具占用，多次劝离无效。'.repeat(12)}LONGWORDWITHOUTANYSPACE${'x'.repeat(120)}`, '0503', [120.1088, 30.2199], { address: '杭州示范区望江街道江滨苑社区江滨路一百二十八号江滨苑东区十七号楼二单元一层北侧消防通道入口处（近垃圾分类投放点）', resident: { name: '阿卜杜拉·买买提·吐尔逊·欧阳娜娜·司马相如·诸葛孔明', phone: '13800001111' } });
  await desk.call('handler-1', 'GET', `/api/v1/cases/${endless}?atLeastSeq=2&waitMs=10000`);
  const undecided = await desk.undecided('楼下烧烤店油烟扰民，居民要求关停');

  const conflicted = async (page, say) => {
    await page.locator('.actions button').filter({ hasText: say(/^处置完成$/, /^Complete$/) }).click();
    await page.locator('.command textarea').first().fill('坑洼已修补，恢复通行');
    await desk.command('handler-5', cases[4], 'comment', { text: '沥青班组已到场' });
    await page.locator('.command button[type=submit]').click();
    await page.getByRole('alert').waitFor();
  };
  const open = `#/inbox/${cases[4]}`;
  await shot('desk-sign-in', { what: '登录 signing in', device: DESK, ready: '[name=username]' });
  await shot('desk-inbox', { what: '待办: 已超期 / 2 工作时内 / 今天 / 以后, the open case beside it. J/K or ↑↓ another case, A accept, X choose, / find; keys can be switched off', user: 'handler-1', device: DESK, hash: open, ready: '.case .matter' });
  await shot('desk-inbox-phone', { what: '待办 on a phone', user: 'handler-1', device: PHONE, ready: '.case-row' });
  await shot('desk-case-phone', { what: '案卷 on a phone: what may be done now, and for the rest why not', user: 'handler-1', device: PHONE, hash: open, ready: '.case .matter' });
  await shot('desk-bulk', { what: '批量办理: one command for up to 500 cases, each with its own outcome; what was not done stays chosen', user: 'handler-1', device: DESK, ready: '.case-row', act: async (page) => {
    for (const n of [3, 4, 5]) await page.locator('.case-row input').nth(n).check();
    await page.locator('.bulk select').selectOption('accept');
  } });
  await shot('desk-case-conflict', { alone: true, what: 'two people on one case: what was typed stays, who did what since is shown, only a press sends again', user: 'handler-5', device: DESK, hash: open, ready: '.case .matter', act: conflicted });
  await shot('desk-case-long', { what: 'very long names and texts', user: 'inspector-1', device: DESK, hash: `#/inbox/${endless}?tab=all`, ready: '.case .matter' });
  await shot('desk-case-long-phone', { what: 'very long names and texts on a phone', user: 'inspector-1', device: PHONE, hash: `#/inbox/${endless}?tab=all`, ready: '.case .matter' });
  await shot('desk-inbox-empty', { what: 'nothing waits', user: 'handler-12', device: DESK, ready: '.list .empty' });
  await shot('desk-inbox-loading', { what: 'the service has not answered yet', user: 'handler-1', device: DESK, hash: '#/inbox?tab=all', ready: '#stage', state: 'loading' });
  await shot('desk-inbox-error', { what: 'the service is away: what happened, what to do, and again', user: 'handler-1', device: DESK, hash: '#/inbox?tab=all', ready: '#stage [role=alert]', state: 'error' });
  await shot('desk-offline', { what: 'without a network the list stays, marked as of when', user: 'handler-1', device: DESK, ready: '.case .matter', state: 'offline', act: async (page) => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.offline').waitFor();
  } });
  await shot('desk-case-gone', { what: 'a case outside one\'s scope', user: 'handler-12', device: DESK, hash: open, ready: '.case .problem' });
  await shot('leader-approvals', { what: '待审批 of a leader, phone first', user: 'leader-2', device: PHONE, ready: '.asked' });
  await shot('leader-sure', { what: '批准, then 确认批准: two taps', user: 'leader-2', device: PHONE, ready: '.asked', act: (page) => page.locator('.asked .primary').first().click() });
  await shot('leader-approvals-desk', { what: '待审批 at a desk', user: 'leader-2', device: DESK, ready: '.asked' });
  await shot('inspector-oversight', { what: '督查: decisions, and what is under supervision', user: 'inspector-1', device: DESK, ready: '.asked' });
  await shot('inspector-oversight-phone', { what: '督查 on a phone', user: 'inspector-1', device: PHONE, ready: '.asked' });
  await shot('print-case', { what: 'A4 in black: QR code, line, before and after, signatures, page x of y, the ledger\'s hash', user: 'inspector-1', device: { viewport: { width: 900, height: 1270 } }, hash: `#/print/${undecided}`, ready: '.sheet' });
}
