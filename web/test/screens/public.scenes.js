import { picture, photoFile } from '../browser/phone.js';

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, geolocation: { latitude: 30.2333, longitude: 120.1083, accuracy: 12 }, permissions: ['geolocation'] };

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

  for (const language of ['zh-CN', 'en']) {
    const end = language === 'en' ? '-en' : '';
    await shot(`public-home${end}`, { device: PHONE, language, hash: 'public.html#/', ready: 'a.great' });
    await shot(`public-report${end}`, { device: PHONE, language, hash: 'public.html#/report', ready: '#text', act: written });
  }
  await shot('public-faq', { device: PHONE, hash: 'public.html#/faq', ready: '.sheet summary', act: async (page) => page.locator('.sheet summary').first().tap() });
  await shot('public-place', { device: PHONE, hash: 'public.html#/report', ready: '#text', act: placed });
  await shot('public-received', { device: PHONE, hash: 'public.html#/report', ready: '#text', act: received });
  await shot('public-follow', { device: PHONE, hash: 'public.html#/report', ready: '#text', act: async (page) => {
    await received(page);
    await page.locator('.received a').tap();
    await page.locator('.matter').waitFor();
  } });
  await shot('public-offline', { device: PHONE, hash: 'public.html#/report', ready: '#text', act: async (page) => {
    await written(page);
    await page.context().setOffline(true);
    await page.locator('.send button').tap();
    await page.locator('.problem').scrollIntoViewIfNeeded();
  } });
  await shot('public-rate', { device: PHONE, hash: `public.html#/rate/${await link()}`, ready: '[name=grade]', act: async (page) => {
    await page.locator('[name=settled]').first().check();
    await page.locator('[name=grade]').nth(1).check();
  } });
}
