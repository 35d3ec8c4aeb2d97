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

/** About what a line of the paper holds of Chinese characters; a line end costs one. */
const LINE = 45;
/** Some fifteen lines: much less than a sheet, so that no sheet ends far above its foot. */
const MOST = 15 * LINE;
/** Without a look behind, which Safari 15 does not know. */
const SENTENCE = /[^]*?(?:[\n。！？；]|[.!?;]\s|$)/gu;
const LETTERS = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/**
 * A text in parts, each short enough to stand on a sheet, as nothing that is higher than one could be printed whole. It is parted
 * behind a line, else behind a sentence, else between two letters; joined again it is the same text.
 */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let cost = 0;
  const end = () => {
    if (part) parts.push(part);
    part = '';
    cost = 0;
  };
  for (const piece of (text.match(SENTENCE) ?? []).flatMap(byLetters)) {
    const more = costOf(piece);
    if (cost + more > MOST) end();
    part += piece;
    cost += more;
  }
  end();
  return parts;
}

/** What is longer than a part by itself is parted between letters, never inside of one: an emoji may be many characters. */
function byLetters(piece: string): string[] {
  if (piece.length <= MOST) return [piece];
  const letters = [...LETTERS.segment(piece)].map(({ segment }) => segment);
  return Array.from({ length: Math.ceil(letters.length / MOST) }, (_, n) => letters.slice(n * MOST, (n + 1) * MOST).join(''));
}

function costOf(piece: string): number {
  return piece.endsWith('\n') ? Math.ceil(piece.length / LINE) * LINE : piece.length;
}
