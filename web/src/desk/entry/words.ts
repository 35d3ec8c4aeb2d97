/** What the parts of a report's form say, wherever staff write one. */
export default {
  'zh-CN': {
    entry: {
      category: '类别', categoryHint: '代码或名称：0601、井盖…', noCategory: '没有这个类别；不选也可以。', suggested: '按文字建议', because: '把握 {percent}%，因“{words}”',
      place: '地点', placeHint: '江滨苑、jby、南门菜场…', noPlace: '地名库里没有，按文字登记。', map: '网格图，点一下标出位置', metres: '{metres} 米', sameGrid: '同一网格',
      grid: '网格', gridOfPlace: '按地点定', already: '附近已有人报过', follow: '就是它，关注进展', notTheSame: '不是同一件', minutesAgo: '{count} 分钟前', hoursAgo: '{count} 小时前',
      nature: '性质', natures: { ENQUIRY: '咨询', HELP: '求助', COMPLAINT: '投诉', TIP_OFF: '举报', SUGGESTION: '建议' },
      urgentWord: '文字里有“{word}”：会按紧急处理。',
    },
  },
  en: {
    entry: {
      category: 'Category', categoryHint: 'Code or name: 0601, manhole…', noCategory: 'No such category; one may do without.', suggested: 'Suggested by the text', because: '{percent} % sure, because of "{words}"',
      place: 'Place', placeHint: 'A name, pinyin or initials', noPlace: 'Not in the gazetteer: kept as it is written.', map: 'Map of the grids: a tap sets the position', metres: '{metres} m', sameGrid: 'same grid',
      grid: 'Grid', gridOfPlace: 'by the place', already: 'Reported nearby already', follow: 'The same: follow it', notTheSame: 'Not the same', minutesAgo: '{count} min ago', hoursAgo: '{count} h ago',
      nature: 'Nature', natures: { ENQUIRY: 'Enquiry', HELP: 'Request for help', COMPLAINT: 'Complaint', TIP_OFF: 'Tip-off', SUGGESTION: 'Suggestion' },
      urgentWord: 'The text says "{word}": it will be urgent.',
    },
  },
};
