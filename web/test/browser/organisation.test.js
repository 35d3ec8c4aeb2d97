import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { as, DESK, isAccessible, stage } from './people.js';

const ADMIN = 'admin-1';
/** 江滨苑 and 春晓里 of the demo district, and a corner that both have. */
const [ONE, OTHER] = ['990100001001001', '990100001001002'];
const SHARED = [120.1083, 30.2262];

const { grid, browser, desk } = await stage({ leave: () => noDrafts() });

beforeEach(() => noDrafts());

/** Drafts belong to everybody: none is left behind, and none is found. */
async function noDrafts() {
  const { drafts } = await desk.call(ADMIN, 'GET', '/api/v1/reference/drafts');
  for (const { kind, revision } of drafts.filter((draft) => ['grid', 'unit', 'staff'].includes(draft.kind))) {
    await desk.call(ADMIN, 'DELETE', `/api/v1/reference/${kind}/draft`, undefined, revision).catch(() => {});
  }
}

async function room(page, kind) {
  await page.goto(`${grid.address}/#/administration/${kind}`);
  await page.locator(`[data-kind=${kind}][data-loaded]`).waitFor();
}

async function chooseGrid(page, name) {
  await page.locator('.grid-editor .rows button', { hasText: name }).click();
  await page.locator('.grid-editor .one h3', { hasText: name }).waitFor();
}

/** Where on the screen a position stands, once the map lies still. */
async function pixelOf(page, position) {
  const drawing = page.locator('.drawing');
  await drawing.locator('canvas').first().waitFor();
  let before;
  for (let tries = 0; tries < 50; tries++) {
    const at = await drawing.evaluate((element, where) => element.pixelOf?.(where), position);
    if (at && before && Math.hypot(at[0] - before[0], at[1] - before[1]) < 0.5) break;
    before = at;
    await page.waitForTimeout(100);
  }
  const box = await drawing.boundingBox();
  return { x: box.x + before[0], y: box.y + before[1] };
}

async function save(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'PUT' && /reference\/\w+\/draft$/.test(response.url())),
    page.getByRole('button', { name: /^(存为草稿|保存草稿)$/ }).click(),
  ]);
  assert.equal(answer.status(), 200, await answer.text());
}

const drafted = async (kind) => (await desk.call(ADMIN, 'GET', `/api/v1/reference/${kind}/draft`)).content.items;
const has = (item, [lon, lat]) => item.rings[0].some((position) => Math.abs(position[0] - lon) < 1e-7 && Math.abs(position[1] - lat) < 1e-7);

test('a shared border that is dragged moves for both grids, and comes back by undo', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await room(page, 'grid');
    await page.getByText('没有重叠和空缺').waitFor();
    await isAccessible(page, 'grids');
    await chooseGrid(page, '江滨苑');
    await page.getByRole('button', { name: '春晓里', exact: true }).waitFor();
    const from = await pixelOf(page, SHARED);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, from.y + 30, { steps: 6 });
    await page.mouse.move(from.x + 14, from.y + 44, { steps: 4 });
    await page.mouse.up();
    await page.getByText('边界已移动').waitFor();
    await page.getByText('没有重叠和空缺').waitFor();
    await isAccessible(page, 'one grid');
    await save(page);
    const items = await drafted('grid');
    const [one, other] = [ONE, OTHER].map((id) => items.find((item) => item.id === id));
    assert.ok(!has(one, SHARED) && !has(other, SHARED), 'neither kept the old corner');
    const moved = one.rings[0].filter((position) => has(other, position));
    assert.equal(moved.length, 3, 'they share as many corners as before');
    // The service agrees: nothing overlaps.
    assert.deepEqual((await desk.call(ADMIN, 'GET', '/api/v1/reference/grid/draft/check')).findings, []);
    const { changed } = await desk.call(ADMIN, 'GET', '/api/v1/reference/grid/draft/changes');
    assert.equal(changed, 2, 'only the two neighbours have changed');

    await page.locator('.drawing').click({ position: { x: 5, y: 300 } });
    await page.keyboard.press('Control+z');
    await page.getByText('已撤销').waitFor();
    await save(page);
    const again = await drafted('grid');
    assert.ok([ONE, OTHER].every((id) => has(again.find((item) => item.id === id), SHARED)));
  });
});

