/** A case on paper. Paper is in both languages only where it goes to people of both. */
export default {
  'zh-CN': {
    print: {
      title: '案卷办理单', now: '打印', back: '返回案卷', page: '第 {x} 页 共 {y} 页', printed: '打印时间 {when}', by: '打印人 {who}', qr: '扫码看案卷', loading: '正在排版…', sheets: '共 {n} 页 A4',
      number: '案号', tracking: '受理编号', state: '状态', category: '类别', holder: '主办单位', grid: '所在网格', opened: '立案时间', due: '案卷时限', closed: '结案时间', level: '层级',
      matter: '反映内容', photos: '处置前后', before: '处置前', after: '处置后', noPhotos: '没有照片', timeline: '办理经过', when: '时间', who: '办理人', what: '内容',
      sign: { title: '签字', handler: '经办人', head: '单位负责人', inspector: '督查员', resident: '反映人', date: '日期' },
      hash: '台账校验码（第 {n} 条）', hashWhy: '用 ./grid verify-proof 可核对本单与台账一致。',
    },
  },
  en: {
    print: {
      title: 'Case record', now: 'Print', back: 'Back to the case', page: 'Page {x} of {y}', printed: 'Printed {when}', by: 'by {who}', qr: 'Scan to open the case', loading: 'Laying out…', sheets: '{n} sheets of A4',
      number: 'Case number', tracking: 'Tracking number', state: 'State', category: 'Category', holder: 'Holder', grid: 'Grid', opened: 'Filed', due: 'Due', closed: 'Closed', level: 'Level',
      matter: 'What was reported', photos: 'Before and after', before: 'Before', after: 'After', noPhotos: 'No photos', timeline: 'What happened', when: 'When', who: 'Who', what: 'What',
      sign: { title: 'Signatures', handler: 'Handler', head: 'Head of unit', inspector: 'Inspector', resident: 'Reporter', date: 'Date' },
      hash: 'Ledger hash (entry {n})', hashWhy: './grid verify-proof checks this paper against the ledger.',
    },
  },
};
