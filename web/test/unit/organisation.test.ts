import { describe, expect, it } from 'vitest';
import { staffAfter, stepsBetween, unitsAfter, type Step } from '../../src/desk/administration/grids/following';
import { freeCode as freeGridCode, hectares } from '../../src/desk/administration/grids/numbering';
import { historyOf } from '../../src/desk/administration/grids/history';
import { bordersOf } from '../../src/desk/administration/grids/borders';
import { read, ringsOf, textOf } from '../../src/desk/administration/grids/outline-text';
import { faultsOf, found as foundPeople, freeId, grant, gridsWithoutWorker, revoke, type Person } from '../../src/desk/administration/staff/people';
import { add, found, move, placesFor, retire, treeOf, withAllBelow, type Unit } from '../../src/desk/administration/units/tree';

const LADDER = ['BLOCK', 'COMMUNITY', 'STREET', 'DISTRICT'].map((code) => ({ code, nameZh: code, nameEn: code }));
const unit = (id: string, level: string, parentId: string | null, departmentKind?: string): Unit => ({ id, nameZh: `名${id}`, nameEn: `Name ${id}`, level, parentId, ...(departmentKind ? { departmentKind } : { code: id }) });
const UNITS = [
  unit('99', 'DISTRICT', null), unit('99-d01', 'DISTRICT', '99', '环卫'),
  unit('99001', 'STREET', '99'), unit('99001001', 'COMMUNITY', '99001'), unit('99001001001', 'BLOCK', '99001001'), unit('99001001002', 'BLOCK', '99001001'), unit('99002', 'STREET', '99'), unit('99002001', 'COMMUNITY', '99002'),
];

describe('the tree of units', () => {
  it('hides nothing, whatever is wrong with it', () => {
    expect(treeOf(UNITS)).toHaveLength(1);
    const odd = [...UNITS, unit('lost', 'STREET', 'nowhere'), unit('a', 'BLOCK', 'b'), unit('b', 'BLOCK', 'a')];
    const count = (nodes: ReturnType<typeof treeOf>): number => nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);
    expect(count(treeOf(odd))).toBe(odd.length);
  });

  it('moves a unit with all below it, and a department to the level of its new place', () => {
    const moved = move(UNITS, LADDER, '99001001', '99002');
    expect('units' in moved && [...withAllBelow(moved.units, '99002')].sort()).toEqual(['99001001', '99001001001', '99001001002', '99002', '99002001']);
    const department = move(UNITS, LADDER, '99-d01', '99001');
    expect('units' in department && department.units.find(({ id }) => id === '99-d01')).toMatchObject({ parentId: '99001', level: 'STREET' });
  });

  it('refuses what would be no tree, with a reason', () => {
    expect(move(UNITS, LADDER, '99001', '99001001')).toEqual({ refused: 'below-itself' });
    expect(move(UNITS, LADDER, '99001', '99-d01')).toEqual({ refused: 'below-department' });
    expect(move(UNITS, LADDER, '99001', '99002')).toEqual({ refused: 'level-not-below' });
    expect(retire(UNITS, '99')).toEqual({ refused: 'is-top' });
    expect(retire(UNITS, '99001')).toEqual({ refused: 'has-units' });
    expect(placesFor(UNITS, LADDER, '99001001001').map(({ id }) => id)).toEqual(['99', '99001', '99001001', '99002', '99002001']);
  });

  it('adds a place at the next level with the next code, and a department beside the places', () => {
    const place = add(UNITS, LADDER, '99001001', { nameZh: '新网格', nameEn: 'New' }, false);
    expect('units' in place && place.units.find(({ id }) => id === place.id)).toEqual({ id: '99001001003', code: '99001001003', nameZh: '新网格', nameEn: 'New', level: 'BLOCK', parentId: '99001001' });
    const department = add(UNITS, LADDER, '99', { nameZh: '水务局', nameEn: 'Water', departmentKind: '水务' }, true);
    expect('units' in department && department.units.find(({ id }) => id === department.id)).toEqual({ id: '99-d02', nameZh: '水务局', nameEn: 'Water', departmentKind: '水务', level: 'DISTRICT', parentId: '99' });
    expect(add(UNITS, LADDER, '99', { nameZh: '水务局', nameEn: 'Water' }, true)).toEqual({ refused: 'kind-missing' });
    expect(add(UNITS, LADDER, '99', { nameZh: ' ', nameEn: 'Water' }, false)).toEqual({ refused: 'name-missing' });
    expect(add(UNITS, LADDER, '99001001001', { nameZh: '户', nameEn: 'House' }, false)).toEqual({ refused: 'no-lower-level' });
  });

  it('finds units with what leads to them', () => {
    expect([...found(UNITS, '环卫')]).toEqual(['99-d01', '99']);
  });
});

