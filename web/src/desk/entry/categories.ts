import type { CategoryItem } from '../directory';

/** Categories by what a person types: code, Chinese, English, several words in any order; the best first. */
export function searchCategories(categories: CategoryItem[], typed: string, most = 8): CategoryItem[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return categories
    .filter((category) => !category.retired)
    .map((category) => ({ category, rank: rankOf(category, words) }))
    .filter((found) => found.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.category.id.localeCompare(b.category.id))
    .slice(0, most)
    .map((found) => found.category);
}

/** Each word must fit. */
function rankOf(category: CategoryItem, words: string[]): number {
  const ranks = words.map((word) => wordRank(category, word));
  return ranks.includes(0) ? 0 : ranks.reduce((a, b) => a + b, 0);
}

function wordRank(category: CategoryItem, word: string): number {
  const subclassEn = category.subclassEn.toLowerCase();
  if (category.id === word) return 8;
  if (category.subclassZh.startsWith(word) || subclassEn.startsWith(word)) return 5;
  if (category.subclassZh.includes(word)) return 4;
  if (subclassEn.includes(word)) return 3;
  if (category.id.startsWith(word)) return 2;
  return category.classZh.includes(word) || category.classEn.toLowerCase().includes(word) ? 1 : 0;
}
