/** What the page of questions and answers says. */
export default {
  'zh-CN': {
    faq: {
      ask: '您想问什么', askHint: '如：居住证续签', often: '大家常问', found: '找到 {count} 条', none: '没有找到相近的问答。换个说法试试，或者告诉我们，会有人答复您。', empty: '这里还没有问答。', report: '我要咨询或反映',
    },
  },
  en: {
    faq: {
      ask: 'What would you like to know', askHint: 'such as: residence permit', often: 'Asked often', found: '{count} found', none: 'Nothing like it was found. Try other words, or tell us and somebody will answer.', empty: 'Nothing here yet.', report: 'Ask or report',
    },
  },
};
