import { picture, photoFile } from '../browser/phone.js';

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, geolocation: { latitude: 30.2335, longitude: 120.108, accuracy: 12 }, permissions: ['geolocation'] };
const PIN = '284619';
const WORKER = 'grid-worker-1';

export const title = '任务、上报、待传 · Tasks, reports, what waits';

/** The grid worker's phone: the first time, the camera, without a network, and what became of it. */
export default async function scenes({ grid, shot }) {
  const desk = async (path, body, who, version) => {
    const session = await fetch(`${grid.address}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: who, password: grid.password }) });
    const headers = { Authorization: `Bearer ${(await session.json()).accessToken}`, 'Content-Type': 'application/json', ...(version !== undefined && { 'If-Match': `"${version}"` }) };
    return (await fetch(grid.address + path, { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body) })).json();
  };

  async function open(page, who = WORKER) {
    await page.locator('[name=username]').fill(who);
    await page.locator('[name=password]').fill(grid.password);
    await page.keyboard.press('Enter');
    await page.locator('#again').waitFor();
    await page.locator('#pin').fill(PIN);
    await page.locator('#again').fill(PIN);
    await page.keyboard.press('Enter');
    await page.locator('label.camera').waitFor();
    await page.locator('.sync.calm').waitFor();
  }

  async function photographed(page) {
    await open(page);
    const bytes = await picture(page, 800, 600);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('label.camera').tap()]);
    await chooser.setFiles(photoFile(bytes));
    await page.locator('.photo-row img').waitFor();
    await page.locator('.six button').first().tap();
  }

  async function queued(page, offline) {
    await photographed(page);
    await page.context().setOffline(offline);
    await page.locator('.thumb .primary').tap();
    await page.locator(offline ? '.sync.waits' : 'li[data-state=RECEIVED]').first().waitFor();
  }

  // Something to confirm: a resident reported it.
  await desk('/api/v1/reports', { id: crypto.randomUUID(), channel: 'HOTLINE', category: '0103', text: '江滨苑东门外渣土堆放，影响出行', address: '江滨苑东门', resident: { phone: '13800003131' }, location: { type: 'Point', coordinates: [120.1079, 30.2331] } }, 'hotline-agent-1');

  // Somebody to ask at the door: met there, and the work is done.
  const asked = crypto.randomUUID();
  await desk('/api/v1/reports', { id: asked, category: '0106', text: '2号楼前绿地有生活垃圾和树枝，放了三天了', address: '江滨苑2号楼', location: { type: 'Point', coordinates: [120.108, 30.2335] }, resident: { name: '孙阿姨', phone: '13800006161' } }, WORKER);
  for (const [who, type, fields] of [['community-clerk-1', 'accept', {}], ['community-clerk-1', 'complete', { text: '已清理' }], [WORKER, 'check', { passed: true, text: '到位' }]]) {
    const { state, version } = await desk(`/api/v1/cases/${asked}?atLeastSeq=2&waitMs=8000`, undefined, who);
    // Not everything that is done is looked at: the rule book has a sample of it.
    if (type === 'check' && state !== 'PENDING_CHECK') continue;
    await desk(`/api/v1/cases/${asked}/commands`, { id: crypto.randomUUID(), type, ...fields }, who, version);
  }
  await desk(`/api/v1/callbacks/${asked}.1?waitMs=8000`, undefined, 'callback-clerk-1');

  const first = { device: PHONE, hash: 'field/', ready: '[name=username]' };
  await shot('field-sign-in', { ...first, what: 'the first time on this phone' });
  await shot('field-new-pin', { ...first, what: 'a PIN of this device, which also opens it offline', act: async (page) => {
    await page.locator('[name=username]').fill(WORKER);
    await page.locator('[name=password]').fill(grid.password);
    await page.keyboard.press('Enter');
    await page.locator('#again').waitFor();
  } });
  await shot('field-pin', { ...first, what: 'each time the app is opened', act: async (page) => {
    await open(page);
    await page.reload();
    await page.locator('#pin').waitFor();
  } });
  await shot('field-home', { ...first, what: '我的任务: what is due first, and the camera under the thumb', act: async (page) => {
    await open(page);
    await page.locator('li.line').first().waitFor();
  } });
  await shot('field-empty', { ...first, what: 'no task', act: (page) => open(page, 'grid-worker-12') });
  await shot('field-report', { ...first, what: 'after the photo: six categories or 不确定, then 提交', act: photographed });
  await shot('field-no-position', { ...first, device: { ...PHONE, permissions: [] }, what: 'the position was refused: the grid stands in for it', act: async (page) => {
    await photographed(page);
    await page.locator('#grid').scrollIntoViewIfNeeded();
  } });
  await shot('field-waiting-offline', { ...first, what: '待传: without signal nothing is lost, and nothing says it is stored', act: (page) => queued(page, true) });
  await shot('field-received', { ...first, what: '已收到, with its number', act: (page) => queued(page, false) });
  await shot('field-task', { ...first, what: 'one task: what was found', act: async (page) => {
    await open(page);
    await page.locator('li.line a', { hasText: '江滨苑东门外渣土堆放' }).first().tap();
    await page.locator('#look').waitFor();
    await page.locator('#look fieldset button').first().tap();
  } });
  await shot('field-grid', { ...first, what: '我的网格 on the map, and as a list', act: async (page) => {
    await open(page);
    await page.locator('.bar a').nth(2).tap();
    await page.locator('.map canvas').first().waitFor();
  } });
  await shot('field-visit', { ...first, what: '上门回访: asked at the door what a resident says', act: async (page) => {
    await open(page);
    await page.locator('li.line a[href*="/visit/"]').first().tap();
    await page.locator('#visit').waitFor();
    await page.locator('#visit fieldset button').first().tap();
    await page.locator('#visit .four button').nth(1).tap();
  } });
  await shot('field-me', { ...first, what: 'who is signed in, when one is told, signing out', act: async (page) => {
    await open(page);
    await page.locator('.bar a').last().tap();
    await page.locator('.reminders input[type=time]').first().waitFor();
  } });
  await shot('field-away', { ...first, what: 'the service is away: the app goes on with what it has', act: async (page) => {
    await open(page);
    await page.context().setOffline(true);
    await page.locator('.sync:not(.calm)').waitFor();
  } });
}
