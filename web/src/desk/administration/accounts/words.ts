/** What is said of the accounts of one member of staff. */
export default {
  'zh-CN': {
    accounts: {
      title: '登录账号', atOnce: '以下改动马上生效，不随草稿；谁做的、何时做的，都在台账里。', none: '还没有账号，不能登录。', username: '用户名', usernameHint: '小写字母、数字、点、横线，3 个以上', open: '开通账号', notYet: '名单启用以后才能给新人员开通账号。',
      standings: { DISABLED: '已停用', LOCKED: '已锁定，{at} 自动解开', ONE_TIME: '等待首次登录，一次性密码 {at} 前有效', ONE_TIME_OVER: '一次性密码已过期，请重置', IN_USE: '在用' },
      signedIn: '在 {count} 处登录，最近 {at}', signedOut: '没有登录', own: '这是您自己的账号：密码在“我的账号”里改；停用要请另一位管理员。',
      acts: { reset: '重置密码', out: '强制退出', disable: '停用', enable: '启用' },
      follows: {
        reset: '“{name}”现在的密码马上作废，所有登录都会退出；您会得到一个一次性密码，只显示一次，请当面或打电话告诉本人。本人首次登录要换成自己的密码。',
        out: '“{name}”在所有电脑和手机上马上退出，密码不变，可以再登录。手机里没传的上报仍加密留在手机上。',
        disable: '“{name}”不能再用 {username} 登录，已登录的马上退出。名下的办件不受影响，要转给别人请另行派遣。', enable: '“{name}”可以再用 {username} 和原来的密码登录。',
      },
      reason: '停用原因（记入台账）', yes: { reset: '确定重置', out: '确定退出', disable: '确定停用', enable: '确定启用' }, no: '先不',
      password: '一次性密码，只显示这一次', copy: '复制', copied: '已复制', until: '{at} 前有效。请告诉本人，登录时换成自己的密码。', hide: '已告诉本人，收起', done: { reset: '密码已重置', out: '已全部退出', disable: '已停用', enable: '已启用', open: '账号已开通' },
    },
  },
  en: {
    accounts: {
      title: 'Accounts', atOnce: 'These take effect at once, not with the draft; who did it and when stands in the ledger.', none: 'No account yet: this person cannot sign in.', username: 'User name', usernameHint: 'small letters, digits, dot, dash; three or more', open: 'Open an account', notYet: 'A new person gets an account once the list is in force.',
      standings: { DISABLED: 'Disabled', LOCKED: 'Locked, opens by itself {at}', ONE_TIME: 'Waits for the first sign-in; the one-time password is good until {at}', ONE_TIME_OVER: 'The one-time password expired: reset it', IN_USE: 'In use' },
      signedIn: 'Signed in at {count} places, lately {at}', signedOut: 'Not signed in', own: 'Your own account: change the password under "My account"; another administrator can disable it.',
      acts: { reset: 'Reset the password', out: 'Sign out everywhere', disable: 'Disable', enable: 'Enable' },
      follows: {
        reset: 'The present password of "{name}" is worth nothing at once, and every sign-in ends. You get a password for one time, shown once: tell it in person or on the telephone. At the first sign-in another one takes its place.',
        out: '"{name}" is signed out at once on all computers and telephones; the password stays and they may sign in again. What waits on a phone stays there, sealed.',
        disable: '"{name}" can no longer sign in as {username}, and is signed out at once. Cases held are not touched: dispatch them to somebody else where needed.', enable: '"{name}" may sign in as {username} again, with the same password as before.',
      },
      reason: 'Reason (stands in the ledger)', yes: { reset: 'Yes, reset', out: 'Yes, sign out', disable: 'Yes, disable', enable: 'Yes, enable' }, no: 'Not now',
      password: 'Password for one time, shown this once', copy: 'Copy', copied: 'Copied', until: 'Good until {at}. Tell the person; another one takes its place as they sign in.', hide: 'They know it: put it away', done: { reset: 'The password was reset', out: 'Signed out everywhere', disable: 'Disabled', enable: 'Enabled', open: 'The account is open' },
    },
  },
};
