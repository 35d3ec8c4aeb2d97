import { DESK, PHONE, office } from '../browser/people.js';

const WALL = { viewport: { width: 1920, height: 1080 } };
const PLACES = [['grid-worker-1', [120.1081, 30.2331]], ['grid-worker-2', [120.1088, 30.2199]], ['grid-worker-3', [120.1067, 30.2068]], ['grid-worker-4', [120.1215, 30.2336]]];
const UNPLACED = ['巷口堆了旧沙发和床垫，占了半条路', '路灯坏了三天不亮，晚上很黑', '老人问家里水表一直在转归谁管', '河边夜里有人倒建筑垃圾', '共享单车堆在盲道上', '文昌巷口井盖响，夜里睡不着'];
const SETTLED = ['绿地里有塑料袋', '垃圾桶满溢', '楼下草坪有枯枝'];

export const title = '派遣、回访、审计、大屏 · Dispatching, callbacks, audit, the wall';

/** The dispatcher's desk, the callback bench, the auditor's page, screens and the wall. */
export default async function scenes({ grid, shot }) {
  const desk = office(grid);
  const waiting = [];
  for (const [n, text] of UNPLACED.entries()) {
    const [worker, [lon, lat]] = PLACES[n % PLACES.length];
    waiting.push(await desk.report(worker, text, undefined, [lon + n / 20_000, lat]));
  }
  const twice = '江滨苑北门路灯不亮';
  for (const text of [twice, `${twice}，已经三天`]) waiting.push(await desk.report('grid-worker-1', text, '0602', [120.1052, 30.2371]));
  const asked = [];
  for (const text of SETTLED) {
    const id = await desk.report('grid-worker-1', text, '0203', [120.1081, 30.2331], { resident: { name: '周玉兰', phone: '13800004321' } });
    await desk.command('community-clerk-1', id, 'accept');
    const done = await desk.command('community-clerk-1', id, 'complete', { text: '已清理' });
    if (done.state === 'PENDING_CHECK') await desk.command('grid-worker-2', id, 'check', { passed: true, text: '到位' });
    await desk.call('callback-clerk-1', 'GET', `/api/v1/callbacks/${id}.1?waitMs=10000`);
    asked.push(id);
  }
  const lamp = `#/dispatching/${waiting[1]}`;
  await shot('desk-dispatching', { what: '派遣: the queue, the map, the proposed route with its reason; one key dispatches and the next opens', user: 'dispatcher-1', device: DESK, hash: lamp, ready: '.guesses' });
  await shot('desk-dispatching-phone', { what: '派遣 on a phone', user: 'dispatcher-1', device: PHONE, hash: lamp, ready: '.guesses' });
  await shot('desk-dispatching-loading', { what: '派遣, not answered yet', user: 'dispatcher-1', device: DESK, hash: '#/dispatching', ready: '#stage', state: 'loading' });
  await shot('desk-dispatching-error', { what: '派遣, its service away', user: 'dispatcher-1', device: DESK, hash: '#/dispatching', ready: '#stage [role=alert]', state: 'error' });
  await shot('desk-callbacks', { what: '回访: the next call with its script, five keys at most', user: 'callback-clerk-1', device: DESK, hash: `#/callbacks/${asked[0]}.1`, ready: '.questions', act: async (page) => {
    for (const key of ['1', '2', '4']) await page.keyboard.press(key);
  } });
  await shot('desk-callbacks-phone', { what: '回访 on a phone', user: 'callback-clerk-1', device: PHONE, hash: `#/callbacks/${asked[0]}.1`, ready: '.questions' });
  await shot('desk-audit', { alone: true, what: '审计: whether the chain is whole, and until when that was looked at', user: 'auditor-1', device: DESK, ready: '.sentence .primary:enabled' });
  await shot('desk-audit-phone', { alone: true, what: '审计 on a phone', user: 'auditor-1', device: PHONE, ready: '.sentence .primary:enabled' });
  await shot('desk-screens', { what: '大屏授权: screens that show a board', user: 'leader-1', device: DESK, hash: '#/screens', ready: '.screens table, .screens .hint' });

  const named = async (page) => page.locator('.label').first().waitFor();
  const wall = (look) => ({ user: 'leader-1', device: WALL, hash: `wall/?unit=990100001&look=${look}`, ready: '.figures .figure' });
  await shot('wall-dark', { ...wall('dark'), what: 'in the dark', act: named });
  await shot('wall-light', { ...wall('light'), what: 'by day', act: named });
  await shot('wall-old', { ...wall('dark'), what: 'its figures are older than 30 s, and say so', state: 'offline', act: async (page) => {
    await page.getByText(/数据已停|No new data/).waitFor({ timeout: 90_000 });
  } });
  await shot('wall-long', { ...wall('light'), what: 'very long names of units', act: async (page) => {
    await page.route((url) => /\/api\/v1\/(boards|grids|directory)/.test(url.pathname) && !url.pathname.endsWith('/stream'), async (route) => {
      const answer = await route.fetch();
      const board = JSON.parse((await answer.text()).replace(/("(?:zh|en|nameZh|nameEn)":")([^"]*)"/g, (_all, key, name) => `${key}${name}与望江新城开发建设指挥部联合管理服务片区（含江滨苑东区、西区及安置房）"`));
      return route.fulfill({ response: answer, json: board });
    });
    await page.reload();
    await named(page);
  } });
  await shot('wall-loading', { ...wall('dark'), what: 'the first figures have not come', ready: 'body', state: 'loading' });
  await shot('wall-error', { ...wall('dark'), what: 'no figures yet, and the service away', ready: 'body', state: 'error' });
  await shot('wall-sign-in', { what: 'signing a screen in: one field, eight letters', device: WALL, hash: 'wall/?look=dark', ready: '.sign input' });
  await shot('wall-refused', { what: 'a code that is not good', device: WALL, hash: 'wall/?look=light', ready: '.sign input', act: async (page) => {
    await page.keyboard.type('AAAAAAAA');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
  } });
}
