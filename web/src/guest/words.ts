/** What the residents' page says around its rooms. */
export default {
  'zh-CN': {
    front: {
      title: '居民随手报', home: '首页', report: '我要反映', reportText: '路灯不亮、井盖破损、噪声扰民……拍张照，说一声', track: '查进度', number: '编号', numberHint: '如 261123-0001',
      look: '查询', more: '更多', suggest: '意见箱', criticise: '有奖批评', mine: '我的上报和通知', faq: '常见问答', here: '在这台设备上反映过', none: '还没有。反映之后编号会记在这里。',
      offline: '现在没有网络。写下的内容还在，有网络后再提交。', closed: '这里没有开通网上反映，请拨打服务热线。', failed: '没有加载出来', again: '再试一次', urgent: '有人受伤、起火、燃气泄漏：请先打 110、119 或 120。',
    },
    code: {
      phone: '手机号', phoneHint: '11 位手机号', ask: '获取验证码', asking: '正在发送…', wait: '{seconds} 秒后可再发', sent: '验证码已发送，五分钟内有效。', code: '验证码', confirm: '验证', checking: '正在验证…',
      tooMany: '等不及的话，可以匿名反映，或拨打热线。',
    },
  },
  en: {
    front: {
      title: 'Report and follow', home: 'Start', report: 'Report a matter', reportText: 'A dark street lamp, a broken manhole cover, noise: a photo and a word', track: 'Follow a report', number: 'Number', numberHint: 'such as 261123-0001',
      look: 'Look', more: 'More', suggest: 'Suggestion box', criticise: 'Rewarded criticism', mine: 'My reports and notices', faq: 'Questions and answers', here: 'Reported on this device', none: 'Nothing yet. After a report its number is kept here.',
      offline: 'There is no network now. What you typed stays; send it when there is.', closed: 'Nothing is taken in online here; please call the hotline.', failed: 'It could not be loaded', again: 'Try again', urgent: 'Somebody hurt, a fire, a gas leak: call 110, 119 or 120 first.',
    },
    code: {
      phone: 'Mobile', phoneHint: '11 digits', ask: 'Send a code', asking: 'Sending…', wait: 'Again in {seconds} s', sent: 'The code was sent; it is good for five minutes.', code: 'Code', confirm: 'Confirm', checking: 'Checking…',
      tooMany: 'Rather than wait, report anonymously or call the hotline.',
    },
  },
};
