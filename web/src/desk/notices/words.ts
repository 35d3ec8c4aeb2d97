/** What the bell and the list of notices say. */
export default {
  'zh-CN': {
    notices: {
      title: '通知', all: '全部', unread: '未读', allRead: '全部标为已读', markRead: '标为已读', unreadCount: '{count} 条未读', many: '{count} 条', urgent: '紧急', earlier: '更早的',
      none: '还没有通知', noneUnread: '没有未读的通知', noneHint: '交办、督办、时限提醒会自动出现在这里。',
      how: '通知方式', ways: '除本页外，还用', channel: { SMS: '短信', PUSH: '推送', WECHAT: '微信' }, here: '这台电脑', pushHere: '关着页面也在这台电脑上提醒', denied: '浏览器已禁止本站提醒；请在浏览器的网站设置里允许。', unsupported: '这个浏览器不能在关着页面时提醒；请换新版的 Chrome、Edge 或 Firefox。', pushFailed: '没有开通：浏览器连不上它的推送服务。',
      quiet: '安静时段', quietOn: '安静时段推送不响（手机和电脑都算）', from: '从', to: '到', quietHint: '紧急案卷不受限制。', saved: '已保存', subjects: '要提醒的内容',
      subject: {
        'limit-near': '时限提醒', 'limit-near-below': '下级时限提醒', 'limit-over-below': '下级超期', 'extension-asked': '延期申请', 'extension-endorsed': '延期待批', 'extension-granted': '延期已批', 'extension-declined': '延期未批',
        'suspension-asked': '挂账申请', 'suspension-declined': '挂账未批', 'escalation-asked': '提级申请', 'escalation-declined': '提级未批', 'helper-named': '协办任务', 'moved-up': '到期上移', 'leaders-list': '领导清单', 'reopening-asked': '要求重办', 'callback-visit': '上门回访',
      },
    },
  },
  en: {
    notices: {
      title: 'Notices', all: 'All', unread: 'Unread', allRead: 'Mark all as read', markRead: 'Mark as read', unreadCount: '{count} unread', many: '{count} of them', urgent: 'Emergency', earlier: 'Earlier',
      none: 'No notices yet', noneUnread: 'Nothing unread', noneHint: 'Orders, supervision and reminders of limits appear here by themselves.',
      how: 'How to be told', ways: 'Besides this page, by', channel: { SMS: 'Short message', PUSH: 'Push', WECHAT: 'WeChat' }, here: 'This computer', pushHere: 'Tell me on this computer while the page is closed', denied: 'The browser forbids notifications of this site; allow them in its site settings.', unsupported: 'This browser cannot tell you while the page is closed; use a newer Chrome, Edge or Firefox.', pushFailed: 'Not switched on: the browser cannot reach its push service.',
      quiet: 'Quiet hours', quietOn: 'No sound in quiet hours, on phones and computers alike', from: 'from', to: 'to', quietHint: 'Emergencies are told at any hour.', saved: 'Saved', subjects: 'What to be told of',
      subject: {
        'limit-near': 'Limits that come near', 'limit-near-below': 'Limits near, units below', 'limit-over-below': 'Overdue, units below', 'extension-asked': 'Extensions asked', 'extension-endorsed': 'Extensions to approve', 'extension-granted': 'Extensions granted', 'extension-declined': 'Extensions declined',
        'suspension-asked': 'Suspensions asked', 'suspension-declined': 'Suspensions declined', 'escalation-asked': 'Escalations asked', 'escalation-declined': 'Escalations declined', 'helper-named': 'Tasks as helper', 'moved-up': 'Moved up by time', 'leaders-list': 'Leaders\' list', 'reopening-asked': 'Reopening asked', 'callback-visit': 'Visits to make',
      },
    },
  },
};
