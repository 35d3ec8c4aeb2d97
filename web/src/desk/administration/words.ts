/** What the room of the administration says. */
export default {
  'zh-CN': {
    administration: {
      title: '管理', fold: '全部设置', and: '、', leave: '{what} 还没有保存，确定离开吗？',
      groups: { organisation: '组织', matters: '事项', limits: '时限与规则', pages: '运行' },
      kinds: {
        unit: '单位', grid: '网格', staff: '人员与角色', 'grid-contact': '网格联系人', 'duty-roster': '值班表', ladder: '层级', district: '本区设置',
        category: '类别', 'rule-book': '派遣规则', mandate: '事权与下放', asset: '部件', calendar: '工作日历', 'escalation-policy': '催督办规则', 'case-policy': '办件通则', 'score-formulae': '考核办法', articles: '知识库', 'dead-letters': '死信与重放',
      },
      about: {
        unit: '区、街道、社区、网格和各部门，一棵树。', grid: '每个网格的编码和边界。', staff: '谁在哪些单位担任什么角色。', 'grid-contact': '居民找谁：每个网格的联系人。', 'duty-roster': '谁在什么时候值班。', ladder: '有哪几级，大事小事各到哪一级。', district: '网格编码的样式和边界的容差。',
        category: '大类小类、时限、立案和结案条件，由谁主办。', 'rule-book': '按顺序问，第一条成立的规则决定派给谁。', mandate: '事权清单，以及何时下放给谁。', asset: '井盖、路灯等部件和权属单位。', calendar: '节假日、调休、办公时间；所有时限按它计算。', 'escalation-policy': '用掉时限的百分之几时提醒、督办、提级。', 'case-policy': '核实、派遣、回访等时限，延期、挂账、重办的限度。',
      },
      find: '查找', amount: '数量', unit: '单位', asCategory: '按类别',
      units: { EMERGENCY_MINUTE: '分钟（紧急）', EMERGENCY_HOUR: '小时（紧急）', WORK_HOUR: '工作时', WORKDAY: '工作日', NATURAL_DAY: '自然日' },
      scales: { small: '小事', big: '大事', district: '区级' },
      itemKinds: { EVENT: '事件', ASSET: '部件', DISPUTE: '纠纷', SERVICE: '服务', CONDUCT: '作风', OPINION: '意见' },
      flags: { confirmFirst: '立案前核实', fieldCheck: '办结后核查', mediationFirst: '先行调解', mayNotLeave: '不出村', effortWaived: '可免先行处置', rewardedCriticism: '有奖批评', retired: '停用' },
      brief: { confirmFirst: '核实', fieldCheck: '核查', mayNotLeave: '不出村' },
      category: {
        class: '大类', all: '全部 {count} 类', add: '加一类', none: '没有符合的类别。换个词，或看全部大类。', code: '代码', name: '类别', level: '层级 · 事权', lead: '牵头', acceptance: '受理时限', handling: '处置时限', marks: '办法',
        added: '新', changed: '已改', faulty: '有问题', remove: '删去这一类', removeHelp: '用过的类别请改为停用：旧案还要用它。',
        fields: { id: '代码（大类两位、小类两位）', classZh: '大类', subclassZh: '小类', classEn: '大类英文', subclassEn: '小类英文', leadKind: '牵头部门类别', itemKind: '性质', scale: '事权层级', usualLevel: '通常在哪级办', filingCondition: '立案条件', closingCondition: '结案条件' },
      },
      rules: {
        help: '从上往下问，第一条条件成立的规则决定去向；上下移动就改变先后。', up: '上移：{rule}', down: '下移：{rule}', addLast: '在最后加一条', addBehind: '在下面加一条', remove: '删去这条',
        title: '说明', id: '编号', condition: '条件（CEL）', conditionHelp: "例：category == '0507' && night；可用 category、classCode、itemKind、scale、urgency、channel、nature、grid、minute、weekday、night、workday、text。", level: '到哪一级', lead: '牵头（部门类别、社区、责任单位或 unit:编号）', helpers: '协办', urgency: '紧急程度', asReported: '按上报', NORMAL: '一般', EMERGENCY: '紧急', yes: '是', no: '否', personDecides: '由派遣员指定单位',
        reports: '最近多少件上报', run: '试运行', running: '正在试…', outcome: '看了 {matters} 件，{changed} 件去向会变，{unmatched} 件没有规则适用。', groups: '从哪条规则变到哪条', differences: '逐件对比（最新 {count} 件）', today: '现行', draft: '草稿', count: '件数', case: '案号', desk: '{unit} 派遣员',
      },
      reasons: { 'unknown-category': '没有定类别', 'retired-category': '类别已停用', 'no-rule-matched': '没有规则适用', 'outside-every-grid': '不在任何网格内', 'person-decides': '由人指定', 'no-unit-found': '没有这类部门', returned: '被回退', person: '人工派遣', 'rule-failed': '规则出错', 'unknown-asset': '部件不在册', 'asset-owner': '部件权属单位', 'hard-case-desk': '一号窗口' },
      calendar: {
        years: '年份', unpublished: '未公布', addYear: '加下一年', published: '{year} 年放假安排已公布（未公布的年份按每周规律暂算）', from: '从', to: '到（同一天可不填）', as: '设为', set: '设定', spans: { HOLIDAY: '放假', WORKED: '周末上班（调休）', USUAL: '照常' },
        kinds: { WORKDAY: '工作日', WEEKEND: '周末', HOLIDAY: '放假', WORKED: '调休上班' }, marks: { HOLIDAY: '休', WORKED: '班' }, sum: '全年 {days} 个工作日。点一天即改。', month: '{month} 月',
        short: { MONDAY: '一', TUESDAY: '二', WEDNESDAY: '三', THURSDAY: '四', FRIDAY: '五', SATURDAY: '六', SUNDAY: '日' }, days: { MONDAY: '周一', TUESDAY: '周二', WEDNESDAY: '周三', THURSDAY: '周四', FRIDAY: '周五', SATURDAY: '周六', SUNDAY: '周日' },
        hours: '办公时间', hoursHelp: '写作 08:00–12:00 14:00–18:00；到半夜写 00:00。空着的日子按平时。', usual: '平时', asUsual: '按平时', hoursWrong: '看不懂这个时间。请写作 08:00–12:00 14:00–18:00，先后不重叠。', count: '一个工作日怎么算', WHOLE_DAY: '当天不算，到最后一个工作日下班', WORKING_TIME: '从接到时起算满一天的工作时间',
        units: '有自己时间的单位', addUnit: '给一个单位设自己的时间', dropUnit: '改回按上级单位的时间',
        dueHelp: '按现行日历计算，草稿启用后才用新的。', start: '开始', limit: '时限', unit: '单位', district: '全区', compute: '计算', dueAt: '到期：{at}', provisional: '暂定，假期还没公布', counted: '计入 {minutes} 分钟（日历第 {version} 版）', day: '日期', span: '时段', minutes: '分钟',
      },
      formulae: {
        help: '街道、社区、网格员的月考核怎么打分。每一份从某个月起用；用过的月份不变。', newId: '新办法的编号（小写字母）', add: '新建', last: '第 {version} 版，{from} 起', save: '保存并校验', savedSound: '已保存，没有问题', dropped: '草稿已放弃，现行办法不变', dropSure: '第 {revision} 稿会消失，找不回来；现行办法不变。放弃吗？', dropYes: '确定放弃', savedFaulty: '已保存，还有 {count} 处问题', figures: '可用的 {count} 个指标', from: '从哪个月起', sure: '从 {from} 起按它考核，之后不能再改这一版。确定吗？', came: '第 {version} 版从 {from} 起使用',
      },
      letters: {
        help: '服务读不懂或用不上的消息放在这里，前后的消息照常处理。程序或数据改好后重放；重放和作废都记入台账。', services: { intake: '受理', dispatch: '派遣', ledger: '台账', gateway: '网关' }, none: '没有死信。', parked: '另有 {events} 条消息在 {streams} 个流里等前一条。', stalled: '停住的消费组：{groups}',
        topic: '主题', allTopics: '全部主题', replay: '重放选中的 {count} 条', replayAll: '全部重放', discard: '作废选中的 {count} 条', reason: '作废的理由', discardSure: '确定作废 {count} 条', what: '消息', at: '时间', choose: '选中 {id}', sent: '已重放，等结果', more: '再看更早的', one: '一条死信', bytes: '{bytes} 字节', noType: '没有类型', noBody: '内容不是可读的格式。',
        hidden: '人写的文字、姓名和号码不在这里显示，只显示长度，如 ‹12›。', replayed: '已重放 {count} 条。处理好的会从列表消失，仍用不上的会带着新的原因留下。', discarded: '已作废 {count} 条，理由记入台账。', cause: '服务的原话',
        causes: {
          unknownType: '没有见过这类消息（{type}），可能来自更新的版本', lacks: '{type} 的内容缺少 {field}', badBody: '{type} 的内容读不懂', noAttribute: '消息头缺少 {field}', badNumber: '消息的编号不对', noEvent: '不是本系统的消息', otherTopic: '不该出现在这个主题里',
          noCase: '派遣里没有这件案卷', noReport: '受理里没有这条上报', notStored: '内容存不进去', notOpened: '按它立不了案（{failure}）',
        },
      },
      note: { unsaved: '未保存', draft: '有草稿', planned: '{at} 启用', refused: '启用未成' },
      steps: { label: '{kind}：从草稿到启用', draft: '编写', try: '试运行', due: '试算', check: '校验', compare: '比较', activate: '启用', files: '导入导出', versions: '历史版本' },
      inForce: '现行第 {version} 版，{since} 起', noneInForce: '还没有启用过', drafted: '草稿第 {revision} 稿，{who} {at} 保存', planned: '定于 {at} 启用', unsaved: '有改动没保存',
      refused: '到时没能启用，现行数据没有变：',
      save: '保存草稿', saveFirst: '存为草稿', saving: '正在保存…', saved: '草稿已保存', asInForce: '与现行版本相同', discard: '放弃草稿', asText: '按文本编辑', asForm: '按表格编辑', saveAhead: '下面说的是已保存的草稿，您的改动还没有保存。',
      noDraft: '没有草稿。先在“编写”里修改并保存。', checking: '正在校验…', sound: '没有问题，可以启用', faults: '有 {count} 处问题，不能启用', checkAgain: '再校验一次', where: '位置', why: '原因',
      how: { ADDED: '新增', CHANGED: '修改', REMOVED: '删除' }, noChanges: '与现行版本没有不同。', field: '字段', before: '原来', after: '改为', nothing: '（无）', more: '再看 {count} 项', changesBrief: '新增 {added}，修改 {changed}，删除 {removed}。',
      together: '与这些草稿同时启用', whenTitle: '什么时候启用', now: '现在', later: '定时', at: '启用时间（北京时间）', activate: '启用', activateLater: '定时启用', sure: '启用后对新的办件立即生效。确定吗？', yes: '确定启用', no: '先不', takeBack: '取消定时',
      came: '已启用：{what} 版', cameSame: '草稿与现行版本相同，没有新版本', willCome: '将于 {at} 启用；到时再校验一次',
      export: '导出现行版本 {form}', exportDraft: '导出编辑中的内容 JSON', import: '导入文件（{forms}）', importHelp: '整份导入为草稿，要么全部成功，要么一行都不进。JSON 先放进编辑框，您保存后才是草稿。', importing: '正在导入…', draftThere: '已有草稿。用文件的内容代替它吗？', writeOver: '代替草稿', taken: '{file} 已放进编辑框，还没有保存。', imported: '已导入为草稿：新增 {added}，修改 {changed}，删除 {removed}。', lineTitle: '行',
      version: '版本', from: '启用', until: '停用', by: '启用人', current: '现行', seeded: '初始数据', look: '看第 {version} 版', versionTitle: '第 {version} 版', asDraft: '以此版内容起草', changedThen: '这一版改了什么', wholeThen: '全部内容',
      conflict: {
        title: '别人先保存了', who: '{who} {at} 保存了第 {revision} 稿。', gone: '您编写时，草稿已被启用或放弃。', changed: '对方改了：{what}', both: '你们都改了：{what}', kept: '您写的都还在这里，什么也没有发送。选一种，看过后再保存。',
        merge: '合并两边的改动', mergeMine: '合并；都改了的用我的', mine: '只用我的', theirs: '只用对方的，放弃我的',
      },
      text: {
        label: '内容', lines: '{count} 行', line: '第 {line} 行', tidy: '整理格式', fault: '第 {column} 个字符：{what}',
        codes: {
          InvalidSymbol: '不认识的符号', InvalidNumberFormat: '数字写法不对', PropertyNameExpected: '这里应有字段名', ValueExpected: '这里应有值', ColonExpected: '缺少冒号', CommaExpected: '缺少逗号', CloseBraceExpected: '缺少右花括号', CloseBracketExpected: '缺少右方括号', EndOfFileExpected: '末尾有多余内容', InvalidCommentToken: '不能写注释', UnexpectedEndOfComment: '注释没有结束', UnexpectedEndOfString: '引号没有结束', UnexpectedEndOfNumber: '数字没有写完', InvalidUnicode: '转义字符不对', InvalidEscapeCharacter: '转义字符不对', InvalidCharacter: '不能有的字符', ObjectExpected: '最外层应为花括号',
        },
      },
    },
  },
  en: {
    administration: {
      title: 'Administration', fold: 'All settings', and: ', ', leave: '{what}: not saved yet. Leave all the same?',
      groups: { organisation: 'Organisation', matters: 'Matters', limits: 'Limits and rules', pages: 'Running' },
      kinds: {
        unit: 'Units', grid: 'Grids', staff: 'Staff and roles', 'grid-contact': 'Grid contacts', 'duty-roster': 'Duty roster', ladder: 'Levels', district: 'District settings',
        category: 'Categories', 'rule-book': 'Routing rules', mandate: 'Competences', asset: 'Assets', calendar: 'Calendar', 'escalation-policy': 'Escalation policy', 'case-policy': 'Case policy', 'score-formulae': 'Score formulae', articles: 'Questions and answers', 'dead-letters': 'Dead letters',
      },
      about: {
        unit: 'District, streets, communities, grids and departments, one tree.', grid: 'Code and outline of each grid.', staff: 'Who has which role at which units.', 'grid-contact': 'Whom residents turn to in each grid.', 'duty-roster': 'Who is on duty when.', ladder: 'Which levels there are, and how far small and big matters go.', district: 'The form of grid codes and the tolerance of borders.',
        category: 'Classes and subclasses, limits, conditions for filing and closing, and who leads.', 'rule-book': 'Asked in order; the first rule that holds decides where a matter goes.', mandate: 'The list of competences, and what is delegated to whom from when.', asset: 'Manhole covers, lamps and the like, with their owning units.', calendar: 'Holidays, swapped workdays, opening hours; all limits are counted by it.', 'escalation-policy': 'At which share of a limit people are reminded, supervised, moved up.', 'case-policy': 'Limits of confirmation, dispatch, callback; how far extensions, suspensions and reopening go.',
      },
      find: 'Find', amount: 'amount', unit: 'unit', asCategory: 'as the category says',
      units: { EMERGENCY_MINUTE: 'minutes (emergency)', EMERGENCY_HOUR: 'hours (emergency)', WORK_HOUR: 'work hours', WORKDAY: 'workdays', NATURAL_DAY: 'days' },
      scales: { small: 'small', big: 'big', district: 'district' },
      itemKinds: { EVENT: 'Event', ASSET: 'Asset', DISPUTE: 'Dispute', SERVICE: 'Service', CONDUCT: 'Conduct', OPINION: 'Opinion' },
      flags: { confirmFirst: 'Confirmed before filing', fieldCheck: 'Checked when done', mediationFirst: 'Mediated first', mayNotLeave: 'May not leave its ceiling', effortWaived: 'May leave without effort shown', rewardedCriticism: 'Rewarded criticism', retired: 'Retired' },
      brief: { confirmFirst: 'confirmed', fieldCheck: 'checked', mayNotLeave: 'stays' },
      category: {
        class: 'Class', all: 'All {count} categories', add: 'Add a category', none: 'No category fits. Try another word, or all classes.', code: 'Code', name: 'Category', level: 'Level · scale', lead: 'Led by', acceptance: 'To accept', handling: 'To handle', marks: 'How',
        added: 'new', changed: 'changed', faulty: 'faulty', remove: 'Remove it', removeHelp: 'One that was used is better retired: old cases still need it.',
        fields: { id: 'Code (two digits of class, two of subclass)', classZh: 'Class in Chinese', subclassZh: 'Subclass in Chinese', classEn: 'Class', subclassEn: 'Subclass', leadKind: 'Kind of department that leads', itemKind: 'Kind', scale: 'Scale', usualLevel: 'Usually settled at', filingCondition: 'Condition for filing', closingCondition: 'Condition for closing' },
      },
      rules: {
        help: 'Asked from the top; the first whose condition holds decides. Moving a rule changes what goes before.', up: 'Up: {rule}', down: 'Down: {rule}', addLast: 'Add one at the end', addBehind: 'Add one below', remove: 'Remove it',
        title: 'What it is for', id: 'Id', condition: 'Condition (CEL)', conditionHelp: "Such as category == '0507' && night; over category, classCode, itemKind, scale, urgency, channel, nature, grid, minute, weekday, night, workday, text.", level: 'To which level', lead: 'Led by (kind of department, 社区, 责任单位 or unit:ID)', helpers: 'Helped by', urgency: 'Urgency', asReported: 'as reported', NORMAL: 'normal', EMERGENCY: 'emergency', yes: 'yes', no: 'no', personDecides: 'A dispatcher names the unit',
        reports: 'How many reports of late', run: 'Try it', running: 'Trying…', outcome: '{matters} looked at: {changed} would go elsewhere, {unmatched} would find no rule.', groups: 'From which rule to which', differences: 'One by one (newest {count})', today: 'In force', draft: 'Draft', count: 'Cases', case: 'Case', desk: 'dispatcher of {unit}',
      },
      reasons: { 'unknown-category': 'no category', 'retired-category': 'category retired', 'no-rule-matched': 'no rule fits', 'outside-every-grid': 'outside every grid', 'person-decides': 'a person decides', 'no-unit-found': 'no such department', returned: 'returned', person: 'by a person', 'rule-failed': 'a rule failed', 'unknown-asset': 'asset not known', 'asset-owner': 'owner of the asset', 'hard-case-desk': 'hard-case desk' },
      calendar: {
        years: 'Years', unpublished: 'not published', addYear: 'Add the next year', published: 'The holidays of {year} are published (others are counted by the week, provisionally)', from: 'From', to: 'To (leave empty for one day)', as: 'As', set: 'Set', spans: { HOLIDAY: 'holiday', WORKED: 'worked weekend', USUAL: 'as usual' },
        kinds: { WORKDAY: 'workday', WEEKEND: 'weekend', HOLIDAY: 'holiday', WORKED: 'worked weekend' }, marks: { HOLIDAY: 'off', WORKED: 'on' }, sum: '{days} workdays in the year. A click changes a day.', month: 'Month {month}',
        short: { MONDAY: 'Mo', TUESDAY: 'Tu', WEDNESDAY: 'We', THURSDAY: 'Th', FRIDAY: 'Fr', SATURDAY: 'Sa', SUNDAY: 'Su' }, days: { MONDAY: 'Monday', TUESDAY: 'Tuesday', WEDNESDAY: 'Wednesday', THURSDAY: 'Thursday', FRIDAY: 'Friday', SATURDAY: 'Saturday', SUNDAY: 'Sunday' },
        hours: 'Opening hours', hoursHelp: 'Written 08:00–12:00 14:00–18:00; midnight as 00:00. Days left empty are as usual.', usual: 'Usually', asUsual: 'as usual', hoursWrong: 'Not to be read. Write 08:00–12:00 14:00–18:00, in order, without overlap.', count: 'How a workday counts', WHOLE_DAY: 'The day of the start is not counted; due at the last closing', WORKING_TIME: 'As one day\'s working time from the moment',
        units: 'Units with hours of their own', addUnit: 'Give a unit its own hours', dropUnit: 'Back to the hours of the unit above',
        dueHelp: 'Counted by the calendar in force; the draft counts once it is activated.', start: 'Start', limit: 'Limit', unit: 'Unit', district: 'whole district', compute: 'Count', dueAt: 'Due: {at}', provisional: 'provisional, holidays are not published yet', counted: '{minutes} minutes counted (calendar version {version})', day: 'Day', span: 'Span', minutes: 'Minutes',
      },
      formulae: {
        help: 'How streets, communities and grid workers are scored by the month. Each holds from a month on; months that were scored stay.', newId: 'New id, small letters', add: 'New', last: 'Version {version}, from {from} on', save: 'Save and check', savedSound: 'Saved, nothing is wrong', dropped: 'The draft is gone; what is in force stays', dropSure: 'Draft {revision} will be gone for good; what is in force stays. Discard it?', dropYes: 'Yes, discard', savedFaulty: 'Saved, {count} faults left', figures: '{count} figures to be used', from: 'From which month', sure: 'From {from} on it scores; this version cannot be changed then. Activate?', came: 'Version {version} holds from {from} on',
      },
      letters: {
        help: 'Messages that a service could neither read nor apply; those around them went on. Once program or data are mended, send them again; that and discarding stand in the ledger.', services: { intake: 'Intake', dispatch: 'Dispatch', ledger: 'Ledger', gateway: 'Gateway' }, none: 'No dead letters.', parked: '{events} more messages in {streams} streams wait for the one before.', stalled: 'Consumers that cannot get on: {groups}',
        topic: 'Topic', allTopics: 'All topics', replay: 'Send {count} again', replayAll: 'Send all again', discard: 'Discard {count}', reason: 'Reason for discarding', discardSure: 'Yes, discard {count}', what: 'Message', at: 'When', choose: 'Choose {id}', sent: 'sent again, no word yet', more: 'Older ones', one: 'One dead letter', bytes: '{bytes} bytes', noType: 'without a type', noBody: 'Its content is in no form that can be read.',
        hidden: 'Texts of people, names and numbers are not shown here, only how long they are, such as ‹12›.', replayed: '{count} sent again. What is taken leaves the list; what still cannot be applied stays with its new reason.', discarded: '{count} discarded; the reason stands in the ledger.', cause: 'As the service says it',
        causes: {
          unknownType: 'A kind of message that is not known here ({type}), perhaps of a newer version', lacks: 'The body of {type} lacks {field}', badBody: 'The body of {type} cannot be read', noAttribute: 'The head of the message lacks {field}', badNumber: 'The number of the message is wrong', noEvent: 'No message of this system', otherTopic: 'Does not belong to this topic',
          noCase: 'Dispatch has no such case', noReport: 'Intake has no such report', notStored: 'It cannot be stored', notOpened: 'No case can be opened by it ({failure})',
        },
      },
      note: { unsaved: 'not saved', draft: 'draft', planned: 'from {at}', refused: 'not activated' },
      steps: { label: '{kind}: from the draft to the version in force', draft: 'Write', try: 'Trial run', due: 'Count a limit', check: 'Check', compare: 'Compare', activate: 'Activate', files: 'Files', versions: 'Versions' },
      inForce: 'Version {version} in force, since {since}', noneInForce: 'Nothing was in force yet', drafted: 'Draft {revision}, saved by {who} {at}', planned: 'Comes into force {at}', unsaved: 'Changes not saved',
      refused: 'It could not come into force at its time; nothing has changed:',
      save: 'Save draft', saveFirst: 'Save as draft', saving: 'Saving…', saved: 'Draft saved', asInForce: 'Same as in force', discard: 'Discard draft', asText: 'Edit as text', asForm: 'Edit as a form', saveAhead: 'This is about the draft as saved; your changes are not saved yet.',
      noDraft: 'No draft. Change something under "Write" and save it.', checking: 'Checking…', sound: 'Nothing is wrong, it can be activated', faults: '{count} faults: it cannot be activated', checkAgain: 'Check again', where: 'Where', why: 'Why',
      how: { ADDED: 'Added', CHANGED: 'Changed', REMOVED: 'Removed' }, noChanges: 'No different from what is in force.', field: 'Field', before: 'Before', after: 'After', nothing: '(nothing)', more: '{count} more', changesBrief: '{added} added, {changed} changed, {removed} removed.',
      together: 'Together with these drafts', whenTitle: 'When', now: 'Now', later: 'At a time', at: 'Comes into force at (Beijing time)', activate: 'Activate', activateLater: 'Activate at that time', sure: 'It holds for new cases at once. Activate?', yes: 'Yes, activate', no: 'Not yet', takeBack: 'Take the time back',
      came: 'In force now: {what}', cameSame: 'The draft said what is in force already: no new version', willCome: 'Comes into force {at}; it is checked again then',
      export: 'Export what is in force, {form}', exportDraft: 'Export what is being edited, JSON', import: 'Import a file ({forms})', importHelp: 'The whole file becomes the draft, or none of it. JSON is put into the editor first and is a draft once you save it.', importing: 'Importing…', draftThere: 'There is a draft. Put the file in its place?', writeOver: 'Replace the draft', taken: '{file} stands in the editor, not saved yet.', imported: 'Imported as a draft: {added} added, {changed} changed, {removed} removed.', lineTitle: 'Line',
      version: 'Version', from: 'From', until: 'Until', by: 'By', current: 'in force', seeded: 'first data', look: 'Look at version {version}', versionTitle: 'Version {version}', asDraft: 'Draft from this version', changedThen: 'What this version changed', wholeThen: 'All of it',
      conflict: {
        title: 'Somebody else saved first', who: '{who} saved draft {revision} {at}.', gone: 'The draft came into force or was discarded while you were writing.', changed: 'They changed: {what}', both: 'Both of you changed: {what}', kept: 'All you wrote is still here; nothing was sent. Choose, look, then save.',
        merge: 'Put both changes together', mergeMine: 'Put together; mine where both changed', mine: 'Mine alone', theirs: 'Theirs alone, drop mine',
      },
      text: {
        label: 'Content', lines: '{count} lines', line: 'Line {line}', tidy: 'Lay out anew', fault: 'character {column}: {what}',
        codes: {
          InvalidSymbol: 'unknown symbol', InvalidNumberFormat: 'not a number', PropertyNameExpected: 'a field\'s name is missing', ValueExpected: 'a value is missing', ColonExpected: 'a colon is missing', CommaExpected: 'a comma is missing', CloseBraceExpected: 'a closing brace is missing', CloseBracketExpected: 'a closing bracket is missing', EndOfFileExpected: 'something stands behind the end', InvalidCommentToken: 'comments are not allowed', UnexpectedEndOfComment: 'the comment does not end', UnexpectedEndOfString: 'the quotation does not end', UnexpectedEndOfNumber: 'the number does not end', InvalidUnicode: 'bad escape', InvalidEscapeCharacter: 'bad escape', InvalidCharacter: 'a character that cannot stand here', ObjectExpected: 'the whole must be in braces',
        },
      },
    },
  },
};
