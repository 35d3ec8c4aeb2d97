/** What is different between two readings of a case, in the words of the page: shown when somebody else was faster. */
const FIELDS = [
  ['stateZh', '状态', 'State'],
  ['holder', '承办单位', 'Holder'],
  ['level', '层级', 'Level'],
  ['dueAt', '办结期限', 'Due'],
  ['category', '类别', 'Category'],
  ['reworks', '返工次数', 'Reworks'],
  ['returns', '回退次数', 'Returns'],
];

export function changes(before, after) {
  return FIELDS.map(([name, zh, en]) => ({ zh, en, from: plain(before[name]), to: plain(after[name]) })).filter(
    (change) => change.from !== change.to,
  );
}

function plain(value) {
  if (value === undefined || value === null) return '—';
  if (typeof value === 'object') return String(value.nameZh ?? value.subclassZh ?? value.unitId ?? value.code ?? '—');
  return String(value);
}
