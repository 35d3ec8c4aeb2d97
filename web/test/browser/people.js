import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { after } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { FLAGS, PATIENCE, PHONE, chromiumPath } from './phone.js';
import { product } from './stack.js';

export { PATIENCE, PHONE };
export const DESK = { viewport: { width: 1366, height: 768 } };

export async function browserOfDebian() {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

/**
 * What a file of stories begins with: the product, a browser and the people without a screen. After the last story all of it
 * goes away again. @param leave what the file itself clears away, while the product is still there
 */
export async function stage({ leave = async () => {} } = {}) {
  const grid = await product();
  const browser = await browserOfDebian();
  after(async () => {
    try {
      await leave();
    } finally {
      await browser.close();
      await grid.stop();
    }
  });
  return { grid, browser, desk: office(grid) };
}

/** A fresh browser of one person, signed in; closed with its proof that nothing went wrong on the page and nobody else was asked. */
export async function as(browser, grid, username, device, work) {
  const context = await browser.newContext({ ...device, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const failures = [];
  const strangers = [];
  page.on('pageerror', (failure) => failures.push(String(failure)));
  page.on('request', (request) => !request.url().startsWith(grid.address) && !/^(data|blob):/.test(request.url()) && strangers.push(request.url()));
  try {
    await page.goto(grid.address);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(grid.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.locator('#stage').waitFor();
    await work(page);
    assert.equal(await page.evaluate('window.robbed'), undefined, 'no text that somebody typed runs as a program');
    assert.deepEqual(failures, []);
    assert.deepEqual(strangers, []);
  } catch (failure) {
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: `test-results/${username}-${Date.now()}.png` });
    throw failure;
  } finally {
    await context.close();
  }
}

/** The case that keys act on: after a change of address the one of before stands there for a moment, and takes them too. */
export async function opened(page, id) {
  await page.locator(`[data-open="${id}"]`).waitFor();
}

/** The ledger has it a moment after the case: the page is loaded anew until it stands there. */
export async function reloadedUntil(page, seen) {
  for (let tries = 0; tries < 20; tries++) {
    if (await seen.first().waitFor({ timeout: 3_000 }).then(() => true, () => false)) return;
    await page.reload();
  }
  await seen.first().waitFor();
}

/** A day that lies ahead, whenever this runs: RFC 3339, the time of the deployment. */
export function inDays(days) {
  return `${new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)}T18:00:00+08:00`;
}

/**
 * WCAG 2.2 AA as far as a program can see it, of a phone with its page unrolled: what lies half beneath the bar at its foot,
 * which one scrolls past, is no target that is too small.
 */
export async function violationsOn(page) {
  const size = page.viewportSize();
  const reach = () => page.evaluate(() => document.documentElement.scrollHeight);
  let height = size.height;
  // A map grows with its window.
  for (let whole = await reach(); size.width <= PHONE.viewport.width && whole > height && height < 16 * size.height; whole = await reach()) {
    height = Math.max(whole, 2 * height);
    await page.setViewportSize({ width: size.width, height });
  }
  try {
    return (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()).violations;
  } finally {
    if (height !== size.height) await page.setViewportSize(size);
  }
}

export async function isAccessible(page, what) {
  const serious = (await violationsOn(page)).filter((one) => ['serious', 'critical'].includes(one.impact));
  assert.deepEqual(serious.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`).slice(0, 3).join(' | ')}`), [], what);
}

/** The product without a screen, to set a scene and to be the other person. */
export function office(grid) {
  const tokens = new Map();

  async function call(user, method, path, body, version) {
    if (!tokens.has(user)) {
      const answer = await fetch(`${grid.address}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: user, password: grid.password }) });
      tokens.set(user, (await answer.json()).accessToken);
    }
    const headers = { Authorization: `Bearer ${tokens.get(user)}`, 'Accept-Language': 'zh-CN' };
    if (body) headers['Content-Type'] = 'application/json';
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    const answer = await fetch(`${grid.address}${path}`, { method, headers, body: body && JSON.stringify(body) });
    const said = await answer.json();
    assert.ok(answer.ok, `${user} ${method} ${path}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  }

  return {
    call,
    async report(user, text, category, [longitude, latitude], more = {}) {
      const id = randomUUID();
      await call(user, 'POST', '/api/v1/reports', { id, text, category, location: { type: 'Point', coordinates: [longitude, latitude] }, ...more });
      return id;
    },
    async command(user, id, type, fields = {}) {
      const theCase = await call(user, 'GET', `/api/v1/cases/${id}?atLeastSeq=2&waitMs=8000`);
      return call(user, 'POST', `/api/v1/cases/${id}/commands`, { id: randomUUID(), type, ...fields }, theCase.version);
    },
    /** A completed case whose resident is not satisfied while the unit is not at fault: it waits for an inspector. */
    async undecided(text) {
      const id = await this.report('grid-worker-1', text, '1201', [120.1082, 30.2332], { resident: { phone: '13800007777' } });
      await this.command('handler-6', id, 'accept');
      const done = await this.command('handler-6', id, 'complete', { text: '已责令加装净化器' });
      if (done.state === 'PENDING_CHECK') await this.command('grid-worker-1', id, 'check', { passed: true, text: '看过' });
      await call('callback-clerk-1', 'GET', `/api/v1/callbacks/${id}.1?waitMs=8000`);
      await call('callback-clerk-1', 'POST', `/api/v1/callbacks/${id}.1/outcomes`, { id: randomUUID(), reached: true, settled: false, grade: 'UNSATISFIED', unitAtFault: false, comment: '要求关停' });
      for (let tries = 0; tries < 40; tries++) {
        const now = await call('inspector-1', 'GET', `/api/v1/cases/${id}?atLeastSeq=${done.version + 2}&waitMs=2000`);
        if (now.state === 'PENDING_DECISION') return id;
      }
      throw new Error('the outcome did not come back');
    },
  };
}
