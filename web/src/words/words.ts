/** What every surface says. */
export default {
  'zh-CN': {
    product: '网格',
    motto: { community: '小事不出社区，', street: '大事不出街道' },
    signIn: {
      username: '用户名', password: '密码', enter: '登录', over: '登录已过期，请重新登录。',
      newPassword: '新密码', again: '再输一遍新密码', rule: '至少 10 个字符，不含用户名。几个词连成一句最好记。', differ: '两次输入的新密码不一样。', change: '修改密码', present: '现在的密码', changeNow: '改密码', changing: '正在修改…',
      changed: '密码已改。您在别处的登录都已退出，这里不受影响。', elsewhere: '改好后，您在其他电脑和手机上的登录会全部退出。', account: '我的账号', field: '网格员：打开外勤',
    },
    signOut: '退出',
    skip: '跳到内容',
    language: { other: 'EN', switch: 'Change to English' },
    rooms: {
      label: '房间', report: '上报', hotline: '来电', approvals: '审批', oversight: '督查', inbox: '待办', dispatching: '派遣', callbacks: '回访', audit: '审计', orders: '交办', ledger: '台账', bulletins: '通报', figures: '统计',
      imports: '导入', administration: '管理', screens: '大屏', notices: '通知', print: '打印', account: '账号', field: '外勤', atTheBottom: '底部房间',
    },
    whoami: { more: '等 {count} 处' },
    forbidden: { title: '“{room}”不归您的角色', text: '您现在用 {username} 登录，这个账号进不了这里。', remedy: '要进来，请管理员给您加角色，或换有权限的账号登录。', home: '去“{room}”' },
    problem: { repeat: '再发一次', fetch: '再取一次', code: '代码' },
    loading: '加载中…',
    map: { closer: '放大', farther: '缩小', byKeys: '（方向键移动，加减键缩放，回车选中间的位置）' },
    states: {
      PENDING_CONFIRMATION: '待核实', PENDING_DISPATCH: '待派遣', PENDING_ACCEPTANCE: '待受理', IN_PROGRESS: '处置中', SUSPENDED: '挂账', PENDING_CHECK: '待核查', PENDING_CALLBACK: '待回访',
      PENDING_DECISION: '待裁定', CLOSED: '结案', NOT_FILED: '不予立案', CANCELLED: '作废', REFERRED_OUTSIDE: '转外部', MERGED: '并案',
    },
  },
  en: {
    product: 'Wangge',
    motto: { community: 'Small matters are settled in the community, ', street: 'big ones in the street.' },
    signIn: {
      username: 'User name', password: 'Password', enter: 'Sign in', over: 'You were signed out; sign in again.',
      newPassword: 'New password', again: 'New password once more', rule: 'At least 10 characters, without the user name. Some words in a row are easiest to remember.', differ: 'The two are not the same.', change: 'Change password', present: 'Present password', changeNow: 'Change it', changing: 'Changing…',
      changed: 'The password is changed. You were signed out everywhere else; here you go on.', elsewhere: 'You will be signed out on all other computers and telephones.', account: 'My account', field: 'Grid workers: open the field app',
    },
    signOut: 'Sign out',
    skip: 'Skip to content',
    language: { other: '中文', switch: '改用中文' },
    rooms: {
      label: 'Rooms', report: 'Report', hotline: 'Calls', approvals: 'Approvals', oversight: 'Oversight', inbox: 'To do', dispatching: 'Dispatch', callbacks: 'Callbacks', audit: 'Audit', orders: 'Orders', ledger: 'Ledger', bulletins: 'Bulletins', figures: 'Figures',
      imports: 'Import', administration: 'Administration', screens: 'Screens', notices: 'Notices', print: 'Print', account: 'Account', field: 'Field', atTheBottom: 'Rooms at the bottom',
    },
    whoami: { more: 'and others, {count} in all' },
    forbidden: { title: '"{room}" is not for your role', text: 'You are signed in as {username}, who may not enter here.', remedy: 'Ask an administrator for the role, or sign in as somebody who has it.', home: 'Go to "{room}"' },
    problem: { repeat: 'Send again', fetch: 'Fetch again', code: 'Code' },
    loading: 'Loading…',
    map: { closer: 'Closer', farther: 'Farther', byKeys: '(arrow keys move it, plus and minus zoom, Enter takes the middle)' },
    states: {
      PENDING_CONFIRMATION: 'To confirm', PENDING_DISPATCH: 'To dispatch', PENDING_ACCEPTANCE: 'To accept', IN_PROGRESS: 'In progress', SUSPENDED: 'Suspended', PENDING_CHECK: 'To check', PENDING_CALLBACK: 'Callback',
      PENDING_DECISION: 'To decide', CLOSED: 'Closed', NOT_FILED: 'Not filed', CANCELLED: 'Cancelled', REFERRED_OUTSIDE: 'Referred outside', MERGED: 'Merged',
    },
  },
};
