/** Beside each text of dist/ its gzip form, which the gateway sends as it is to browsers that take it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const press = promisify(gzip);

for (const name of await readdir(dist, { recursive: true })) {
  if (!/\.(js|css|svg|json)$/.test(name)) continue;
  const text = await readFile(join(dist, name));
  if (text.length < 1024) continue;
  await writeFile(join(dist, `${name}.gz`), await press(text, { level: constants.Z_BEST_COMPRESSION }));
}
