export interface LineError { line: string; reason: string }

/** The last two columns of the file of errors are the line and the reason; what stood in the row before is left out. */
export function lineErrors(csv: string, most: number): LineError[] {
  const rows = rowsOf(csv.replace(/^\uFEFF/, ''), most + 1);
  return rows.slice(1, most + 1).map((row) => ({ line: row.at(-2) ?? '', reason: row.at(-1) ?? '' }));
}

/** The first rows of a table with commas and quotation marks (RFC 4180). */
function rowsOf(csv: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length && rows.length < most; at++) {
    const sign = csv[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (csv[at + 1] === '"') cell += csv[++at];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    } else if (sign !== '\r') cell += sign;
  }
  if (rows.length < most && (cell || row.length > 0)) rows.push([...row, cell]);
  return rows;
}
