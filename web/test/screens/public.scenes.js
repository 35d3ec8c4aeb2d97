import { picture, photoFile } from '../browser/phone.js';
import { DESK } from '../browser/people.js';

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, geolocation: { latitude: 30.2333, longitude: 120.1083, accuracy: 12 }, permissions: ['geolocation'] };

export const title = '我要反映、查进度、评价 · Report, follow, rate';

/** The residents' page: the first screen, a report with photo and place, its receipt, where it stands, and a rating. */
export default async function scenes({ grid, shot }) {
  const desk = async (path, body, who, version) => {
    const session = await fetch(`${grid.address}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: who, password: grid.password }) });
    const headers = { Authorization: `Bearer ${(await session.json()).accessToken}`, 'Content-Type': 'application/json', ...(version !== undefined && { 'If-Match': `"${version}"` }) };
    return (await fetch(grid.address + path, { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body) })).json();
  };

  async function written(page) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('label.button').first().tap()]);
    await chooser.setFiles(photoFile(await picture(page, 800, 600)));
    await page.locator('.photos img').waitFor();
    await page.locator('#text').fill('江滨苑东门的路灯不亮，已有三天');
  }

  async function placed(page) {
    await written(page);
    await page.locator('#where').fill('江滨');
    await page.locator('.found button').first().tap();
    await page.locator('button[aria-expanded]').tap();
    await page.locator('.ground-map[data-drawn]').waitFor();
    await page.locator('#where').evaluate((one) => one.scrollIntoView({ block: 'start' }));
  }

  async function received(page) {
    await written(page);
    await page.locator('.send button').tap();
    await page.locator('.received .number').waitFor();
  }

  /** A link as a resident is sent it. */
  async function link() {
    const id = crypto.randomUUID();
    await desk('/api/v1/reports', { id, category: '1005', text: '代办老年证', location: { type: 'Point', coordinates: [120.1082, 30.2332] }, resident: { phone: '13800006666' } }, 'grid-worker-1');
    for (const [type, fields] of [['accept', {}], ['complete', { text: '已上门代办' }]]) {
      const { version } = await desk(`/api/v1/cases/${id}?atLeastSeq=2&waitMs=8000`, undefined, 'community-clerk-1');
      await desk(`/api/v1/cases/${id}/commands`, { id: crypto.randomUUID(), type, ...fields }, 'community-clerk-1', version);
    }
    await desk(`/api/v1/callbacks/${id}.1?waitMs=8000`, undefined, 'callback-clerk-1');
    return (await desk(`/api/v1/callbacks/${id}.1/links`, {}, 'callback-clerk-1')).token;
  }

  const report = { device: PHONE, hash: 'public.html#/report', ready: '#text' };
  await shot('public-home', { what: '我要反映 / 查进度; below, the numbers that were given out on this device', device: PHONE, hash: 'public.html#/', ready: 'a.great' });
  await shot('public-home-desk', { what: 'at a desk', device: DESK, hash: 'public.html#/', ready: 'a.great' });
  await shot('public-report', { ...report, what: 'photo, words, place; kind and nature only for who knows them; anonymous or by a confirmed mobile', act: written });
  await shot('public-place', { ...report, what: 'the place by its name, by position, or by a tap on the map; a list has the same places', act: placed });
  await shot('public-received', { ...report, what: 'the number to follow it by', act: received });
  await shot('public-follow', { ...report, what: '查进度: where it stands, in plain words', act: async (page) => {
    await received(page);
    await page.locator('.received a').tap();
    await page.locator('.matter').waitFor();
  } });
  await shot('public-follow-none', { what: 'no such number', device: PHONE, hash: 'public.html#/track/000101-0001', ready: '.asks-box' });
  await shot('public-faq', { what: '问答, with a search', device: PHONE, hash: 'public.html#/faq', ready: '.sheet summary', act: async (page) => page.locator('.sheet summary').first().tap() });
  await shot('public-mine', { what: '我的反映, by a confirmed mobile', device: PHONE, hash: 'public.html#/mine', ready: 'main input' });
  await shot('public-suggest', { what: '提建议', device: PHONE, hash: 'public.html#/suggest', ready: '#text' });
  await shot('public-criticise', { what: '有奖批评', device: PHONE, hash: 'public.html#/criticise', ready: '#text' });
  await shot('public-loading', { what: 'the form has not come yet', device: PHONE, hash: 'public.html#/report', ready: '[role=status]', state: 'loading' });
  await shot('public-error', { what: 'the service is away', device: PHONE, hash: 'public.html#/report', ready: '.problem', state: 'error' });
  await shot('public-offline', { ...report, what: 'without a network nothing typed is lost; the same id is sent again', act: async (page) => {
    await written(page);
    await page.context().setOffline(true);
    await page.locator('.send button').tap();
    await page.locator('.problem').scrollIntoViewIfNeeded();
  } });
  const rate = `public.html#/rate/${await link()}`;
  await shot('public-rate', { what: '评价: settled, grade, reasons; a link is good once', device: PHONE, hash: rate, ready: '[name=grade]', act: async (page) => {
    await page.locator('[name=settled]').first().check();
    await page.locator('[name=grade]').nth(1).check();
  } });
  await shot('public-rate-over', { what: 'a link that is no good', device: PHONE, hash: 'public.html#/rate/nothing', ready: '.problem' });
}
