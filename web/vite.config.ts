import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { partsOf } from './build/parts.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where `npm run dev` and `npm run preview` find the product. */
const product = process.env.GRID_GATEWAY_URI ?? 'http://127.0.0.1:8080';
const proxy = Object.fromEntries(
  ['/api', '/actuator', '/open311', '/.well-known', '/api-docs', '/v3', '/webjars', '/map'].map((path) => [path, product]),
);

export default defineConfig({
  plugins: [
    vue(),
    // The field app opens without a network. The wall and the desk have no use without one.
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/field',
      filename: 'sw.ts',
      outDir: 'dist/field',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globDirectory: 'dist',
        globPatterns: ['field/**/*.{html,png,json}', 'icon.svg', 'assets/**/*.{js,css}'],
        modifyURLPrefix: { '': '/' },
        // Names in assets/ change with their content.
        dontCacheBustURLsMatching: /\/assets\//,
        manifestTransforms: [
          (entries) => {
            const parts = new Set(partsOf(here('./dist'), 'field/index.html').all);
            return { manifest: entries.filter(({ url }) => !url.startsWith('/assets/') || parts.has(url.slice(1))), warnings: [] };
          },
        ],
      },
    }),
  ],
  resolve: { alias: { '@': here('./src') } },
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false, __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  build: {
    // Windows 7 and old tablets end at Chrome 109; iPhones of 2015 at iOS 15.
    target: ['chrome109', 'safari15.4'],
    // The Content-Security-Policy knows files, no data in scripts; and each is kept for a year by its name.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which part needs which: for the service worker, and for the test of sizes.
    manifest: 'parts.json',
    rollupOptions: {
      input: Object.fromEntries(
        ['index.html', 'public.html', 'field/index.html', 'wall/index.html'].filter((page) => existsSync(here(page))).map((page) => [page.replace('/index.html', '').replace('.html', ''), here(page)]),
      ),
    },
  },
  test: {
    include: ['test/unit/**/*.test.{ts,js}'],
    environment: 'node',
    reporters: process.env.CI_REPORTS ? ['default', ['junit', { outputFile: 'target/vitest-reports/TEST-web.xml' }]] : ['default'],
  },
});
