/** What every surface says. */
export default {
  'zh-CN': {
    product: '网格',
    motto: { community: '小事不出社区，', street: '大事不出街道' },
    signIn: {
      username: '用户名', password: '密码', enter: '登录', over: '登录已过期，请重新登录。',
    },
    signOut: '退出',
    language: { other: 'EN', switch: 'Change to English' },
    rooms: {
      label: '房间', report: '上报', hotline: '来电', approvals: '审批', oversight: '督查', inbox: '待办', dispatching: '派遣', callbacks: '回访', audit: '审计', orders: '交办', ledger: '台账', bulletins: '通报',
      imports: '导入', administration: '管理', screens: '大屏', notices: '通知', field: '外勤', atTheBottom: '底部房间',
    },
    whoami: { more: '等 {count} 处' },
    problem: { repeat: '再发一次', code: '代码' },
    loading: '加载中…',
  },
  en: {
    product: 'Wangge',
    motto: { community: 'Small matters are settled in the community, ', street: 'big ones in the street.' },
    signIn: {
      username: 'User name', password: 'Password', enter: 'Sign in', over: 'You were signed out; sign in again.',
    },
    signOut: 'Sign out',
    language: { other: '中文', switch: '改用中文' },
    rooms: {
      label: 'Rooms', report: 'Report', hotline: 'Calls', approvals: 'Approvals', oversight: 'Oversight', inbox: 'To do', dispatching: 'Dispatch', callbacks: 'Callbacks', audit: 'Audit', orders: 'Orders', ledger: 'Ledger', bulletins: 'Bulletins',
      imports: 'Import', administration: 'Administration', screens: 'Screens', notices: 'Notices', field: 'Field', atTheBottom: 'Rooms at the bottom',
    },
    whoami: { more: 'and others, {count} in all' },
    problem: { repeat: 'Send again', code: 'Code' },
    loading: 'Loading…',
  },
};
