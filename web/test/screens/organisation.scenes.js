import { DESK } from '../browser/people.js';

export const title = '管理：网格、单位、人员 · Administration: grids, units, staff';

/** Grids on the map, the tree of units, staff and roles: nothing is saved. */
export default async function scenes({ shot }) {
  const one = async (page) => {
    await page.locator('.drawing canvas').first().waitFor();
    await page.locator('.grid-editor .rows button').nth(1).click();
    await page.locator('.grid-editor .corners li').first().waitFor();
    await page.locator('.tools').scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, 200));
  };
  await shot('administration-grids', { what: '网格: a shared border moves for both grids; split, merge, undo; corners as fields for the keyboard', user: 'admin-1', device: DESK, hash: '#/administration/grid', ready: '.drawing canvas', act: one });
  await shot('administration-grids-faults', { what: 'overlaps and gaps are said while they are drawn', user: 'admin-1', device: DESK, hash: '#/administration/grid', ready: '.drawing canvas', act: async (page) => {
    await one(page);
    await page.locator('.corner-list button[aria-expanded]').click();
    await page.locator('#outline-text').fill('{"type": "Polygon", "coordinates": [[[120.1, 30.23], [120.1, 30.2129], [120.1051, 30.2141], [120.1144, 30.2136], [120.122, 30.222], [120.115, 30.2285], [120.1, 30.23]]]}');
    await page.locator('.corner-list .row button').nth(1).click();
    await page.locator('.faults .head').waitFor();
    await page.locator('#outline-text').evaluate((field) => field.setSelectionRange(0, 0));
  } });
  await shot('administration-units', { what: '单位: the tree, one unit beside it', user: 'admin-1', device: DESK, hash: '#/administration/unit', ready: '.tree .name', act: async (page, say) => {
    await page.locator('#unit-wanted').fill(say('春晓', 'Chunxiao'));
    await page.locator('.tree .name', { hasText: say('春晓社区', 'Chunxiao Community') }).first().click();
    await page.locator('.unit-editor .one').waitFor();
  } });
  await shot('administration-staff', { what: '人员与角色: searched by name, role and unit', user: 'admin-1', device: DESK, hash: '#/administration/staff', ready: '.staff-editor .rows button', act: async (page) => {
    await page.locator('.staff-editor .rows button').nth(3).click();
    await page.locator('.person .grants').waitFor();
  } });
}
