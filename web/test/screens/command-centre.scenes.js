import { DESK, office } from '../browser/people.js';

const WALL = { viewport: { width: 1920, height: 1080 } };
const PLACES = [['grid-worker-1', [120.1081, 30.2331]], ['grid-worker-2', [120.1088, 30.2199]], ['grid-worker-3', [120.1067, 30.2068]], ['grid-worker-4', [120.1215, 30.2336]]];
const UNPLACED = ['巷口堆了旧沙发和床垫，占了半条路', '路灯坏了三天不亮，晚上很黑', '老人问家里水表一直在转归谁管', '河边夜里有人倒建筑垃圾', '共享单车堆在盲道上', '文昌巷口井盖响，夜里睡不着'];
const SETTLED = ['绿地里有塑料袋', '垃圾桶满溢', '楼下草坪有枯枝'];

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
  await shot('desk-dispatching', { user: 'dispatcher-1', device: DESK, hash: lamp, ready: '.guesses' });
  await shot('desk-dispatching-en', { user: 'dispatcher-1', device: DESK, language: 'en', hash: lamp, ready: '.guesses' });
  await shot('desk-callbacks', { user: 'callback-clerk-1', device: DESK, hash: `#/callbacks/${asked[0]}.1`, ready: '.questions', act: async (page) => {
    for (const key of ['1', '2', '4']) await page.keyboard.press(key);
  } });
  await shot('desk-callbacks-en', { user: 'callback-clerk-1', device: DESK, language: 'en', hash: `#/callbacks/${asked[0]}.1`, ready: '.questions' });
  await shot('desk-audit', { user: 'auditor-1', device: DESK, ready: '.sentence .primary:enabled' });
  await shot('desk-screens', { user: 'leader-1', device: DESK, hash: '#/screens', ready: '.screens table, .screens .hint' });
  await shot('wall-dark', { user: 'leader-1', device: WALL, hash: 'wall/?unit=990100001&look=dark', ready: '.figures .figure', act: (page) => page.locator('.label').first().waitFor() });
  await shot('wall-light', { user: 'leader-1', device: WALL, hash: 'wall/?unit=990100001&look=light', ready: '.figures .figure', act: (page) => page.locator('.label').first().waitFor() });
  await shot('wall-en', { user: 'leader-1', device: WALL, hash: 'wall/?unit=990100001&look=dark&lang=en', ready: '.figures .figure', act: (page) => page.locator('.label').first().waitFor() });
  await shot('wall-old', { user: 'leader-1', device: WALL, hash: 'wall/?unit=990100001&look=dark', ready: '.figures .figure', act: async (page) => {
    await page.route('**/api/**', (route) => route.abort());
    await page.getByText(/数据已停|No new data/).waitFor();
  } });
  await shot('wall-sign-in', { device: WALL, hash: 'wall/?look=dark', ready: '.sign input' });
}
