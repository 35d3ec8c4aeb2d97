import { findNodeAtLocation, format, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Document } from '../documents';

/** A place in a text that something is wrong with. */
export interface LineFault { line: number; column: number; words: string }

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** What is written, or where it is no JSON; only the first faults, as those behind them mostly follow from them. */
export function read(text: string): { document: Document } | { faults: LineFault[] } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, STRICT);
  if (errors.length > 0) return { faults: errors.filter((error, index) => errors[index - 1]?.offset !== error.offset).slice(0, 3).map((error) => ({ ...placeOf(text, error.offset), words: printParseErrorCode(error.error) })) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { faults: [{ line: 1, column: 1, words: 'ObjectExpected' }] };
  return { document: value as Document };
}

/** Versions of items are the service's own and need not be said. */
export function withoutVersions(document: Document): Document {
  const items = document.items;
  return Array.isArray(items) ? { ...document, items: items.map((item: Document) => Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'version'))) } : document;
}

/** Two spaces deep, short lists and objects in one line: what an editor of tables would write. */
export function written(document: unknown, depth = 0): string {
  if (document === null || typeof document !== 'object') return JSON.stringify(document);
  const flat = JSON.stringify(document);
  const oneLine = flat.length <= 100 && depth > 0 ? spaced(document) : null;
  if (oneLine && oneLine.length + depth * 2 <= 120) return oneLine;
  const pad = '  '.repeat(depth + 1);
  const inner = Array.isArray(document)
    ? document.map((item) => pad + written(item, depth + 1))
    : Object.entries(document).filter(([, value]) => value !== undefined).map(([name, value]) => `${pad}${JSON.stringify(name)}: ${written(value, depth + 1)}`);
  const [open, close] = Array.isArray(document) ? '[]' : '{}';
  return inner.length === 0 ? `${open}${close}` : `${open}\n${inner.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

function spaced(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined).map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Laid out anew; a text that cannot be read is only indented where it can be. */
export function tidied(text: string): string {
  const said = read(text);
  if ('document' in said) return written(said.document);
  return format(text, undefined, { tabSize: 2, insertSpaces: true }).reduceRight((all, edit) => all.slice(0, edit.offset) + edit.content + all.slice(edit.offset + edit.length), text);
}

/** The line of a field as the services name it, `items.3.nameZh`, or the nearest one around it. */
export function lineOfField(text: string, field: string): number | undefined {
  const root = parseTree(text, [], STRICT);
  if (!root) return undefined;
  const path = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return placeOf(text, node.offset).line;
  }
  return undefined;
}

/** The line of the thing that a finding names, `rule night-noise`, `case-policy limits.check`, `2027`. */
export function lineOfThing(text: string, where: string): number | undefined {
  const name = where.split(' ').at(-1)!;
  const found = text.search(new RegExp(`"(id|code|year|name)"\\s*:\\s*"?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?\\s*[,}\\n]`));
  if (found >= 0) return placeOf(text, found).line;
  const field = name.split(/[.[]/).at(-1)!;
  const named = text.indexOf(`"${field}"`);
  return named >= 0 ? placeOf(text, named).line : undefined;
}

export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
