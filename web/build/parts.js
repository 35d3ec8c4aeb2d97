import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files that a page of dist/ needs: `first` when it opens, `all` with what it loads later, such as a map.
 *
 * @param {string} dist
 * @param {string} page
 */
export function partsOf(dist, page) {
  const manifest = JSON.parse(readFileSync(join(dist, 'parts.json'), 'utf8'));
  const gather = (later) => {
    const seen = new Set();
    const files = new Set();
    const visit = (name) => {
      const part = manifest[name];
      if (!part || seen.has(name)) return;
      seen.add(name);
      if (/\.(js|css)$/.test(part.file)) files.add(part.file);
      (part.css ?? []).forEach((file) => files.add(file));
      (part.imports ?? []).forEach(visit);
      if (later) (part.dynamicImports ?? []).forEach(visit);
    };
    visit(page);
    return [...files];
  };
  return { first: gather(false), all: gather(true) };
}
