/** 我要反映, 意见箱, 有奖批评. */
export default {
  'zh-CN': {
    reporting: {
      text: '说明', hint: { report: '发生了什么？例如：单元门口的路灯不亮，已有三天。', suggest: '您对社区、街道有什么建议？', criticise: '请写明哪个单位、什么时候、什么事。登记即受理，15 日内答复。' },
      category: '类别（可不选）', unsure: '不清楚，由工作人员判断', kind: '批评的事项', noCriticism: '这里没有开通有奖批评，可以写在意见箱里。',
      nature: '性质', natures: { HELP: '求助', COMPLAINT: '投诉', TIP_OFF: '举报', ENQUIRY: '咨询', SUGGESTION: '建议' }, tipOff: '举报对承办单位保密：他们看不到是谁举报的。',
      photos: '照片', camera: '拍照', album: '从相册选', remove: '去掉第 {n} 张照片', photo: '第 {n} 张照片', most: '最多 {most} 张', preparing: '正在处理照片…', unread: '有照片读不出来，没有加进去。请重新拍，或选 JPEG、PNG 图片（苹果手机：设置→相机→格式→兼容性最佳）。', chooseAgain: '页面重新打开过，照片请再选一次。',
      where: '地点', whereHint: '地名、门牌或附近的标志', found: '找到的地名', position: '用我的位置', locating: '正在定位…', refused: '没有得到定位许可，请写地名，或在地图上点。要恢复：浏览器设置 → 网站权限 → 位置。', noFix: '没有定位到，请写地名，或在地图上点。',
      map: '在地图上选', mapLabel: '地图，点一下标出位置', mapFailed: '地图没有加载出来，请写地名。', closeMap: '收起地图', byName: '或选一个地名', chosen: '已标出位置', near: '在{place}附近约 {metres} 米', at: '{place}', drop: '去掉位置',
      who: '怎么联系您', anonymous: '匿名', anonymousText: '凭编号查进度，办完不回访。', byPhone: '留手机号', byPhoneText: '办理结果告诉您，并请您评价。', known: '手机号已验证，结果会告诉您。', mustSignIn: '请先验证手机号。',
      send: '提交', proving: '正在做安全验证…', sending: '正在提交…', sendingPhotos: '正在传照片 {done}/{all}…', received: '已收到，谢谢。', number: '编号', keepNumber: '请记下编号，用它查进度。这台设备也会记住。',
      photosFailed: '{count} 张照片没有传上。', photosAgain: '再传一次', follow: '查进度', another: '再反映一件', asNew: '作为新的一件提交', needText: '请写几句说明。', needKind: '请选批评的事项。', signInAgain: '验证已过期，请重新验证手机号，写下的内容还在。',
    },
  },
  en: {
    reporting: {
      text: 'What', hint: { report: 'What happened? For example: the lamp at our entrance has been dark for three days.', suggest: 'What do you suggest to the community or the street?', criticise: 'Say which office, when, and what. It is taken on when registered and answered within 15 days.' },
      category: 'Kind (optional)', unsure: 'Not sure; the office decides', kind: 'What is criticised', noCriticism: 'There is no rewarded criticism here; use the suggestion box.',
      nature: 'Nature', natures: { HELP: 'Help', COMPLAINT: 'Complaint', TIP_OFF: 'Tip-off', ENQUIRY: 'Enquiry', SUGGESTION: 'Suggestion' }, tipOff: 'A tip-off is kept from the unit: it does not see who reported.',
      photos: 'Photos', camera: 'Take a photo', album: 'Choose photos', remove: 'Remove photo {n}', photo: 'Photo {n}', most: 'At most {most}', preparing: 'Preparing photos…', unread: 'A photo could not be read and was left out. Take it again, or choose JPEG or PNG (iPhone: Settings → Camera → Formats → Most Compatible).', chooseAgain: 'The page was opened anew; please choose the photos again.',
      where: 'Where', whereHint: 'A place, a house number or a landmark', found: 'Places found', position: 'Use my position', locating: 'Looking for your position…', refused: 'The position was not allowed. Write the place or tap the map. To allow it: browser settings → site permissions → location.', noFix: 'No position was found. Write the place or tap the map.',
      map: 'Choose on the map', mapLabel: 'Map, tap to set the position', mapFailed: 'The map did not load; please write the place.', closeMap: 'Close the map', byName: 'Or choose a place', chosen: 'Position set', near: 'about {metres} m from {place}', at: '{place}', drop: 'Remove the position',
      who: 'How to reach you', anonymous: 'Anonymous', anonymousText: 'Follow it by its number; nobody calls you back.', byPhone: 'By mobile', byPhoneText: 'You hear the outcome and are asked to rate it.', known: 'Your mobile is confirmed; you will hear the outcome.', mustSignIn: 'Please confirm your mobile first.',
      send: 'Send', proving: 'Doing a safety check…', sending: 'Sending…', sendingPhotos: 'Sending photos {done}/{all}…', received: 'Received, thank you.', number: 'Number', keepNumber: 'Keep the number to follow it. This device remembers it too.',
      photosFailed: '{count} photos were not sent.', photosAgain: 'Send them again', follow: 'Follow it', another: 'Report another', asNew: 'Send it as a new matter', needText: 'Please say it in a few words.', needKind: 'Please choose what is criticised.', signInAgain: 'The confirmation is over; confirm your mobile again. What you typed stays.',
    },
  },
};
