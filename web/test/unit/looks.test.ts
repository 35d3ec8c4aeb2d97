import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const WEB = new URL('../../', import.meta.url).pathname;
const STYLES = readdirSync(`${WEB}src`, { recursive: true }).map(String).filter((name) => /\.(vue|css)$/.test(name)).map((name) => {
  const text = readFileSync(`${WEB}src/${name}`, 'utf8');
  return { name, css: name.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map((found) => found[1]).join('\n') };
});

/** `selector {declarations}` one by one, without comments. */
function rulesOf(css: string): [string, string][] {
  return [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map((found) => [found[1]!.trim(), found[2]!]);
}

test('red is for what is overdue and for 红牌 alone', () => {
  let red = 0;
  for (const { name, css } of STYLES) {
    for (const [selector, declarations] of rulesOf(css)) {
      if (selector.startsWith(':root') || !/var\(--(late|late-wash|red-card)\)|\b(red|crimson|darkred|firebrick)\b/.test(declarations)) continue;
      red++;
      expect(selector, name).toMatch(/late|overdue|is-red/);
    }
  }
  expect(red).toBeGreaterThan(8);
});

test('colours come from the tokens, but for paper and what lies over a photo', () => {
  for (const { name, css } of STYLES) {
    if (/tokens\.css|wall\.css|print\//.test(name)) continue;
    for (const [selector, declarations] of rulesOf(css)) {
      if (/hidden-area|seal|veil/.test(selector)) continue;
      expect(declarations.replace(/rgb\(0 0 0 \/ \d+%\)/g, ''), `${name} ${selector}`).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(/i);
    }
  }
});

test('every page is Chinese until somebody chooses otherwise, in the system’s own faces', () => {
  for (const page of ['index.html', 'public.html', 'field/index.html', 'wall/index.html']) expect(readFileSync(WEB + page, 'utf8')).toContain('<html lang="zh-CN">');
  const tokens = readFileSync(`${WEB}src/look/tokens.css`, 'utf8');
  for (const face of ['PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC']) expect(tokens).toContain(`"${face}"`);
  expect(tokens).toContain('--line-height: 1.6;');
  for (const { name, css } of STYLES) expect(css, name).not.toContain('@font-face');
});
