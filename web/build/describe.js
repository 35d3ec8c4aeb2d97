/**
 * Keeps what the running product says of its routes (OpenAPI) in api/openapi/, from which the types of src/api/paths/ are
 * made: `GRID_GATEWAY_URI=… npm run describe`, whenever a service's routes have changed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const product = process.env.GRID_GATEWAY_URI ?? 'http://127.0.0.1:8080';
const folder = fileURLToPath(new URL('../api/openapi/', import.meta.url));
const described = {
  gateway: '/v3/api-docs', intake: '/api-docs/services/intake', dispatch: '/api-docs/services/dispatch', ledger: '/api-docs/services/ledger',
};

await mkdir(folder, { recursive: true });
for (const [service, path] of Object.entries(described)) {
  const answer = await fetch(product + path);
  if (!answer.ok) throw new Error(`${product}${path} answered ${answer.status}`);
  const said = await answer.json();
  delete said.servers;
  await writeFile(`${folder}${service}.json`, `${JSON.stringify(sorted(said), null, 1)}\n`);
}

/** Names in order, so that a change shows as that change alone. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
}
