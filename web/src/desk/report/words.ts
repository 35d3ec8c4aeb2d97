/** What the form for staff says. */
export default {
  'zh-CN': {
    report: {
      title: '上报', what: '是什么事', where: '在哪里', more: '其他', everyday: '常见类别', text: '说明', textHint: '看到什么？在哪里？', needsText: '先写看到什么。', photos: '照片', photosChosen: '已选 {count} 张',
      noPoint: '点图标出位置，或搜地点、选网格。', noPosition: '取不到位置，请点图或选网格。', myPosition: '用我的位置', urgent: '紧急', settled: '已现场解决', how: '怎么解决的',
      resident: '居民联系方式（回访用）', name: '称呼', phone: '电话', residentHint: '只留在受理库，不进台账。', send: '上报', asNew: '作为新事项上报',
      filed: '已上报', followed: '已关注，有结果会告知', inGrid: '网格 {grid}', outside: '不在任何网格内，由区派遣员处理。', mine: '我报的', noneYet: '还没有。', received: '已收到',
    },
  },
  en: {
    report: {
      title: 'Report', what: 'What is it', where: 'Where', more: 'More', everyday: 'Frequent categories', text: 'Description', textHint: 'What is there to see, and where?', needsText: 'Say first what there is to see.', photos: 'Photos', photosChosen: '{count} chosen',
      noPoint: 'Tap the map, find a place, or choose the grid.', noPosition: 'No position: tap the map or choose the grid.', myPosition: 'Use my position', urgent: 'Emergency', settled: 'Settled here', how: 'How it was settled',
      resident: 'Resident to call back', name: 'Name', phone: 'Phone', residentHint: 'Stays with intake, never in the ledger.', send: 'Report', asNew: 'File as a new matter',
      filed: 'Reported', followed: 'Followed: the outcome will be told', inGrid: 'Grid {grid}', outside: 'Outside every grid: the district dispatches it.', mine: 'My reports', noneYet: 'None yet.', received: 'Received',
    },
  },
};
