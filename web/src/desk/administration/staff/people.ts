import { withAllBelow, type Unit } from '../units/tree';

/** A row of the reference kind `staff`: each role reaches its units and everything below them. */
export interface Grant { role: string; unitIds: string[] }
export interface Person { id: string; name: string; grants: Grant[]; version?: number }

/** In the order of domain.md's glossary. */
export const ROLES = ['GRID_WORKER', 'GRID_HEAD', 'COMMUNITY_CLERK', 'HANDLER', 'DISPATCHER', 'CALLBACK_CLERK', 'HOTLINE_AGENT', 'INSPECTOR', 'LEADER', 'AUDITOR', 'ADMIN'];

export interface Fault { id: string; fault: 'no-role' | 'unknown-unit'; unitId?: string }

export interface Wanted { words: string; role: string; unitId: string }

/** By name, id or unit's name; with a role; in a unit or below it. */
export function found(people: readonly Person[], units: readonly Unit[], { words, role, unitId }: Wanted): Person[] {
  const text = words.trim().toLowerCase();
  const within = unitId ? withAllBelow(units, unitId) : undefined;
  const names = new Map(units.map(({ id, nameZh, nameEn }) => [id, `${nameZh} ${nameEn}`.toLowerCase()]));
  return people.filter((person) => {
    const grants = person.grants.filter((grant) => (!role || grant.role === role) && (!within || grant.unitIds.some((id) => within.has(id))));
    if ((role || within) && grants.length === 0) return false;
    return !text || `${person.name} ${person.id}`.toLowerCase().includes(text) || person.grants.some(({ unitIds }) => unitIds.some((id) => names.get(id)?.includes(text)));
  });
}

export function change(people: readonly Person[], id: string, how: (person: Person) => Person): Person[] {
  return people.map((one) => (one.id === id ? how(one) : one));
}

/** With a role at a unit; a role stands once, with all of its units. */
export function grant(person: Person, role: string, unitId: string): Person {
  const there = person.grants.find((one) => one.role === role);
  if (there?.unitIds.includes(unitId)) return person;
  if (!there) return { ...person, grants: [...person.grants, { role, unitIds: [unitId] }] };
  return { ...person, grants: person.grants.map((one) => (one === there ? { ...one, unitIds: [...one.unitIds, unitId] } : one)) };
}

/** Without a role at a unit; a role without units is gone. */
export function revoke(person: Person, role: string, unitId: string): Person {
  return { ...person, grants: person.grants.map((one) => (one.role === role ? { ...one, unitIds: one.unitIds.filter((id) => id !== unitId) } : one)).filter(({ unitIds }) => unitIds.length > 0) };
}

/** What the service's check would say: nobody without a role, no role at a unit that is not there. */
export function faultsOf(people: readonly Person[], units: readonly Unit[]): Fault[] {
  const known = new Set(units.map(({ id }) => id));
  return people.flatMap((person): Fault[] => {
    if (person.grants.length === 0) return [{ id: person.id, fault: 'no-role' }];
    return person.grants.flatMap(({ unitIds }) => unitIds.filter((unitId) => !known.has(unitId)).map((unitId) => ({ id: person.id, fault: 'unknown-unit', unitId })));
  });
}

/** Grids that no grid worker has, by a role there or at a unit above. */
export function gridsWithoutWorker(people: readonly Person[], units: readonly Unit[], gridIds: readonly string[]): string[] {
  const granted = new Set(people.flatMap(({ grants }) => grants.filter(({ role }) => role === 'GRID_WORKER').flatMap(({ unitIds }) => unitIds)));
  const walked = new Set([...granted].flatMap((id) => [...withAllBelow(units, id)]));
  return gridIds.filter((id) => !walked.has(id));
}

export function freeId(people: readonly Person[], role: string): string {
  const stem = `staff-${role.toLowerCase().replaceAll('_', '-')}`;
  for (let n = 1; ; n++) if (!people.some(({ id }) => id === `${stem}-${n}`)) return `${stem}-${n}`;
}
