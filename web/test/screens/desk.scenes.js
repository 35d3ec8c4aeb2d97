import { DESK, PHONE, office } from '../browser/people.js';

const MATTERS = [['0103', '拆迁工地旁渣土堆了半人高，雨天流泥'], ['0601', '主路人行道井盖缺失，已放警示锥'], ['0602', '路灯连续三盏不亮，夜间行人看不清'], ['0501', '学校门口无照摊贩占道'], ['0603', '路面坑洼，电动车易摔'], ['0503', '消防通道长期停车'], ['0406', '桥下积水，行人绕行'], ['0301', '凌晨两点仍在施工'], ['0701', '行道树倾斜压电线'], ['0102', '垃圾桶旁暴露垃圾未清']];
const PLACES = [['grid-worker-1', [120.1081, 30.2331]], ['grid-worker-2', [120.1088, 30.2199]], ['grid-worker-3', [120.1067, 30.2068]], ['grid-worker-4', [120.1215, 30.2336]]];

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
  const undecided = await desk.undecided('楼下烧烤店油烟扰民，居民要求关停');

  const conflicted = async (page) => {
    await page.getByRole('button', { name: '处置完成', exact: true }).click();
    await page.getByLabel('怎么处置的').fill('坑洼已修补，恢复通行');
    await desk.command('handler-5', cases[4], 'comment', { text: '沥青班组已到场' });
    await page.getByRole('button', { name: '确认处置完成' }).click();
    await page.getByRole('alert').waitFor();
  };
  await shot('desk-inbox', { user: 'handler-1', device: DESK, hash: `#/inbox/${cases[4]}`, ready: '.case .matter' });
  await shot('desk-inbox-en', { user: 'handler-1', device: DESK, language: 'en', hash: `#/inbox/${cases[4]}`, ready: '.case .matter' });
  await shot('desk-inbox-empty', { user: 'handler-12', device: DESK, ready: '.list .empty' });
  await shot('desk-case-conflict', { user: 'handler-5', device: DESK, hash: `#/inbox/${cases[4]}`, ready: '.case .matter', act: conflicted });
  await shot('desk-case-phone', { user: 'handler-1', device: PHONE, hash: `#/inbox/${cases[4]}`, ready: '.case .matter' });
  await shot('desk-inbox-phone', { user: 'handler-1', device: PHONE, ready: '.case-row' });
  await shot('desk-case-gone', { user: 'handler-12', device: DESK, hash: `#/inbox/${cases[4]}`, ready: '.case .problem' });
  await shot('desk-bulk', { user: 'handler-1', device: DESK, ready: '.case-row', act: async (page) => {
    for (const n of [3, 4, 5]) await page.locator('.case-row input').nth(n).check();
    await page.locator('.bulk select').selectOption('accept');
  } });
  await shot('desk-offline', { user: 'handler-1', device: DESK, ready: '.case .matter', act: async (page) => {
    await page.route('**/api/**', (route) => route.abort());
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.offline').waitFor();
  } });
  await shot('leader-approvals', { user: 'leader-2', device: PHONE, ready: '.asked' });
  await shot('leader-approvals-en', { user: 'leader-2', device: PHONE, language: 'en', ready: '.asked' });
  await shot('leader-sure', { user: 'leader-2', device: PHONE, ready: '.asked', act: (page) => page.getByRole('button', { name: '批准', exact: true }).first().click() });
  await shot('inspector-oversight', { user: 'inspector-1', device: DESK, ready: '.asked' });
  await shot('print-case', { user: 'inspector-1', device: { viewport: { width: 900, height: 1270 } }, hash: `#/print/${undecided}`, ready: '.sheet' });
}
