/** Types of all routes, from the services' own descriptions: src/api/paths/SERVICE.d.ts. Made anew only when they changed. */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../api/openapi/', import.meta.url);
const to = new URL('../src/api/paths/', import.meta.url);

await mkdir(to, { recursive: true });
for (const name of await readdir(from)) {
  const described = new URL(name, from);
  const types = new URL(name.replace('.json', '.d.ts'), to);
  const made = await stat(types).catch(() => null);
  if (made && made.mtimeMs > (await stat(described)).mtimeMs) continue;
  await writeFile(types, `/* Made by build/types.js from api/openapi/${name}. */\n${astToString(await openapiTS(described))}`);
}
