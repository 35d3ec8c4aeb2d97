/** What the bulletins' room says; the bulletins bring their own words. */
export default {
  'zh-CN': {
    bulletins: {
      title: '通报', kinds: '种类', kind: { all: '全部', daily: '日督查', weekly: '周通报', monthly: '月考核' }, makeNow: '现在出一期', make: '出一期', unit: '单位', day: '日期', interim: '中期', interimHint: '时段未结束，中期', none: '还没有通报。', choose: '选一期通报来看。', back: '返回',
      figuresOf: '数据截至 {time}', workbook: '下载表格', pdf: '下载 PDF', chart: '{title} 图', nothing: '无',
    },
  },
  en: {
    bulletins: {
      title: 'Bulletins', kinds: 'Kind', kind: { all: 'All', daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly' }, makeNow: 'Make one now', make: 'Make one', unit: 'Unit', day: 'Day', interim: 'interim', interimHint: 'the period is not over: interim', none: 'No bulletins yet.', choose: 'Choose a bulletin.', back: 'Back',
      figuresOf: 'figures of {time}', workbook: 'Workbook', pdf: 'PDF', chart: 'Chart of {title}', nothing: 'None',
    },
  },
};
