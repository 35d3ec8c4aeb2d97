import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../public/', import.meta.url);
const FILES = readdirSync(ROOT, { recursive: true }).filter((name) => /\.(js|html|css|svg)$/.test(name));

test('no module parses HTML: texts come from the street', () => {
  assert.ok(FILES.length > 15);
  for (const name of FILES) {
    assert.doesNotMatch(readFileSync(new URL(name, ROOT), 'utf8'), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/, name);
  }
});

test('nothing is loaded from another address, and no style or script stands inline', () => {
  for (const name of FILES) {
    const text = readFileSync(new URL(name, ROOT), 'utf8').replaceAll('http://www.w3.org/', '');
    assert.doesNotMatch(text, /https?:\/\//, name);
    if (name.endsWith('.html')) assert.doesNotMatch(text, /<style|style=|<script>|onclick=/, name);
  }
});
