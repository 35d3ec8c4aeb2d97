/** A piece of paper's content that is not broken: how high it is, and whether the next one must stand on the same sheet. */
export interface Block { height: number; withNext?: boolean }

/**
 * Which blocks stand on which sheet, in their order. A block higher than a sheet has one to itself; a heading never ends one.
 *
 * @param room height of a sheet's inside
 */
export function sheetsOf(blocks: Block[], room: number): number[][] {
  const sheets: number[][] = [];
  let sheet: number[] = [];
  let used = 0;
  for (let at = 0; at < blocks.length;) {
    const together = run(blocks, at);
    const height = together.reduce((sum, n) => sum + blocks[n]!.height, 0);
    if (sheet.length > 0 && used + height > room) {
      sheets.push(sheet);
      sheet = [];
      used = 0;
    }
    sheet.push(...together);
    used += height;
    at += together.length;
  }
  if (sheet.length > 0) sheets.push(sheet);
  return sheets;
}

function run(blocks: Block[], from: number): number[] {
  const together = [from];
  while (blocks[together.at(-1)!]!.withNext && together.at(-1)! + 1 < blocks.length) together.push(together.at(-1)! + 1);
  return together;
}
