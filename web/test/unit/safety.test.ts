import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const FILES = [
  ...['index.html', 'public.html'],
  ...['src', 'field', 'wall'].flatMap((folder) => filesIn(folder)).filter((name) => /\.(ts|vue|js|html|css|svg)$/.test(name) && !name.includes('api/paths/')),
];

function filesIn(folder: string): string[] {
  try {
    return readdirSync(new URL(`${folder}/`, ROOT), { recursive: true }).map((name) => `${folder}/${String(name)}`);
  } catch {
    return [];
  }
}

test('no module parses HTML: texts come from the street', () => {
  expect(FILES.length).toBeGreaterThan(40);
  for (const name of FILES) {
    expect(readFileSync(new URL(name, ROOT), 'utf8'), name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|v-html|document\.write|eval\(|new Function/);
  }
});

test('nothing is loaded from another address, and no style or script stands inline', () => {
  for (const name of FILES) {
    const text = readFileSync(new URL(name, ROOT), 'utf8').replaceAll('http://www.w3.org/', '');
    expect(text, name).not.toMatch(/https?:\/\//);
    if (name.endsWith('.html')) expect(text, name).not.toMatch(/<style|style=|<script>|onclick=/);
  }
});
