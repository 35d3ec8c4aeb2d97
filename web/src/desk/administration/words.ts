/** What the room of the administration says. */
export default {
  'zh-CN': {
    administration: {
      title: '管理', and: '、', leave: '{what} 还没有保存，确定离开吗？',
      groups: { organisation: '组织', matters: '事项', limits: '时限与规则', pages: '运行' },
      kinds: {
        unit: '单位', grid: '网格', staff: '人员与角色', 'grid-contact': '网格联系人', 'duty-roster': '值班表', ladder: '层级', district: '本区设置',
        category: '类别', 'rule-book': '派遣规则', mandate: '事权与下放', asset: '部件', calendar: '工作日历', 'escalation-policy': '催督办规则', 'case-policy': '办件通则',
      },
      about: {
        unit: '区、街道、社区、网格和各部门，一棵树。', grid: '每个网格的编码和边界。', staff: '谁在哪些单位担任什么角色。', 'grid-contact': '居民找谁：每个网格的联系人。', 'duty-roster': '谁在什么时候值班。', ladder: '有哪几级，大事小事各到哪一级。', district: '网格编码的样式和边界的容差。',
        category: '大类小类、时限、立案和结案条件，由谁主办。', 'rule-book': '按顺序问，第一条成立的规则决定派给谁。', mandate: '事权清单，以及何时下放给谁。', asset: '井盖、路灯等部件和权属单位。', calendar: '节假日、调休、办公时间；所有时限按它计算。', 'escalation-policy': '用掉时限的百分之几时提醒、督办、提级。', 'case-policy': '核实、派遣、回访等时限，延期、挂账、重办的限度。',
      },
      note: { unsaved: '未保存', draft: '有草稿', planned: '{at} 启用', refused: '启用未成' },
      steps: { label: '{kind}：从草稿到启用', draft: '编写', check: '校验', compare: '比较', activate: '启用', files: '导入导出', versions: '历史版本' },
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
      title: 'Administration', and: ', ', leave: '{what}: not saved yet. Leave all the same?',
      groups: { organisation: 'Organisation', matters: 'Matters', limits: 'Limits and rules', pages: 'Running' },
      kinds: {
        unit: 'Units', grid: 'Grids', staff: 'Staff and roles', 'grid-contact': 'Grid contacts', 'duty-roster': 'Duty roster', ladder: 'Levels', district: 'District settings',
        category: 'Categories', 'rule-book': 'Routing rules', mandate: 'Competences', asset: 'Assets', calendar: 'Calendar', 'escalation-policy': 'Escalation policy', 'case-policy': 'Case policy',
      },
      about: {
        unit: 'District, streets, communities, grids and departments, one tree.', grid: 'Code and outline of each grid.', staff: 'Who has which role at which units.', 'grid-contact': 'Whom residents turn to in each grid.', 'duty-roster': 'Who is on duty when.', ladder: 'Which levels there are, and how far small and big matters go.', district: 'The form of grid codes and the tolerance of borders.',
        category: 'Classes and subclasses, limits, conditions for filing and closing, and who leads.', 'rule-book': 'Asked in order; the first rule that holds decides where a matter goes.', mandate: 'The list of competences, and what is delegated to whom from when.', asset: 'Manhole covers, lamps and the like, with their owning units.', calendar: 'Holidays, swapped workdays, opening hours; all limits are counted by it.', 'escalation-policy': 'At which share of a limit people are reminded, supervised, moved up.', 'case-policy': 'Limits of confirmation, dispatch, callback; how far extensions, suspensions and reopening go.',
      },
      note: { unsaved: 'not saved', draft: 'draft', planned: 'from {at}', refused: 'not activated' },
      steps: { label: '{kind}: from the draft to the version in force', draft: 'Write', check: 'Check', compare: 'Compare', activate: 'Activate', files: 'Files', versions: 'Versions' },
      inForce: 'Version {version} in force, since {since}', noneInForce: 'Nothing was in force yet', drafted: 'Draft {revision}, saved by {who} {at}', planned: 'Comes into force {at}', unsaved: 'Changes not saved',
      refused: 'It could not come into force at its time; nothing has changed:',
      save: 'Save draft', saveFirst: 'Save as draft', saving: 'Saving…', saved: 'Draft saved', asInForce: 'Same as in force', discard: 'Discard draft', asText: 'Edit as text', asForm: 'Edit as a form', saveAhead: 'This is about the draft as saved; your changes are not saved yet.',
      noDraft: 'No draft. Change something under “Write” and save it.', checking: 'Checking…', sound: 'Nothing is wrong, it can be activated', faults: '{count} faults: it cannot be activated', checkAgain: 'Check again', where: 'Where', why: 'Why',
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
          InvalidSymbol: 'unknown symbol', InvalidNumberFormat: 'not a number', PropertyNameExpected: 'a field’s name is missing', ValueExpected: 'a value is missing', ColonExpected: 'a colon is missing', CommaExpected: 'a comma is missing', CloseBraceExpected: 'a closing brace is missing', CloseBracketExpected: 'a closing bracket is missing', EndOfFileExpected: 'something stands behind the end', InvalidCommentToken: 'comments are not allowed', UnexpectedEndOfComment: 'the comment does not end', UnexpectedEndOfString: 'the quotation does not end', UnexpectedEndOfNumber: 'the number does not end', InvalidUnicode: 'bad escape', InvalidEscapeCharacter: 'bad escape', InvalidCharacter: 'a character that cannot stand here', ObjectExpected: 'the whole must be in braces',
        },
      },
    },
  },
};
