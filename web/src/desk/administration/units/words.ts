/** What the editor of the organisation says. */
export default {
  'zh-CN': {
    units: {
      tree: '单位树', find: '按名称、编码或部门类找', count: '{count} 个单位', nothing: '没有这样的单位', choose: '从左边选一个单位。', branch: '{unit} 的下级', faulty: '有问题',
      department: '部门', people: '{count} 人', below: '下级 {count} 个', nameZh: '中文名称', nameEn: '英文名称', kind: '部门类（如 环卫）', code: '编码（案号以此开头）', codeHint: '不填则顺序编号', parent: '隶属', parentHint: '只列出允许的上级：高一级以上的地域单位。下级单位一起移动。',
      addPlace: '在下面加{level}', addDepartment: '加部门', add: '加上', cancel: '不加', changed: '{unit} 已修改', added: '已加 {unit}', moved: '{unit} 已移动', retired: '{unit} 已撤销',
      retire: '撤销这个单位', sure: '新版本里不再有“{unit}”（现有 {people} 人）；以前的案卷和台账照旧。确定吗？', yes: '确定撤销', no: '不撤销',
      refused: {
        'below-itself': '不能移到它自己或下级之下。', 'below-department': '部门之下不能再设单位。', 'level-not-below': '层级必须低于上级单位。', 'is-top': '最上级单位不能移动或撤销。', 'has-units': '它还有下级单位。先移走或撤销下级。', 'id-taken': '这个编码已被使用。', 'no-lower-level': '这已是最低层级，不能再往下设。', 'name-missing': '中文和英文名称都要填。', 'kind-missing': '部门要填部门类，派遣规则按它找单位。',
      },
    },
  },
  en: {
    units: {
      tree: 'Units', find: 'Find by name, code or kind', count: '{count} units', nothing: 'No such unit', choose: 'Choose a unit at the left.', branch: 'Below {unit}', faulty: 'faulty',
      department: 'department', people: '{count} people', below: '{count} below', nameZh: 'Chinese name', nameEn: 'English name', kind: 'Kind of department (such as 环卫)', code: 'Code (numbers of its cases start with it)', codeHint: 'the next one, if left empty', parent: 'Belongs to', parentHint: 'Only where it may be: places of a higher level. What is below it moves too.',
      addPlace: 'Add below: {level}', addDepartment: 'Add a department', add: 'Add', cancel: 'Do not add', changed: '{unit} changed', added: '{unit} added', moved: '{unit} moved', retired: '{unit} taken out',
      retire: 'Take this unit out', sure: '"{unit}" will not be in the next version ({people} people now); cases and ledger of before stay as they are. Take it out?', yes: 'Yes, take it out', no: 'Keep it',
      refused: {
        'below-itself': 'It cannot stand below itself.', 'below-department': 'Nothing stands below a department.', 'level-not-below': 'Its level must be below that of the unit above.', 'is-top': 'The top unit stays where it is.', 'has-units': 'It has units below it: move or take those out first.', 'id-taken': 'This code is taken.', 'no-lower-level': 'This is the lowest level.', 'name-missing': 'It needs a Chinese and an English name.', 'kind-missing': 'A department needs a kind: routing rules find it by that.',
      },
    },
  },
};