describe('staff and roles', () => {
  const people: Person[] = [
    { id: 'staff-grid-worker-1', name: '陈建国', grants: [{ role: 'GRID_WORKER', unitIds: ['99001001001'] }] },
    { id: 'staff-handler-1', name: '林秀兰', grants: [{ role: 'HANDLER', unitIds: ['99-d01'] }, { role: 'LEADER', unitIds: ['99002'] }] },
  ];

  it('finds by name, role, and unit with all below it', () => {
    const ids = (wanted: Partial<Parameters<typeof foundPeople>[2]>) => foundPeople(people, UNITS, { words: '', role: '', unitId: '', ...wanted }).map(({ id }) => id);
    expect(ids({ words: '秀兰' })).toEqual(['staff-handler-1']);
    expect(ids({ words: '名99-d01' })).toEqual(['staff-handler-1']);
    expect(ids({ unitId: '99001' })).toEqual(['staff-grid-worker-1']);
    expect(ids({ unitId: '99', role: 'LEADER' })).toEqual(['staff-handler-1']);
    expect(ids({ unitId: '99001', role: 'LEADER' })).toEqual([]);
  });

  it('gives and takes roles at units, each role once', () => {
    const more = grant(grant(people[0]!, 'GRID_WORKER', '99001001002'), 'GRID_WORKER', '99001001002');
    expect(more.grants).toEqual([{ role: 'GRID_WORKER', unitIds: ['99001001001', '99001001002'] }]);
    expect(revoke(revoke(more, 'GRID_WORKER', '99001001001'), 'GRID_WORKER', '99001001002').grants).toEqual([]);
  });

  it('names people without a role, roles at units that are gone, and grids that nobody walks', () => {
    expect(faultsOf([{ ...people[0]!, grants: [] }, grant(people[1]!, 'HANDLER', 'gone')], UNITS)).toEqual([{ id: 'staff-grid-worker-1', fault: 'no-role' }, { id: 'staff-handler-1', fault: 'unknown-unit', unitId: 'gone' }]);
    expect(gridsWithoutWorker(people, UNITS, ['99001001001', '99001001002'])).toEqual(['99001001002']);
    expect(gridsWithoutWorker([grant(people[0]!, 'GRID_WORKER', '99001')], UNITS, ['99001001001', '99001001002'])).toEqual([]);
    expect(freeId(people, 'GRID_WORKER')).toBe('staff-grid-worker-2');
  });
});

describe('what follows from new and merged grids', () => {
  const names = (code: string, beside: string) => ({ zh: `${beside}（${code}）`, en: code });
  const before = ['99001001001', '99001001002'].map((id) => ({ id, code: id }));
  const taken: Step[] = [{ did: 'new', id: '99001001003', code: '99001001003', beside: '99001001001' }, { did: 'gone', id: '99001001002', into: '99001001001' }];

  it('is counted from what the editor found, so that undone steps ask for nothing', () => {
    expect(stepsBetween(before, before, taken)).toEqual([]);
    expect(stepsBetween(before, [before[0]!, { id: '99001001003', code: '99001001003' }], taken)).toEqual(taken);
  });

  it('makes the new grid a unit beside the one it was split from, and moves people of the merged one', () => {
    const { items } = unitsAfter({ items: UNITS }, taken, names) as { items: Unit[] };
    expect(items.map(({ id }) => id)).toEqual(['99', '99-d01', '99001', '99001001', '99001001001', '99001001003', '99002', '99002001']);
    expect(items[5]).toMatchObject({ level: 'BLOCK', parentId: '99001001', code: '99001001003', nameZh: '名99001001001（99001001003）' });
    const staff = { items: [{ id: 'a', name: 'A', grants: [{ role: 'GRID_WORKER', unitIds: ['99001001002', '99001001001'] }] }, { id: 'b', name: 'B', grants: [] }] };
    const after = staffAfter(staff, taken);
    expect(after.moved).toEqual(['a']);
    expect((after.document.items as Person[])[0]!.grants).toEqual([{ role: 'GRID_WORKER', unitIds: ['99001001001'] }]);
  });

  it('numbers new grids after their neighbours', () => {
    expect(freeGridCode(bordersOf([{ id: '99001001002', code: '99001001002', rings: [] }]).borders, '99001001001')).toBe('99001001003');
    expect([hectares(4_560), hectares(152_300), hectares(2_000_000)]).toEqual(['0.46', '15.2', '200']);
  });
});

describe('outlines as text', () => {
  const item = { id: 'a', code: 'a', rings: [[[120, 30], [120.001, 30], [120.001, 30.001], [120, 30]] as [number, number][]] };

  it('reads what it writes, features, and rings that are not closed', () => {
    const { borders } = bordersOf([item]);
    expect(ringsOf(textOf(borders, 'a'))).toEqual(item.rings);
    expect(ringsOf(JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [item.rings[0]!.slice(0, 3)] } }))).toEqual(item.rings);
    expect(read(borders, item, '{"type": "Point"}')).toEqual({ refused: 'not-readable' });
    expect(read(borders, item, 'not JSON')).toEqual({ refused: 'not-readable' });
    expect(read(borders, item, '{"type": "Polygon", "coordinates": [[[1000, 0], [0, 0], [0, 1]]]}')).toEqual({ refused: 'not-readable' });
  });
});

describe('undo', () => {
  it('goes back and forth, and a new change forgets what was taken back', () => {
    const history = historyOf('a');
    history.change('b');
    history.change('c');
    history.undo();
    expect([history.now.value, history.canUndo.value, history.canRedo.value]).toEqual(['b', true, true]);
    history.redo();
    expect(history.now.value).toBe('c');
    history.undo();
    history.change('d');
    expect([history.now.value, history.canRedo.value]).toEqual(['d', false]);
  });
});
