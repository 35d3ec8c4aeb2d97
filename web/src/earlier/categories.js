/** Finding a category by what a person types: code, Chinese, English, several words in any order. */

export function search(categories, typed, most = 8) {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return categories
    .filter((category) => !category.retired)
    .map((category) => ({ category, rank: rankOf(category, words) }))
    .filter((found) => found.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.category.code.localeCompare(b.category.code))
    .slice(0, most)
    .map((found) => found.category);
}

function rankOf(category, words) {
  let rank = 0;
  for (const word of words) {
    const here = wordRank(category, word);
    if (here === 0) return 0;
    rank += here;
  }
  return rank;
}

function wordRank(category, word) {
  const subclassEn = category.subclassEn.toLowerCase();
  if (category.code === word) return 8;
  if (category.subclassZh.startsWith(word) || subclassEn.startsWith(word)) return 5;
  if (category.subclassZh.includes(word)) return 4;
  if (subclassEn.includes(word)) return 3;
  if (category.code.startsWith(word)) return 2;
  return category.classZh.includes(word) || category.classEn.toLowerCase().includes(word) ? 1 : 0;
}

/** What a sentence seems to be about: categories whose name shares two characters in a row with it. */
export function suggest(categories, text, most = 3) {
  const pairs = new Set();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return categories
    .filter((category) => !category.retired)
    .map((category) => ({ category, hits: hitsOf(category.subclassZh, pairs) }))
    .filter((found) => found.hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, most)
    .map((found) => found.category);
}

function hitsOf(name, pairs) {
  let hits = 0;
  for (let i = 0; i + 1 < name.length; i++) if (pairs.has(name.slice(i, i + 2))) hits++;
  return hits;
}

/** A category of the directory, in the page's words: its id is the code that people type. */
export function category(item) {
  return {
    code: item.id,
    classZh: item.classZh,
    classEn: item.classEn,
    subclassZh: item.subclassZh,
    subclassEn: item.subclassEn,
    scale: item.scale,
    usualLevel: item.usualLevel,
    retired: item.retired === true,
  };
}
