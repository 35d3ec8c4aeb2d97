import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { product } from './stack.js';

/** All stories against one product, one file after another: it takes longer to start the product than to tell a story. */
const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter((name) => name.endsWith('.test.js') && (wanted.length === 0 || wanted.some((part) => name.includes(part))));
const grid = await product();
let status = 1;
try {
  status = await new Promise((ended) => {
    spawn(process.execPath, ['--test', '--test-concurrency=1', ...files.map((name) => join(here, name))], {
      stdio: 'inherit', env: { ...process.env, GRID_BASE_URL: grid.address, GRID_DEMO_PASSWORD: grid.password },
    }).once('exit', (code) => ended(code ?? 1));
  });
} finally {
  await grid.stop();
}
process.exitCode = status;
