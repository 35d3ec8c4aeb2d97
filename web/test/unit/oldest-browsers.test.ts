import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const DIST = new URL('../../dist/', import.meta.url).pathname;
/**
 * What Chrome 109 or iOS 15.4 do not have, and no build rewrites. A pattern they cannot read stops a whole module, also one
 * that somebody else wrote. Our own code is held to more by the linters; this looks at what is delivered.
 */
const UNKNOWN = [/\(\?<[=!]/, /\b(Object|Map)\.groupBy\b/, /\bPromise\.(withResolvers|try)\b/, /\bArray\.fromAsync\b/, /\bAbortSignal\.(any|timeout)\b/, /\bURL\.canParse\b/, /\bclass\b[^{};]*\{\s*static\s*\{/];

test.skipIf(!existsSync(`${DIST}parts.json`))('nothing that is delivered needs a browser newer than Chrome 109 and iOS 15.4', () => {
  const files = readdirSync(DIST, { recursive: true }).map(String).filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const text = readFileSync(DIST + name, 'utf8');
    for (const unknown of UNKNOWN) expect(unknown.exec(text)?.[0], `${name} ${unknown}`).toBeUndefined();
  }
  for (const name of readdirSync(`${DIST}assets`).filter((one) => one.endsWith('.css'))) {
    const text = readFileSync(`${DIST}assets/${name}`, 'utf8');
    for (const unknown of [/color-mix\(/, /light-dark\(/, /@container\b/, /&[:.\s[]/]) expect(unknown.exec(text)?.[0], `${name} ${unknown}`).toBeUndefined();
  }
});