test('by keyboard alone: a corner typed moves for both, a grid is split and followed by its unit, and merged again', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await room(page, 'grid');
    await page.getByLabel('按名称或编码找').fill('江滨苑');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.grid-editor .one h3', { hasText: '江滨苑' }).waitFor();
    const fields = page.getByLabel(/第 \d+ 个拐点的纬度/);
    const values = await fields.evaluateAll((all) => all.map((field) => field.value));
    const number = values.findIndex((value) => Math.abs(Number(value) - SHARED[1]) < 1e-9) + 1;
    assert.ok(number > 0, values.join());
    await page.getByLabel(`第 ${number} 个拐点的纬度`).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30.2255');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.getByText('边界已移动').waitFor();

    await page.getByLabel('切线起点（拐点序号）').fill('1');
    await page.getByLabel('切线终点（拐点序号）').fill('3');
    await page.keyboard.press('Enter');
    await page.getByText(/江滨苑 已切开，新网格编码 990100001001004/).waitFor();
    await page.getByText('没有重叠和空缺').waitFor();
    await page.getByRole('button', { name: '写进单位和人员的草稿' }).click();
    await page.getByText(/已写进草稿/).waitFor();
    await save(page);
    assert.ok((await drafted('unit')).some((unit) => unit.id === '990100001001004' && unit.parentId === '990100001001'));
    assert.deepEqual((await desk.call(ADMIN, 'GET', '/api/v1/reference/grid/draft/check?with=unit')).findings, []);

    await page.locator('.grid-editor .neighbours li', { hasText: /004/ }).getByRole('button', { name: '并进来' }).click();
    await page.getByText(/已并入 江滨苑/).waitFor();
    await page.getByText('没有重叠和空缺').waitFor();
    await save(page);
    assert.equal((await drafted('grid')).length, 12);
  });
});

test('a line drawn across a grid splits it, an outline drawn beside the district joins it, and Escape gives up', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await room(page, 'grid');
    await chooseGrid(page, '江滨苑');
    const click = async (position) => {
      const { x, y } = await pixelOf(page, position);
      await page.mouse.click(x, y);
    };
    const clickTwice = async (position) => {
      const { x, y } = await pixelOf(page, position);
      await page.mouse.dblclick(x, y);
    };
    await page.getByRole('button', { name: '切开' }).first().click();
    await page.locator('.drawing[data-tool=cut]').waitFor();
    await click([120.098, 30.2335]);
    await page.keyboard.press('Escape');
    await page.locator('.drawing[data-tool=corners]').waitFor();
    await page.getByRole('button', { name: '切开' }).first().click();
    await click([120.098, 30.2335]);
    await clickTwice([120.1175, 30.2335]);
    await page.getByText(/江滨苑 已切开，新网格编码 990100001001004/).waitFor();
    await page.getByText('没有重叠和空缺').waitFor();

    await page.getByRole('button', { name: '画新网格' }).click();
    await page.locator('.drawing[data-tool=new]').waitFor();
    await click([120.1, 30.24]);
    await click([120.097, 30.238]);
    await click([120.097, 30.23]);
    await clickTwice([120.1, 30.2274]);
    await page.getByText('已画新网格 990100001001005').waitFor();
    await page.getByText('没有重叠和空缺').waitFor();
    await save(page);
    const fresh = (await drafted('grid')).find(({ id }) => id === '990100001001005');
    assert.ok(has(fresh, [120.1, 30.24]) && has(fresh, [120.1, 30.2274]), 'it took the corners of its neighbours');
  });
});

