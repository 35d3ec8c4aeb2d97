import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { office } from '../browser/people.js';
import { until } from '../browser/phone.js';
import { product } from '../browser/stack.js';
import { wayTo, webkit } from './webkit.js';

const PIN = '284619';

const grid = await product();
const desk = office(grid);
const engine = await webkit();
const folder = await mkdtemp(join(tmpdir(), 'wangge-webkit-'));
const photo = join(folder, 'IMG_0001.jpg');
await writeFile(photo, await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#7a5', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).jpeg().toBuffer());
after(async () => {
  engine.close();
  await rm(folder, { recursive: true, force: true });
  await grid.stop();
});

/** A window of the phone's or the desk's size, closed with its proof that nothing failed on the page. */
async function inWindow([width, height], name, work) {
  const page = await engine.open(width, height);
  try {
    await work(page);
    await page.isWhole(name);
    await page.picture(name);
  } catch (failure) {
    await page.picture(`${name}-failed`);
    throw failure;
  } finally {
    await page.close();
  }
}

test('a grid worker reports with a photo, is cut off, opens the app again without a network, and all of it arrives', async () => {
  const way = await wayTo(grid.address);
  try {
    await inWindow([390, 780], 'field', async (page) => {
      await page.goto(`${way.address}/field/`);
      await page.type('用户名', 'grid-worker-1');
      await page.type('密码', grid.password);
      await page.press('登录');
      await page.type('本机 PIN', PIN);
      await page.type('再输一遍', PIN);
      await page.press('设好了');
      await page.says('我的任务');
      await page.says('全部已传 ·');
      await page.isWhole('home');
      await until(() => page.ask('return navigator.serviceWorker.controller !== null'), 'the service worker takes over');

      const marks = ['有网', '没网'].map((when) => `${when}${Date.now()}`);
      await file(page, marks[0]);
      await page.seen(`//li[contains(., "${marks[0]}")]//*[normalize-space(text()) = "已收到"]`);
      await page.says('照片 1/1 已传');

      way.cut();
      await page.press('任务');
      await file(page, marks[1]);
      await page.seen(`//li[contains(., "${marks[1]}")]//*[contains(normalize-space(text()), "待传")]`);
      await page.picture('field-cut-off');
      await page.goto(`${way.address}/field/`);
      await page.type('本机 PIN', PIN);
      await page.press('打开');
      await page.press('待传');
      await page.seen(`//li[contains(., "${marks[1]}")]`);

      way.mend();
      await page.press('立即同步');
      await page.seen(`//li[contains(., "${marks[1]}")]//*[normalize-space(text()) = "已收到"]`);
      await until(async () => {
        const { items } = await desk.call('grid-worker-1', 'GET', '/api/v1/reports?tab=mine&limit=100');
        return marks.every((mark) => items.filter((each) => each.text === mark).length === 1);
      }, 'both reports stand there once');
    });
  } finally {
    way.close();
  }

  async function file(page, mark) {
    await page.choose('label.camera input[type=file]', photo);
    await page.seen('.photo-row img');
    await page.press('不确定');
    await page.type('说明', mark);
    await page.press('提交');
  }
});

test('a resident reports with a photo, reads the number and follows it', async () => {
  const mark = `楼道灯不亮${Date.now()}`;
  await inWindow([390, 780], 'public', async (page) => {
    await page.goto(`${grid.address}/public.html`);
    await page.says('居民随手报');
    await page.isWhole('first page');
    await page.press('我要反映');
    await page.choose('input[type=file]', photo);
    await page.seen('img[alt="第 1 张照片"]');
    await page.type('说明', mark);
    await page.type('地点', '江滨');
    await page.press('江滨苑');
    await page.says('已标出位置');
    await page.press('提交');
    await page.says('已收到，谢谢');
    assert.doesNotMatch(await page.text(), /照片没有传上/);
    await page.isWhole('the receipt');
    await page.press('查进度');
    await page.says(mark);
  });
});

test('a clerk finds a case in the inbox, reads it with its photos and map, and accepts it', async () => {
  const mark = `消防通道堆物${Date.now()}`;
  const id = await desk.report('grid-worker-1', mark, '0106', [120.1082, 30.2332]);
  await desk.call('community-clerk-1', 'GET', `/api/v1/cases/${id}?atLeastSeq=2&waitMs=8000`);
  await inWindow([1366, 860], 'desk', async (page) => {
    await page.goto(grid.address);
    await page.type('用户名', 'community-clerk-1');
    await page.type('密码', grid.password);
    await page.press('登录');
    await page.seen('#stage');
    await page.isWhole('home');
    await page.goto(`${grid.address}/#/inbox/${id}`);
    await page.seen(`[data-open="${id}"]`);
    await page.says(mark);
    await page.mapIsDrawn();
    await page.press('受理');
    await page.press('确认受理');
    await until(async () => (await desk.call('community-clerk-1', 'GET', `/api/v1/cases/${id}`)).state === 'IN_PROGRESS', 'accepted');
  });
});

test('a screen on the wall is signed in by its code and shows the board', async () => {
  const { code } = await desk.call('leader-1', 'POST', '/api/v1/screens', { id: randomUUID(), name: 'WebKit', unitId: '990100001' });
  await inWindow([1380, 900], 'wall', async (page) => {
    await page.goto(`${grid.address}/wall/`);
    await page.type('授权码', code);
    await page.press('接入');
    await page.seen('//h1[normalize-space(.) = "望江街道"]');
    await page.seen('.figures .figure');
    await page.mapIsDrawn();
  });
});
