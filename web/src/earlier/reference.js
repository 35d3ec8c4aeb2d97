import { category } from './categories.js';

/** Reference data of the district, asked for once per sign-in. */
export function reference(api) {
  let known = {};
  const once = (name, ask) => {
    known[name] ??= ask().catch((problem) => {
      delete known[name];
      throw problem;
    });
    return known[name];
  };
  const organisation = () => once('organisation', () => api.get('/api/v1/directory/units'));
  return {
    forget() {
      known = {};
    },
    categories: () => once('categories', async () =>
      listOf(await api.get('/api/v1/directory/categories'), 'categories').map(category)),
    grids: () => once('grids', async () => (await api.get('/api/v1/directory/grids')).features ?? []),
    units: async () => (await organisation()).units,
    /** The levels of this place, lowest first; how many there are is its own affair. */
    levels: async () => (await organisation()).ladder.levels,
  };
}

export function listOf(answer, name) {
  return Array.isArray(answer) ? answer : (answer.items ?? answer[name] ?? []);
}

/** The code that people write for a grid's feature, its name, and what fits on a map. */
export function gridOf(feature) {
  const said = feature.properties ?? {};
  const code = said.code ?? feature.id;
  const name = said.nameZh ?? '';
  // 春晓社区第一网格（江滨苑） is known to everybody as 江滨苑.
  return { code, name, label: /（(.+)）/.exec(name)?.[1] ?? code.slice(-6) };
}
