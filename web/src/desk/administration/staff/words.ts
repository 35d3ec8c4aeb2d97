/** What the editor of staff and roles says. */
export default {
  'zh-CN': {
    staff: {
      list: '人员', find: '按姓名、编号或单位找', byRole: '按角色', byUnit: '按单位', anyRole: '所有角色', anyUnit: '所有单位', add: '加人', count: '{count} 人（共 {all} 人）', nobody: '没有这样的人', tooMany: '只显示前 {count} 人，请再缩小范围', choose: '从左边选一个人。', fresh: '新人员',
      name: '姓名', rolesOf: '角色和管辖单位（含下级）', role: '角色', unit: '单位', chooseRole: '请选角色', chooseUnit: '请选单位', give: '授予', revoke: '收回', revokeOf: '收回 {unit} 的{role}', noRole: '没有角色，启用前要授予', more: '等 {count} 处', unknownUnit: '{id}（没有这个单位）',
      changed: '{name} 已修改', added: '已加人，请改姓名、授角色', removed: '{name} 已移出', remove: '移出这个人', sure: '新版本里不再有“{name}”，启用后马上不能再办件。以前办的仍在台账。确定吗？', yes: '确定移出', no: '不移出',
      warnings: '要留意', faults: '{count} 人没有角色，或所在单位已不存在：', empty: '{count} 个网格没有网格员，点击加人：', addWorker: '给这个网格加网格员', accounts: '账号和密码在每个人的最下面，改动马上生效，不随草稿。移出人员或收回全部角色，启用后账号什么也不能做。',
      roles: { GRID_WORKER: '网格员', GRID_HEAD: '网格长', COMMUNITY_CLERK: '社区受理员', HANDLER: '部门经办人', DISPATCHER: '派遣员', CALLBACK_CLERK: '回访员', HOTLINE_AGENT: '坐席员', INSPECTOR: '督查员', LEADER: '分管领导', AUDITOR: '审计', ADMIN: '管理员' },
    },
  },
  en: {
    staff: {
      list: 'Staff', find: 'Find by name, id or unit', byRole: 'By role', byUnit: 'By unit', anyRole: 'All roles', anyUnit: 'All units', add: 'Add a person', count: '{count} people (of {all})', nobody: 'Nobody like that', tooMany: 'Only the first {count} are shown; narrow it down', choose: 'Choose a person at the left.', fresh: 'New person',
      name: 'Name', rolesOf: 'Roles and units (with all below)', role: 'Role', unit: 'Unit', chooseRole: 'Choose a role', chooseUnit: 'Choose a unit', give: 'Give', revoke: 'Take back', revokeOf: 'Take {role} at {unit} back', noRole: 'No role: one is needed before activation', more: ' and others, {count} in all', unknownUnit: '{id} (no such unit)',
      changed: '{name} changed', added: 'Added; give a name and a role', removed: '{name} taken out', remove: 'Take this person out', sure: '"{name}" will not be in the next version and can do nothing once it is in force. What was done stays in the ledger. Take them out?', yes: 'Yes, take them out', no: 'Keep them',
      warnings: 'Look at these', faults: '{count} people have no role, or one at a unit that is gone:', empty: '{count} grids have no grid worker; press to add one:', addWorker: 'Add a worker for this grid', accounts: 'Accounts and passwords stand below each person and take effect at once, not with the draft. Without a role an account can do nothing.',
      roles: { GRID_WORKER: 'Grid worker', GRID_HEAD: 'Grid head', COMMUNITY_CLERK: 'Community clerk', HANDLER: 'Handler', DISPATCHER: 'Dispatcher', CALLBACK_CLERK: 'Callback clerk', HOTLINE_AGENT: 'Hotline agent', INSPECTOR: 'Inspector', LEADER: 'Leader', AUDITOR: 'Auditor', ADMIN: 'Administrator' },
    },
  },
};
