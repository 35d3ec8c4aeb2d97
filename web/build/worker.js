import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * The desk's service worker in one file with a fixed name: browsers ask for it anew by its address, and older ones load no
 * modules in a worker.
 */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: here('../dist'),
    emptyOutDir: false,
    target: ['chrome109', 'safari15.4'],
    lib: { entry: here('../src/desk/notices/worker.ts'), formats: ['iife'], name: 'deskPush', fileName: () => 'desk-push.js' },
  },
});
