/** What a resident may say, as the ledger wants it. */
export const GRADES = [
  ['VERY_SATISFIED', '非常满意', 'Very satisfied'],
  ['SATISFIED', '满意', 'Satisfied'],
  ['FAIR', '一般', 'Fair'],
  ['UNSATISFIED', '不满意', 'Unsatisfied'],
];
