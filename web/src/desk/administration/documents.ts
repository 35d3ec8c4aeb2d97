/** All of one kind, as drafts and versions have it: `{ items: […] }`, `{ rules: […] }`, `{ rows: […] }`, or a calendar. */
export type Document = Record<string, unknown>;

type Entry = { value: unknown; list?: string };

export interface Merged {
  document: Document;
  /** What both changed, each in another way: `document` has mine there. */
  both: string[];
}

/** What a document is made of, by id: items of its lists (`items/0101`), and fields that are no list of items. */
function entriesOf(document: Document): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(document)) {
    const ids = Array.isArray(value) ? value.map(idOf) : [];
    const named = Array.isArray(value) && ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
    if (!named) entries.set(name, { value });
    else value.forEach((item, index) => entries.set(`${name}/${ids[index]}`, { value: item, list: name }));
  }
  return entries;
}

function idOf(item: unknown): string | undefined {
  const named = (item ?? {}) as { id?: unknown; year?: unknown };
  const id = named.id ?? named.year;
  return id === undefined ? undefined : String(id);
}

/** Without regard to the order of fields. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (inner && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).filter(([name, it]) => it !== null && name !== 'version').sort(([a], [b]) => (a < b ? -1 : 1)))
    : inner));
}

/** Which entries are not the same in both, `items/0101` as `0101`. */
export function differing(before: Document, after: Document): string[] {
  const [old, fresh] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((key) => !same(old.get(key)?.value, fresh.get(key)?.value)).map(said);
}

/**
 * My changes on top of theirs, item by item. Lists keep their order where they have it, what is new of mine comes after the
 * item that it stood behind.
 */
export function merge(base: Document, mine: Document, theirs: Document): Merged {
  const [was, my, their] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)];
  const both: string[] = [];
  const chosen = (key: string): Entry | undefined => {
    const [b, m, t] = [was.get(key), my.get(key), their.get(key)];
    if (same(m?.value, b?.value)) return t;
    if (!same(t?.value, b?.value) && !same(t?.value, m?.value)) both.push(said(key));
    return m;
  };
  const document: Document = {};
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const keys = orderOf(name, their, my, was);
    if (keys.length === 0 || keys[0] === name) {
      const entry = chosen(name);
      if (entry) document[name] = entry.value;
      else if (Array.isArray(theirs[name]) || Array.isArray(mine[name])) document[name] = [];
    } else {
      document[name] = keys.map(chosen).filter((entry) => entry !== undefined).map((entry) => entry.value);
    }
  }
  return { document, both };
}

/** Keys of a list in their order, with mine put in behind their neighbours; in my order where only I moved any. */
function orderOf(name: string, theirs: Map<string, Entry>, mine: Map<string, Entry>, base: Map<string, Entry>): string[] {
  const of = (entries: Map<string, Entry>) => [...entries.keys()].filter((key) => key === name || key.startsWith(`${name}/`));
  const [their, my, was] = [of(theirs), of(mine), of(base)];
  const common = was.filter((key) => theirs.has(key) && mine.has(key));
  const kept = (order: string[]) => order.filter((key) => common.includes(key));
  const [first, second] = same(kept(their), kept(was)) ? [my, their] : [their, my];
  const order = [...first];
  second.forEach((key, index) => {
    if (order.includes(key)) return;
    const before = second.slice(0, index).reverse().find((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
}

function said(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/** A document of a kind of which nothing is in force. */
export function blank(list: string): Document {
  return list === 'years'
    ? { zone: 'Asia/Shanghai', hours: { spans: [{ from: '08:00', to: '12:00' }, { from: '14:00', to: '18:00' }] }, years: [] }
    : { [list]: [] };
}
