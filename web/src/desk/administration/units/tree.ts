/** The organisation as rows of the reference kind `unit`: one tree, each node at a level of the ladder. */
export interface Unit {
  id: string;
  nameZh: string;
  nameEn: string;
  level: string;
  departmentKind?: string | null;
  parentId?: string | null;
  code?: string | null;
  path?: string[];
  version?: number;
}

/** Lowest first, as the ladder has them. */
export interface Level { code: string; nameZh: string; nameEn: string }

export interface Node { unit: Unit; depth: number; children: Node[] }

export type Refusal = 'below-itself' | 'below-department' | 'level-not-below' | 'is-top' | 'has-units' | 'id-taken' | 'no-lower-level' | 'name-missing' | 'kind-missing';
export type Changed = { units: Unit[]; id?: string } | { refused: Refusal };

/** From the top; what has no parent, or one that is not there, stands at the top too, so that nothing is hidden. */
export function treeOf(units: readonly Unit[]): Node[] {
  const known = new Set(units.map(({ id }) => id));
  const below = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.parentId && known.has(unit.parentId) && unit.parentId !== unit.id ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const seen = new Set<string>();
  const nodes = (parent: string | null, depth: number): Node[] => (below.get(parent) ?? []).filter(({ id }) => !seen.has(id) && seen.add(id)).map((unit) => ({ unit, depth, children: nodes(unit.id, depth + 1) }));
  const tops = nodes(null, 0);
  // A circle of parents has no top of its own.
  for (const unit of units) if (!seen.has(unit.id)) tops.push({ unit, depth: 0, children: (seen.add(unit.id), nodes(unit.id, 1)) });
  return tops;
}

/** The unit and everything below it. */
export function withAllBelow(units: readonly Unit[], id: string): Set<string> {
  const all = new Set([id]);
  for (let size = 0; size !== all.size;) {
    size = all.size;
    for (const unit of units) if (unit.parentId && all.has(unit.parentId)) all.add(unit.id);
  }
  return all;
}

export function isDepartment(unit: Unit): boolean {
  return unit.departmentKind !== null && unit.departmentKind !== undefined;
}

/** Under another parent. A department takes the level of the place that it belongs to now; a place must stay above what is below it. */
export function move(units: readonly Unit[], ladder: readonly Level[], id: string, parentId: string): Changed {
  const unit = units.find((one) => one.id === id)!;
  const parent = units.find((one) => one.id === parentId);
  if (!parent || withAllBelow(units, id).has(parentId)) return { refused: 'below-itself' };
  if (!unit.parentId) return { refused: 'is-top' };
  if (isDepartment(parent)) return { refused: 'below-department' };
  if (!isDepartment(unit) && rank(ladder, unit.level) >= rank(ladder, parent.level)) return { refused: 'level-not-below' };
  return { units: units.map((one) => (one.id === id ? { ...one, parentId, ...(isDepartment(one) && { level: parent.level }) } : one)), id };
}

/** Where a unit may be moved to. */
export function placesFor(units: readonly Unit[], ladder: readonly Level[], id: string): Unit[] {
  return units.filter((parent) => 'units' in move(units, ladder, id, parent.id));
}

export interface Fresh { nameZh: string; nameEn: string; departmentKind?: string; code?: string }

/** A new unit below another: a place at the next level down, or a department at the level of the place. */
export function add(units: readonly Unit[], ladder: readonly Level[], parentId: string, fresh: Fresh, department: boolean): Changed {
  const parent = units.find((one) => one.id === parentId)!;
  if (!fresh.nameZh.trim() || !fresh.nameEn.trim()) return { refused: 'name-missing' };
  if (isDepartment(parent)) return { refused: 'below-department' };
  if (department && !fresh.departmentKind?.trim()) return { refused: 'kind-missing' };
  const level = department ? parent.level : ladder[rank(ladder, parent.level) - 1]?.code;
  if (!level) return { refused: 'no-lower-level' };
  const code = fresh.code?.trim() || (department ? '' : freeCode(units, parent));
  const id = department ? freeDepartmentId(units, parent) : code;
  if (units.some((one) => one.id === id)) return { refused: 'id-taken' };
  const unit: Unit = { id, nameZh: fresh.nameZh.trim(), nameEn: fresh.nameEn.trim(), level, parentId, ...(department ? { departmentKind: fresh.departmentKind!.trim() } : { code }) };
  const behind = lastIndex(units, parentId);
  const at = behind < 0 ? units.indexOf(parent) : behind;
  return { units: [...units.slice(0, at + 1), unit, ...units.slice(at + 1)], id };
}

function lastIndex(units: readonly Unit[], parentId: string): number {
  return units.reduce((last, unit, n) => (unit.parentId === parentId ? n : last), -1);
}

/** 撤销: it is not in the next version; what it did stays in the versions before, and in the ledger. */
export function retire(units: readonly Unit[], id: string): Changed {
  const unit = units.find((one) => one.id === id)!;
  if (!unit.parentId) return { refused: 'is-top' };
  if (units.some((one) => one.parentId === id)) return { refused: 'has-units' };
  return { units: units.filter((one) => one.id !== id), id: unit.parentId };
}

export function change(units: readonly Unit[], id: string, fields: Partial<Unit>): Unit[] {
  return units.map((one) => (one.id === id ? { ...one, ...fields } : one));
}

/** 990100001 + 003: three digits below a street or community, as most codes have them. */
export function freeCode(units: readonly Unit[], parent: Unit): string {
  const stem = parent.code ?? parent.id;
  const taken = new Set(units.flatMap(({ id, code }) => [id, code]));
  const own = units.filter(({ parentId, code }) => parentId === parent.id && code?.startsWith(stem));
  const wide = own[0]?.code ? own[0].code.length - stem.length : 3;
  for (let n = own.length + 1; ; n++) if (!taken.has(stem + String(n).padStart(wide, '0'))) return stem + String(n).padStart(wide, '0');
}

function freeDepartmentId(units: readonly Unit[], parent: Unit): string {
  for (let n = 1; ; n++) {
    const id = `${parent.id}-d${String(n).padStart(2, '0')}`;
    if (!units.some((one) => one.id === id)) return id;
  }
}

function rank(ladder: readonly Level[], level: string): number {
  return ladder.findIndex(({ code }) => code === level);
}

/** Units whose name, code or kind has the words, and what leads to them. */
export function found(units: readonly Unit[], words: string): Set<string> {
  const wanted = words.trim().toLowerCase();
  const of = new Map(units.map((unit) => [unit.id, unit]));
  const shown = new Set<string>();
  for (const unit of units) {
    if (!`${unit.nameZh} ${unit.nameEn} ${unit.id} ${unit.departmentKind ?? ''}`.toLowerCase().includes(wanted)) continue;
    for (let at: Unit | undefined = unit; at && !shown.has(at.id); at = at.parentId ? of.get(at.parentId) : undefined) shown.add(at.id);
  }
  return shown;
}
