/** What the board of figures says; the figures bring their own names. */
export default {
  'zh-CN': {
    figures: {
      now: '此刻', board: { reported: '今日上报', filed: '今日立案', closed: '今日结案', open: '在办', overdue: '超期', supervised: '督办' },
      title: '统计', unit: '单位', period: '时段', preset: { today: '今天', week: '本周', month: '本月', 'last-month': '上月' }, from: '从', to: '到', computed: '算于 {time}，计到 {until}', key: '主要指标',
      openCount: '{name} {count}，看案卷', openNumerator: '{name} 分子 {count}，看案卷', openDenominator: '{name} 分母 {count}，看案卷', behind: { numerator: '{name}{of}：计入的案卷', denominator: '{name}{of}：分母里的案卷', closing: '{name}：期内结案的案卷，含以前到期的' }, close: '收起',
      noCases: '没有案卷。', case: '案号', category: '类别', noCategory: '类别待定', state: '状态', holder: '主办', due: '时限', closed: '结案', more: '再看一些',
      levels: '逐级漏斗：到哪一级才办结', level: '层级', cameTo: '到过这一级', share: '占办结', nothingClosed: '这段时间没有办结的案卷。', trend: '近八周', asTable: '看表格', week: '周',
      units: '各部门、各单位', everyLevel: '直属单位', withEmpty: '含没有案卷的', noUnits: '这段时间各单位没有到期或超期的案卷。',
    },
  },
  en: {
    figures: {
      now: 'Now', board: { reported: 'Reported today', filed: 'Filed today', closed: 'Closed today', open: 'Open', overdue: 'Overdue', supervised: 'Supervised' },
      title: 'Figures', unit: 'Unit', period: 'Period', preset: { today: 'Today', week: 'This week', month: 'This month', 'last-month': 'Last month' }, from: 'From', to: 'To', computed: 'computed {time}, counted to {until}', key: 'Key figures',
      openCount: '{name} {count}: open the cases', openNumerator: '{name}, numerator {count}: open the cases', openDenominator: '{name}, denominator {count}: open the cases', behind: { numerator: '{name}{of}: the cases counted', denominator: '{name}{of}: the cases below the line', closing: '{name}: the cases closed within the period, with those due before' }, close: 'Close',
      noCases: 'No cases.', case: 'Case', category: 'Category', noCategory: 'No category', state: 'State', holder: 'Holder', due: 'Due', closed: 'Closed', more: 'More',
      levels: 'Funnel by level: how far it had to come', level: 'Level', cameTo: 'Came to it', share: 'Of all closed', nothingClosed: 'Nothing was closed in this time.', trend: 'The last eight weeks', asTable: 'As a table', week: 'Week',
      units: 'Departments and units', everyLevel: 'Direct units', withEmpty: 'Also those without cases', noUnits: 'No unit has anything due or overdue in this time.',
    },
  },
};
