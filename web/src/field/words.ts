/** What a grid worker's phone says. */
export default {
  'zh-CN': {
    field: {
      unfit: {
        title: '这个浏览器里不能用外勤端',
        text: '外勤端要在手机上加密保存待传的上报，需要 https 地址和较新的浏览器（Chrome 109、iOS 15.4 以上，不要用无痕模式）。',
        desk: '打开网页版',
      },
      broken: { title: '手机里的外勤数据打不开', text: '手机存储可能已满，或另一个外勤页面开着旧版本。请关掉其他外勤页面、清理手机空间后再打开；待传的内容没有删除。', again: '再打开一次' },
      nav: { label: '外勤', home: '任务', queue: '待传', grid: '我的网格', more: '我' },
      sync: {
        label: '传输状态', allThere: '全部已传', allThereAt: '全部已传 · {time}', waiting: '待传 {count} 件', offline: '没有信号', sending: '传输中…',
        needsYou: '{count} 件要您处理', photos: '还有 {count} 张照片', now: '立即同步', signIn: '登录已过期，重新登录后继续传', full: '手机存储已满，请清理空间；待传的内容不会丢。', away: '服务器暂时连不上：待传的内容留在手机里，会自动再试；任务是上次读到的。', notPersistent: '浏览器没有答应长期保存，请尽早联网上传。',
        clock: '手机时间与服务器相差 {minutes} 分钟，期限按服务器时间显示。',
      },
      pin: {
        hello: '{name}，请输入本机 PIN', label: '本机 PIN', open: '打开', wrong: 'PIN 不对，再试一次。', wait: '已错 {count} 次，请稍等几秒。',
        passwordToo: '{name}，您好。请再输一次密码：这部手机里的内容用它上锁，以后用 PIN 打开。',
        forgotten: '忘了 PIN，用密码登录', someoneElse: '换人登录', newTitle: '设一个本机 PIN',
        newText: '4 到 8 位数字，没有信号或登录过期时用它打开。手机里的上报用它加密，别人看不到。', again: '再输一遍', set: '设好了',
        tooEasy: '太容易猜了：请用 4 到 8 位、不连号不重复的数字。', differ: '两次输入的不一样。', full: '手机存储已满，PIN 没有设成。请清理手机空间后再按一次。',
      },
      home: {
        photo: '拍照上报', noPhoto: '不拍照，直接上报', tasks: '我的任务', noTasks: '现在没有任务。', loading: '正在读取任务…', notYet: '联网同步一次后，任务会存在手机里。',
        confirm: '核实', check: '核查', accept: '受理', complete: '处置', visit: '上门回访', goOn: '继续写没提交的上报',
      },
      late: '已超期', urgent: '紧急',
      report: {
        title: '上报', what: '是什么事', unsure: '不确定', unsureText: '有一处情况需要处理，类别不确定', search: '搜更多类别：拼音首字母、名称、编号', none: '没有这个类别，可以选“不确定”。',
        text: '说明', where: '在哪里', locating: '正在定位…', here: '已定位，误差约 {metres} 米', refused: '没有获得定位授权，按网格上报，也可以在地图上点。要恢复：浏览器设置 → 网站权限 → 位置。',
        noFix: '取不到位置，按网格上报，也可以在地图上点。', picked: '地图上选的位置', grid: '网格', outside: '不在外勤包里的网格', map: '在地图上选', locate: '重新定位',
        emergency: '紧急', onSpot: '已现场解决', how: '怎么解决的', howText: '已现场处理', before: '处置前照片', after: '处置后照片', camera: '拍照', again: '再拍一张', remove: '去掉这张',
        resident: '居民联系方式（回访用）', name: '称呼', phone: '电话', submit: '提交', storing: '正在存到手机…', photoUnread: '这张照片读不出来，没有加进去。请用相机重新拍，或选 JPEG、PNG 图片（苹果手机：设置→相机→格式→兼容性最佳）。',
        full: '手机存储已满，还没有存下。请清理手机空间后再按“提交”，或去掉照片先提交文字。', failed: '没有存下：{why}', discard: '不报了', discardSure: '丢弃这条没提交的上报？', preparing: '正在处理照片…', noCamera: '没有拍到照片。相机打不开时：手机设置 → 应用 → 浏览器 → 权限 → 相机，选“允许”；也可以从相册选，或不带照片提交。', album: '从相册选',
      },
      queue: {
        title: '待传与已传', full: '手机存储已满，没有改成。请清理手机空间后再试；内容没有丢。', empty: '还没有上报过。', WAITING: '待传', SENDING: '传输中', RECEIVED: '已收到', NEEDS_YOU: '要您处理', photosLeft: '照片 {done}/{all} 已传', photoRefused: '有照片没收下', edit: '修改后再传', retry: '再试一次',
        look: '看任务现状', discard: '丢弃', discardSure: '真的丢弃“{title}”？丢弃后找不回来。', lost: '照片在手机里找不到了，可能被系统清理。', dropPhoto: '不要这张照片', receivedAt: '{time} 收到', at: '{time} 记下',
      },
      task: {
        gone: '这项任务不在您的列表里了，可能已由别人办完。', back: '回到任务', due: '期限', place: '地点', number: '案号',
        acceptTitle: '派给本网格，受理后开始处置', completeTitle: '处置完成了吗', done: '怎么处置的', completeText: '已现场处置完成', confirmTitle: '核实：情况属实吗', checkTitle: '核查：处置到位了吗', filed: '属实，立案', notFiled: '不属实，不立案', passed: '到位', notPassed: '不到位，返工',
        found: '现场看到什么', filedText: '现场查看，情况属实', notFiledText: '现场查看，没有发现所报情况', passedText: '现场查看，已处置到位', notPassedText: '现场查看，仍未处置到位', reason: '不立案的理由', photo: '现场照片', send: '提交', readonly: '这件请在网页版办理。', desk: '在网页版打开',
      },
      visit: {
        question: '问居民：问题解决了吗', settled: '解决了', notSettled: '没解决', away: '不在家', how: '满意吗', grade: { VERY_SATISFIED: '非常满意', SATISFIED: '满意', FAIR: '一般', UNSATISFIED: '不满意' },
        words: '居民的话（可不填）', note: '备注（可不填）', judgedLater: '照实提交即可：是不是承办单位的责任，由回访员判定。', tried: '已试 {count} 次没找到人', who: '问的是哪一位', reporter: '反映人 {n}',
        contact: '联系方式', showContact: '查看联系方式', noName: '没有留称呼', noPhone: '没有留电话', onLedger: '这次查看已记入台账，不会存在手机里。', contactOffline: '没有信号，查不了联系方式；可以先按地点上门，结果会存在手机里待传。', reason: '上门回访',
        gone: '这件回访不在您的列表里了，可能已由别人问过。', over: '这件已经回访过了，或不再需要上门。', lookAgain: '请看一下现状，确认后再提交；不会自动重发。', full: '手机存储已满，还没有存下。请清理手机空间后再按“提交”。',
      },
      grid: { title: '我的网格', list: '图上各点', none: '还没有外勤包，联网同步一次后可离线查看。', own: '我的', task: '任务', mine: '我报的', mapLabel: '网格图，下面的列表内容相同', mapFailed: '地图没有加载出来（没有信号时第一次打开会这样），下面的列表内容相同。' },
      reminders: {
        title: '提醒', push: '关着应用也在这部手机上提醒', quiet: '安静时段', quietOn: '安静时段推送不响', from: '从', to: '到', emergencies: '紧急案卷不受限制。手机和电脑同一个设置。', saved: '已保存', loading: '正在读取…',
        none: '本地区没有开通推送；新任务打开应用就能看到。', unsupported: '这个浏览器收不了推送。iPhone 请先用“添加到主屏幕”安装，再从主屏幕打开；安卓请用新版 Chrome。', denied: '提醒已被禁止。要恢复：浏览器设置 → 网站权限 → 通知，选“允许”。',
        failed: '没有开通：这部手机连不上它的推送服务。新任务打开应用就能看到。', offline: '没有信号，联网后可以设置提醒。', signIn: '登录已过期，重新登录后可以设置提醒。',
      },
      me: {
        title: '我', signOut: '退出登录', sure: '还有 {count} 件没传。它们加密留在本机，您下次用 PIN 或密码打开后继续传。要退出吗？', newPin: '换一个 PIN', desk: '打开网页版', language: '语言',
      },
      cancel: '取消',
    },
  },
  en: {
    field: {
      unfit: {
        title: 'The field app does not work in this browser',
        text: 'It keeps what waits to be sent sealed on the phone, which takes an https address and a newer browser (Chrome 109, iOS 15.4 or later, not in private mode).',
        desk: 'Open the desk version',
      },
      broken: { title: 'What is kept on this phone cannot be opened', text: 'The phone may be full, or another field page holds an older version. Close other field pages, make room, and open it again; what waits was not deleted.', again: 'Open it again' },
      nav: { label: 'Field', home: 'Tasks', queue: 'Outbox', grid: 'My grid', more: 'Me' },
      sync: {
        label: 'Sending', allThere: 'Everything is sent', allThereAt: 'Everything is sent · {time}', waiting: '{count} waiting', offline: 'No signal', sending: 'Sending…',
        needsYou: '{count} need you', photos: '{count} photos to go', now: 'Sync now', signIn: 'You were signed out; sign in to go on sending', full: 'The phone is full, make room; what waits is not lost.', away: 'The service cannot be reached: what waits stays on the phone and is tried again; the tasks are those read last.', notPersistent: 'The browser did not promise to keep this: go online soon.',
        clock: 'The phone\'s clock is {minutes} minutes off; limits follow the service\'s clock.',
      },
      pin: {
        hello: '{name}, enter the PIN of this phone', label: 'PIN of this phone', open: 'Open', wrong: 'Wrong PIN, try again.', wait: 'Wrong {count} times: wait a few seconds.',
        passwordToo: 'Welcome, {name}. Your password once more: it seals what this phone keeps, and the PIN opens it from then on.',
        forgotten: 'Forgotten: sign in with the password', someoneElse: 'Somebody else', newTitle: 'Set a PIN for this phone',
        newText: '4 to 8 digits. It opens the app without signal or when the session is over, and seals what waits on this phone from everybody else.', again: 'Once more', set: 'Set it',
        tooEasy: 'Too easy to guess: 4 to 8 digits, not in a row and not all the same.', differ: 'The two differ.', full: 'The phone is full: the PIN was not set. Make room and press again.',
      },
      home: {
        photo: 'Photo and report', noPhoto: 'Report without a photo', tasks: 'My tasks', noTasks: 'No tasks now.', loading: 'Reading the tasks…', notYet: 'After the first sync with a network the tasks are kept on the phone.',
        confirm: 'Confirm', check: 'Check', accept: 'Accept', complete: 'Settle', visit: 'Visit', goOn: 'Go on with the report that was not submitted',
      },
      late: 'Overdue', urgent: 'Urgent',
      report: {
        title: 'Report', what: 'What is it', unsure: 'Not sure', unsureText: 'Something needs attention, category not known', search: 'More: pinyin initials, name, number', none: 'No such category; "Not sure" will do.',
        text: 'Description', where: 'Where', locating: 'Finding the position…', here: 'Position found, about {metres} m', refused: 'The position was refused: the report goes by its grid, or tap the map. To allow it: browser settings → site permissions → location.',
        noFix: 'No position: the report goes by its grid, or tap the map.', picked: 'Chosen on the map', grid: 'Grid', outside: 'A grid outside the field pack', map: 'Choose on the map', locate: 'Find again',
        emergency: 'Emergency', onSpot: 'Settled on the spot', how: 'How it was settled', howText: 'Settled on the spot', before: 'Photo before', after: 'Photo after', camera: 'Take a photo', again: 'One more', remove: 'Remove this one',
        resident: 'Resident to call back', name: 'Name', phone: 'Phone', submit: 'Submit', storing: 'Storing on the phone…', photoUnread: 'This photo cannot be read and was not added. Take it again with the camera, or choose a JPEG or PNG (iPhone: Settings → Camera → Formats → Most Compatible).',
        full: 'The phone is full: nothing was stored. Make room and press "Submit" again, or remove the photo and submit the text.', failed: 'Not stored: {why}', discard: 'Do not report', discardSure: 'Discard this report that was not submitted?', preparing: 'Preparing the photo…', noCamera: 'No photo was taken. If the camera does not open: phone settings → apps → browser → permissions → camera. You can choose one from the album, or report without.', album: 'From the album',
      },
      queue: {
        title: 'Waiting and sent', full: 'The phone is full: nothing was changed, and nothing is lost. Make room and try again.', empty: 'Nothing reported yet.', WAITING: 'Waiting', SENDING: 'Sending', RECEIVED: 'Received', NEEDS_YOU: 'Needs you', photosLeft: 'Photos {done}/{all} sent', photoRefused: 'A photo was not taken', edit: 'Change and send again', retry: 'Try again',
        look: 'See the task as it is', discard: 'Discard', discardSure: 'Really discard "{title}"? It cannot be brought back.', lost: 'The photo is no longer on the phone; the system may have removed it.', dropPhoto: 'Leave this photo out', receivedAt: 'Received {time}', at: 'Noted {time}',
      },
      task: {
        gone: 'This task is no longer in your list; somebody else may have done it.', back: 'Back to the tasks', due: 'Due', place: 'Place', number: 'Case number',
        acceptTitle: 'Given to this grid: accept it to begin', completeTitle: 'Is it settled?', done: 'What was done', completeText: 'Settled on site', confirmTitle: 'Confirm: is it so?', checkTitle: 'Check: is it done?', filed: 'It is so, file it', notFiled: 'It is not so, do not file', passed: 'Done', notPassed: 'Not done, back to work',
        found: 'What was found', filedText: 'Looked at on site: it is as reported', notFiledText: 'Looked at on site: nothing of what was reported', passedText: 'Looked at on site: it is done', notPassedText: 'Looked at on site: it is not done', reason: 'Why it is not filed', photo: 'Photo on site', send: 'Submit', readonly: 'Use the desk version for this one.', desk: 'Open in the desk version',
      },
      visit: {
        question: 'Ask the resident: is it settled?', settled: 'Settled', notSettled: 'Not settled', away: 'Nobody at home', how: 'How satisfied?', grade: { VERY_SATISFIED: 'Very satisfied', SATISFIED: 'Satisfied', FAIR: 'Fair', UNSATISFIED: 'Unsatisfied' },
        words: 'In their words (optional)', note: 'Note (optional)', judgedLater: 'Submit it as it was said: a callback clerk judges whether the unit is at fault.', tried: 'Tried {count} times without meeting anybody', who: 'Who was asked', reporter: 'Reporter {n}',
        contact: 'Contact', showContact: 'Show the contact', noName: 'No name was left', noPhone: 'No number was left', onLedger: 'This look stands in the ledger, and is not kept on the phone.', contactOffline: 'No signal: the contact cannot be shown. Go by the place; the outcome waits on the phone.', reason: 'Callback at the door',
        gone: 'This callback is no longer in your list; somebody else may have asked.', over: 'This one was asked already, or needs no visit any more.', lookAgain: 'Look at how it stands, then submit again; nothing is sent by itself.', full: 'The phone is full: nothing was stored. Make room and press "Submit" again.',
      },
      grid: { title: 'My grid', list: 'What is on the map', none: 'No field pack yet; after the first sync with a network it works without one.', own: 'mine', task: 'Task', mine: 'Reported by me', mapLabel: 'Map of the grids; the list below says the same', mapFailed: 'The map did not load (so it is at the first time without signal); the list below says the same.' },
      reminders: {
        title: 'Reminders', push: 'Tell me on this phone while the app is closed', quiet: 'Quiet hours', quietOn: 'No sound in quiet hours', from: 'from', to: 'to', emergencies: 'Emergencies are told at any hour. The same for phones and computers.', saved: 'Saved', loading: 'Loading…',
        none: 'The district pushes nothing; new tasks are there when you open the app.', unsupported: 'This browser cannot be pushed to. On an iPhone add the app to the home screen and open it there; on Android use a newer Chrome.', denied: 'Notifications are forbidden. To allow them: browser settings → site permissions → notifications.',
        failed: 'Not switched on: this phone cannot reach its push service. New tasks are there when you open the app.', offline: 'No signal: reminders can be set with a network.', signIn: 'You were signed out; sign in to set reminders.',
      },
      me: {
        title: 'Me', signOut: 'Sign out', sure: '{count} are not sent yet. They stay sealed on this phone and go on when you open it by PIN or password. Sign out?', newPin: 'Change the PIN', desk: 'Open the desk version', language: 'Language',
      },
      cancel: 'Cancel',
    },
  },
};