test('what is drawn over another grid is said before the service does, and what cannot be split is refused with a reason', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await room(page, 'grid');
    await chooseGrid(page, '江滨苑');
    await page.getByRole('button', { name: 'GeoJSON' }).click();
    await page.getByLabel('边界的 GeoJSON 文字').fill('{"type": "Polygon", "coordinates": [[[120.1, 30.24], [120.1, 30.22], [120.118, 30.22], [120.118, 30.24], [120.1, 30.24]]]}');
    await page.getByRole('button', { name: '按文字改' }).click();
    await page.getByText(/处问题，启用前要改好/).waitFor();
    await page.getByRole('button', { name: /春晓里.*重叠|江滨苑.*重叠/ }).first().waitFor();
    await isAccessible(page, 'faults');
    await page.getByLabel('边界的 GeoJSON 文字').fill('[');
    await page.getByRole('button', { name: '按文字改' }).click();
    await page.getByRole('alert').getByText('读不懂这段文字').waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('没有重叠和空缺').waitFor();
  });
});

test('the tree of units: renamed, added below, moved, refused with a reason, taken out', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await room(page, 'unit');
    await page.getByLabel('按名称、编码或部门类找').fill('春晓社区');
    await page.getByRole('button', { name: '春晓社区', exact: true }).click();
    await isAccessible(page, 'units');
    await page.getByRole('button', { name: /^在下面加/ }).click();
    await page.locator('#fresh-zh').fill('春晓社区第四网格（新苑）');
    await page.locator('#fresh-en').fill('Chunxiao Grid 4 (Xinyuan)');
    await page.keyboard.press('Enter');
    await page.getByText('已加 春晓社区第四网格（新苑）').waitFor();
    await page.getByLabel('隶属').selectOption('990100001002');
    await page.getByText('春晓社区第四网格（新苑） 已移动').waitFor();
    await page.getByLabel('按名称、编码或部门类找').fill('');
    await page.locator('.tree').getByRole('button', { name: '望江街道', exact: true }).click();
    await page.getByRole('button', { name: '撤销这个单位' }).click();
    await page.getByRole('button', { name: '确定撤销' }).click();
    await page.getByRole('alert').getByText('它还有下级单位').waitFor();
    await save(page);
    const fresh = (await drafted('unit')).find((unit) => unit.nameZh.includes('新苑'));
    assert.deepEqual([fresh.level, fresh.parentId, fresh.path.slice(0, -1)], ['BLOCK', '990100001002', ['990100', '990100001', '990100001002']]);
    assert.deepEqual((await desk.call(ADMIN, 'GET', '/api/v1/reference/unit/draft/check')).findings, []);
  });
});

test('staff: found by name, a role given at a unit and taken back, nobody left without one unnoticed', async () => {
  await as(browser, grid, ADMIN, DESK, async (page) => {
    await room(page, 'staff');
    await page.getByLabel('按姓名、编号或单位找').fill('陈建国');
    await page.locator('.staff-editor .rows button', { hasText: '陈建国' }).click();
    await isAccessible(page, 'staff');
    await page.getByLabel('角色', { exact: true }).selectOption('GRID_HEAD');
    await page.locator('#give-unit option', { hasText: '春晓社区第二网格' }).waitFor({ state: 'attached' });
    await page.locator('#give-unit').selectOption(OTHER);
    await page.getByRole('button', { name: '授予' }).click();
    await page.getByRole('button', { name: /^收回 春晓社区第一网格.*网格员$/ }).click();
    await page.getByText(/个网格没有网格员/).waitFor();
    await save(page);
    const chen = (await drafted('staff')).find((person) => person.name === '陈建国');
    assert.deepEqual(chen.grants, [{ role: 'GRID_HEAD', unitIds: [OTHER] }]);
    assert.deepEqual((await desk.call(ADMIN, 'GET', '/api/v1/reference/staff/draft/check')).findings, []);
  });
});
