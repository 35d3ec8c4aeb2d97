import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const GRID = fileURLToPath(new URL('../../../grid', import.meta.url));
const run = promisify(execFile);
/** Ports that are not moved. */
const GATEWAY = 8080;
const BROKER = 9092;

/**
 * The product to test against: the one at GRID_BASE_URL, or one of our own, started by `./grid up` with a data folder and
 * ports of its own, and taken down with its data afterwards.
 */
export async function product() {
  const password = process.env.GRID_DEMO_PASSWORD ?? 'browser-test-password';
  if (process.env.GRID_BASE_URL) {
    const address = process.env.GRID_BASE_URL;
    return { address, broker: brokerOf(Number(new URL(address).port) - GATEWAY), password, stop: async () => {} };
  }
  const data = await mkdtemp(join(tmpdir(), 'wangge-browser-'));
  const offset = await freeOffset();
  const place = ['--data', data, '--port-offset', String(offset)];
  const stop = async () => {
    await run(GRID, ['down', '--data', data]).catch((failure) => console.error(failure.stdout, failure.stderr));
    await rm(data, { recursive: true, force: true });
  };
  try {
    await run(GRID, ['up', ...place], { env: { ...process.env, GRID_DEMO_PASSWORD: password }, maxBuffer: 1 << 26 });
  } catch (failure) {
    await stop();
    throw new Error(`./grid up failed:\n${failure.stdout}\n${failure.stderr}`);
  }
  return { address: `http://127.0.0.1:${GATEWAY + offset}`, broker: brokerOf(offset), password, stop };
}

/** All ports of a stack are moved by the same. */
function brokerOf(offset) {
  return { host: '127.0.0.1', port: BROKER + offset };
}

/** An offset at which the gateway's, the broker's and mongod's ports are free. */
async function freeOffset() {
  for (let tries = 0; tries < 50; tries++) {
    const offset = 1000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all([GATEWAY, 8081, 8082, 8083, BROKER, 9093, 27017].map((port) => isFree(port + offset)));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('No free ports');
}

/** For what is started beside the product. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function isFree(port) {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });
}
