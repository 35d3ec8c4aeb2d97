import type { Document } from '../documents';

/** A grid is also a unit with people: what becomes of those when the ground is split, merged or drawn anew. */
export type Step =
  | { did: 'new'; id: string; code: string; beside?: string }
  | { did: 'gone'; id: string; into: string };

interface Unit { id: string; nameZh: string; nameEn: string; level: string; parentId?: string | null; code?: string | null; departmentKind?: string | null; path?: string[] }
interface Staff { id: string; grants: { role: string; unitIds: string[] }[] }

/** The units with the new grids and without those that were merged. A new one stands beside the one it was split from. */
export function unitsAfter(document: Document, steps: readonly Step[], nameOf: (code: string, beside: string) => { zh: string; en: string }): Document {
  let items = (document.items as Unit[]).slice();
  for (const step of steps) {
    if (step.did === 'gone') items = items.filter(({ id }) => id !== step.id);
    else if (!items.some(({ id }) => id === step.id)) {
      const beside = items.find(({ id }) => id === step.beside) ?? items.find(({ id, code, departmentKind }) => !departmentKind && code && step.code.startsWith(code) && id !== step.code);
      if (!beside) continue;
      const name = nameOf(step.code, beside.nameZh);
      const fresh: Unit = { ...beside, id: step.id, code: step.code, nameZh: name.zh, nameEn: name.en };
      const at = items.indexOf(beside);
      items = [...items.slice(0, at + 1), fresh, ...items.slice(at + 1)];
    }
  }
  return { ...document, items };
}

/** Whoever worked in a grid that was merged works in the one that took it in. New grids have nobody yet. */
export function staffAfter(document: Document, steps: readonly Step[]): { document: Document; moved: string[] } {
  const into = new Map(steps.flatMap((step) => (step.did === 'gone' && step.into ? [[step.id, step.into] as const] : [])));
  const moved: string[] = [];
  const items = (document.items as Staff[]).map((staff) => {
    if (!staff.grants.some(({ unitIds }) => unitIds.some((id) => into.has(id)))) return staff;
    moved.push(staff.id);
    return { ...staff, grants: staff.grants.map((grant) => ({ ...grant, unitIds: [...new Set(grant.unitIds.map((id) => lastOf(into, id)))] })) };
  });
  return { document: moved.length > 0 ? { ...document, items } : document, moved };
}

function lastOf(into: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set<string>();
  let at = id;
  while (into.has(at) && !seen.has(at)) {
    seen.add(at);
    at = into.get(at)!;
  }
  return at;
}

/** What is left to do for the units and the staff, of grids before and after: undone steps ask for nothing. */
export function stepsBetween(before: readonly { id: string }[], after: readonly { id: string; code: string }[], taken: readonly Step[]): Step[] {
  const [was, is] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const lately = [...taken].reverse();
  const gone = [...was].filter((id) => !is.has(id)).map((id): Step => lately.find((step) => step.did === 'gone' && step.id === id) ?? { did: 'gone', id, into: '' });
  const fresh = after.filter(({ id }) => !was.has(id)).map(({ id, code }): Step => {
    const said = lately.find((step) => step.did === 'new' && step.id === id);
    return said?.did === 'new' ? { ...said, code } : { did: 'new', id, code };
  });
  return [...fresh, ...gone];
}
