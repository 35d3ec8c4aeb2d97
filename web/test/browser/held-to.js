import assert from 'node:assert/strict';
import { isAccessible } from './people.js';

/**
 * What every page is held to, whatever it shows: WCAG 2.2 AA as far as a program sees it, text that can be read at arm's
 * length, nothing beside the screen when it is magnified twice, and a keyboard that comes everywhere and shows where it is.
 */
export async function isHeldTo(page, what, { leastText }) {
  // At its end, where a bar that sticks to the window lies in its own place and over nothing.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await isAccessible(page, what);
  await isReadable(page, what, leastText);
  await fitsMagnified(page, what);
}

/** @param least pixels: 14 at a desk, 16 on a phone, 24 on the wall */
export async function isReadable(page, what, least) {
  const small = await page.evaluate((pixels) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement;
      if (!node.textContent.trim() || element.closest('.sr, style, script, noscript, [aria-hidden=true], .sheet, .measuring') || element.getClientRects().length === 0) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < pixels - 0.05) found.add(`<${element.tagName.toLowerCase()} class="${element.className}"> ${node.textContent.trim().slice(0, 20)}: ${size} px`);
    }
    return [...found].slice(0, 8);
  }, least);
  assert.deepEqual(small, [], `${what}: text below ${least} px`);
}

/** A window of 1280 pixels at 200 %: half as many of CSS. Tables and maps may scroll in themselves, the page may not. */
export async function fitsMagnified(page, what) {
  const before = page.viewportSize();
  if (before.width > 640) await page.setViewportSize({ width: 640, height: 384 });
  try {
    const beside = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const scrolls = (element) => {
        for (let at = element.parentElement; at; at = at.parentElement) if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX)) return true;
        return false;
      };
      return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && !scrolls(one))
        .slice(0, 5).map((one) => `<${one.tagName.toLowerCase()} class="${one.className}"> to ${Math.round(one.getBoundingClientRect().right)} of ${clientWidth}`);
    });
    assert.deepEqual(beside, [], `${what}: beside the screen at 200 %`);
  } finally {
    if (before.width > 640) await page.setViewportSize(before);
  }
}

const MOST_STOPS = 150;

/**
 * Tab from the beginning to the end: each stop shows that it has the focus and is not hidden under something, and whatever is
 * the page's main action was among them.
 */
export async function goesByKeyboard(page, what) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
    document.querySelectorAll('.primary:not(:disabled)').forEach((one) => one.setAttribute('data-main-action', ''));
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  });
  const faults = new Set();
  const seen = new Set();
  let atTheEnd = false;
  for (let stop = 0; stop < MOST_STOPS && !atTheEnd; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      window.stopNumbers ??= new WeakMap();
      window.lastStop ??= 0;
      const first = !window.stopNumbers.has(element);
      if (first) window.stopNumbers.set(element, ++window.lastStop);
      const look = (one, part) => getComputedStyle(one, part);
      const outlined = (one) => one && look(one).outlineStyle !== 'none' && parseFloat(look(one).outlineWidth) >= 1;
      // A choice shows it on its label, a file field on its button; a frame or a map on itself.
      const shown = [element, element.closest('label'), element.labels?.[0], element.nextElementSibling].some(outlined) || ['auto', ''].includes(look(element).outlineStyle) || look(element, '::after').outlineStyle !== 'none';
      const box = (element.closest('.sr, label') ? (element.closest('label') ?? element) : element).getBoundingClientRect();
      const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
      const hidden = box.width > 2 && box.height > 2 && points.every((point) => !point || !(element.contains(point) || point.contains(element) || element.closest('label')?.contains(point)));
      return { name: `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent || element.getAttribute('aria-label') || element.name || '').trim().slice(0, 24)}`, number: window.stopNumbers.get(element), first, shown, hidden, main: element.hasAttribute('data-main-action') };
    });
    // From the browser's own bar the next one comes back into the page.
    if (!found && stop === 0) continue;
    if (!found || !found.first) {
      atTheEnd = true;
      break;
    }
    seen.add(found.number);
    if (!found.shown) faults.add(`no sign of the focus: ${found.name}`);
    if (found.hidden) faults.add(`the focus is under something: ${found.name}`);
  }
  assert.ok(seen.size > 0, `${what}: nothing takes the focus`);
  assert.deepEqual([...faults].slice(0, 6), [], what);
  if (atTheEnd) {
    const missed = await page.evaluate(() => [...document.querySelectorAll('[data-main-action]')].filter((one) => one.isConnected && !one.disabled && one.getClientRects().length > 0 && !one.closest('details:not([open])') && !window.stopNumbers.has(one) && !window.stopNumbers.has(one.control) && !one.querySelector('input')).map((one) => one.textContent.trim()));
    assert.deepEqual(missed, [], `${what}: the keyboard does not come to the main action`);
  }
  await page.evaluate(() => {
    delete window.stopNumbers;
    delete window.lastStop;
  });
}
