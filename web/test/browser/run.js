import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { product } from './stack.js';

/**
 * All stories against one product, one file after another: it takes longer to start the product than to tell a story. Files
 * with a story that failed are told once more, as a real browser beside six processes on a small machine may be late; what
 * passed only then is named at the end, and is to be looked into.
 */
const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter((name) => name.endsWith('.test.js') && (wanted.length === 0 || wanted.some((part) => name.includes(part))));
/** The counts of one try, which those of the end replace. */
const COUNTS = /^# (tests|suites|pass|fail|cancelled|skipped|todo) \d+$/;

/** @returns of each story, by its name, whether it passed, the files of those that did not, and whether it came to its end well */
async function tell(some, environment) {
  const passed = new Map();
  const failedFiles = new Set();
  const child = spawn(process.execPath, ['--test', '--test-reporter=tap', '--test-concurrency=1', ...some.map((name) => join(here, name))], {
    stdio: ['inherit', 'pipe', 'inherit'], env: { ...process.env, ...environment },
  });
  const ended = once(child, 'exit');
  let failing = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (COUNTS.test(line)) continue;
    console.log(line);
    const story = /^(not )?ok \d+ - (.*)$/.exec(line);
    if (story) {
      failing = story[1] !== undefined;
      // A file that cannot even begin stands there by its own name.
      if (!story[2].endsWith('.test.js')) passed.set(story[2], !failing);
      else if (failing) failedFiles.add(basename(story[2]));
    }
    const place = failing && /^ {2}location: '(.*?\.test\.js):/.exec(line);
    if (place) failedFiles.add(basename(place[1]));
  }
  const [code] = await ended;
  return { passed, failedFiles: [...failedFiles], well: code === 0 };
}

const grid = await product();
try {
  const environment = { GRID_BASE_URL: grid.address, GRID_DEMO_PASSWORD: grid.password };
  const first = await tell(files, environment);
  const second = first.failedFiles.length > 0 ? await tell(first.failedFiles, environment) : first;
  const all = new Map([...first.passed, ...second.passed]);
  const failed = [...all].filter(([, ok]) => !ok);
  for (const [name, ok] of first.passed) if (!ok && all.get(name)) console.log(`# passed only when told again: ${name}`);
  console.log(`# pass ${all.size - failed.length}\n# fail ${failed.length}`);
  process.exitCode = second.well && failed.length === 0 && all.size > 0 ? 0 : 1;
} finally {
  await grid.stop();
}
