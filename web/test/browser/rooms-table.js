import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** The desk's rooms as `src/desk/rooms.ts` has them, so that a new room is looked at without anybody thinking of it. */
export async function deskRooms() {
  const { ROOMS, homeFor } = await told('../../src/desk/rooms.ts');
  return { ROOMS, homeFor };
}

/** The names in the residents' addresses. */
export async function guestRooms() {
  const source = await readFile(new URL('../../src/guest/address.ts', import.meta.url), 'utf8');
  const names = /ROOMS = \[(.*?)\]/s.exec(source)?.[1].match(/\w+/g);
  if (!names) throw new Error('No list of rooms in src/guest/address.ts');
  return names;
}

/** The field app's addresses without those of one thing, such as a task. */
export async function fieldRooms() {
  const source = await readFile(new URL('../../src/field/router.ts', import.meta.url), 'utf8');
  const paths = [...source.matchAll(/path: '(\/[\w-]*)', name:/g)].map((found) => found[1]);
  if (paths.length === 0) throw new Error('No addresses in src/field/router.ts');
  return paths;
}

/** A module without imports of its own, but for what it loads later. */
async function told(path) {
  const source = await readFile(new URL(path, import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
