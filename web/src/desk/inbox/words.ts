/** The list on the desk. */
export default {
  'zh-CN': {
    inbox: {
      title: '案卷列表', tabs: '范围',
      tab: { inbox: '待办', all: '全部', reported: '我报的', approvals: '待审批', helping: '会办', supervised: '督办中', sponsored: '我包案', hard: '一号窗口' },
      group: { overdue: '已超期', soon: '2 工作时内', today: '今天', later: '以后', over: '已结束' },
      columns: { state: '状态', what: '事项和地点', remaining: '剩余时间', holder: '主办', supervision: '督办', number: '案号' },
      choose: '选中 {what}', search: '找案卷', searchHint: '内容、案号或受理编号', narrow: '筛选', narrowed: '筛选（{n}）', clear: '清除筛选', export: '导出', exporting: '正在导出…', stopExport: '停止导出',
      state: '状态', level: '层级', category: '类别', unit: '单位', grid: '网格', place: '地点只到“{unit}”，不在更细的网格里', overdue: '只看案卷已超期的', mine: '只看我首问的', dueFrom: '时限从', dueTo: '时限到', openedFrom: '立案从', openedTo: '立案到', closedFrom: '结案从', closedTo: '结案到', any: '不限', more: '再看一些', loading: '正在取列表…',
      empty: { inbox: '没有待办。', narrowed: '没有符合条件的案卷。', hint: '有新案卷会自动出现在这里。', clearHint: '可以清除筛选，或换个范围。' },
      offline: '连不上服务，列表是上次取到的。', accepted: '已受理：{what}', acceptNot: '没有受理：{what}',
      bulk: { chosen: '已选 {n} 件', none: '取消选择', run: '对这 {n} 件{what}', what: '批量办理', pick: '选择操作', running: '正在办理 {n} 件…', done: '办成 {n} 件', refused: '{n} 件没有办成，仍选中：', close: '知道了', most: '一次最多 500 件，其余请再选。' },
      keys: { title: '快捷键', on: '使用快捷键', help: 'J/K 或 ↑↓ 换一件，Enter 看案卷，A 受理，X 选中，/ 查找。输入文字时不起作用。' },
      count: '{n}', countMore: '999+',
    },
  },
  en: {
    inbox: {
      title: 'List of cases', tabs: 'Which cases',
      tab: { inbox: 'To do', all: 'All', reported: 'Reported by me', approvals: 'To approve', helping: 'Helping', supervised: 'Supervised', sponsored: 'Sponsored', hard: 'Hard cases' },
      group: { overdue: 'Overdue', soon: 'Within 2 work hours', today: 'Today', later: 'Later', over: 'Over' },
      columns: { state: 'State', what: 'Matter and place', remaining: 'Time left', holder: 'Holder', supervision: 'Supervision', number: 'Case number' },
      choose: 'Choose {what}', search: 'Find a case', searchHint: 'Words, case or tracking number', narrow: 'Filter', narrowed: 'Filter ({n})', clear: 'Clear the filter', export: 'Export', exporting: 'Exporting…', stopExport: 'Stop exporting',
      state: 'State', level: 'Level', category: 'Category', unit: 'Unit', grid: 'Grid', place: 'Known to be in {unit}, and in no grid of it', overdue: 'Only cases past their due time', mine: 'Only those I took in', dueFrom: 'Due from', dueTo: 'Due until', openedFrom: 'Opened from', openedTo: 'Opened until', closedFrom: 'Closed from', closedTo: 'Closed until', any: 'Any', more: 'More', loading: 'Fetching the list…',
      empty: { inbox: 'Nothing is waiting.', narrowed: 'No case is like that.', hint: 'New cases appear here by themselves.', clearHint: 'Clear the filter, or look at other cases.' },
      offline: 'The service cannot be reached; this is the list as it was last fetched.', accepted: 'Accepted: {what}', acceptNot: 'Not accepted: {what}',
      bulk: { chosen: '{n} chosen', none: 'Choose none', run: '{what}: {n} cases', what: 'For all of them', pick: 'Choose what to do', running: 'Working on {n} cases…', done: '{n} done', refused: '{n} not done, still chosen:', close: 'Understood', most: 'At most 500 at once; choose the others again.' },
      keys: { title: 'Shortcuts', on: 'Use shortcuts', help: 'J/K or ↑↓ another case, Enter open, A accept, X choose, / find. Silent while you type.' },
      count: '{n}', countMore: '999+',
    },
  },
};
