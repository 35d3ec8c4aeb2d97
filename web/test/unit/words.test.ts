import { expect, test } from 'vitest';
import type { Words } from '../../src/words/language';

const ROOMS = import.meta.glob<Words>('../../src/**/words.ts', { eager: true, import: 'default' });

/** `signIn.password`, `problem.repeat`, … */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => keysOf(inner, path ? `${path}.${name}` : name));
}

test.each(Object.entries(ROOMS))('%s says the same in Chinese and in English', (_name, words) => {
  expect(keysOf(words.en).sort()).toEqual(keysOf(words['zh-CN']).sort());
});

test('a text names the same values in both languages', () => {
  for (const [name, words] of Object.entries(ROOMS)) {
    for (const key of keysOf(words['zh-CN'])) {
      const [zh, en] = [words['zh-CN'], words.en].map((texts) => placesIn(key.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], texts)));
      expect(en, `${name} ${key}`).toEqual(zh);
    }
  }
});

function placesIn(text: unknown): string[] {
  return [...String(text).matchAll(/\{(\w+)\}/g)].map((found) => found[1]!).sort();
}

/** In a Chinese face they are as wide as a character: minute’ s. */
test('English has no quotation marks that a Chinese face draws wide', () => {
  for (const [name, words] of Object.entries(ROOMS)) {
    for (const key of keysOf(words.en)) expect(String(key.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], words.en)), `${name} ${key}`).not.toMatch(/[’‘“”]/);
  }
});

test('no two rooms use the same name at the top', () => {
  const seen = new Map<string, string>();
  for (const [file, words] of Object.entries(ROOMS)) {
    const surface = /src\/(\w+)\//.exec(file)![1]!;
    for (const name of Object.keys(words['zh-CN'])) {
      for (const key of [`${surface}/${name}`, `words/${name}`]) expect(seen.get(key), `${name} of ${file}`).toBeUndefined();
      seen.set(`${surface}/${name}`, file);
    }
  }
});
