/** What the book of questions and answers says to whoever keeps it. */
export default {
  'zh-CN': {
    articles: {
      help: '坐席当场答复用的问答，保存后马上生效。勾选“对居民公开”的，居民不用登录就能在“常见问答”里看到：只写能公开的话，不写姓名和电话。', find: '按问题、关键词找', add: '新问答', none: '没有这样的问答。', used: '用过 {count} 次', open: '已公开',
      question: '问题', answer: '答复', keywords: '别的说法（空格隔开）', category: '类别编码（可空）', published: '对居民公开', retire: '停用', retireSure: '停用后坐席和居民都看不到，用过的记录不受影响。停用吗？', retireYes: '确定停用', no: '先不',
      save: '保存', savedOpen: '已保存，居民现在能看到', saved: '已保存，只有坐席能看到', retired: '已停用', edit: '一条问答', choose: '从左边选一条，或写一条新的。',
    },
  },
  en: {
    articles: {
      help: 'What agents answer on the spot; it holds as soon as it is saved. What is marked public, residents read under "Questions and answers" without signing in: nothing that is not for everybody, no names, no numbers.', find: 'Find by question or keyword', add: 'New', none: 'Nothing like it.', used: 'used {count} times', open: 'public',
      question: 'Question', answer: 'Answer', keywords: 'Other words for it (with blanks between)', category: 'Code of a category (may be empty)', published: 'Public: residents read it', retire: 'Retire', retireSure: 'Neither agents nor residents see it any more; what was answered with it stays. Retire it?', retireYes: 'Yes, retire it', no: 'Not now',
      save: 'Save', savedOpen: 'Saved; residents see it now', saved: 'Saved; agents alone see it', retired: 'Retired', edit: 'One question', choose: 'Choose one at the left, or write a new one.',
    },
  },
};
