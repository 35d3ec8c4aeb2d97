/** 请您评价. */
export default {
  'zh-CN': {
    rating: {
      title: '请您评价', about: '您反映的事情', settled: '问题解决了吗', yes: '解决了', no: '没解决', grade: '满意吗', grades: { VERY_SATISFIED: '非常满意', SATISFIED: '满意', FAIR: '一般', UNSATISFIED: '不满意' },
      why: '还想说明（可多选）', tags: { SLOW: '办得慢', RUDE: '态度不好', NOT_DONE: '没有办', HALF_DONE: '没办完', PROMPT: '办得快', KIND: '态度好', THOROUGH: '办得细' }, words: '您的话（可不填）', send: '提交评价', sending: '正在提交…',
      missing: '请选“解决了吗”和“满意吗”。', done: '谢谢，您的评价已记录。', again: '不满意的，会有人联系您核实，再决定是否重办。',
    },
  },
  en: {
    rating: {
      title: 'Please rate', about: 'What you reported', settled: 'Is it settled?', yes: 'Yes', no: 'No', grade: 'Are you satisfied?', grades: { VERY_SATISFIED: 'Very satisfied', SATISFIED: 'Satisfied', FAIR: 'Fair', UNSATISFIED: 'Unsatisfied' },
      why: 'Why (any)', tags: { SLOW: 'Slow', RUDE: 'Rude', NOT_DONE: 'Not done', HALF_DONE: 'Half done', PROMPT: 'Prompt', KIND: 'Kind', THOROUGH: 'Thorough' }, words: 'In your words (optional)', send: 'Send the rating', sending: 'Sending…',
      missing: 'Please choose whether it is settled, and a grade.', done: 'Thank you, your rating is recorded.', again: 'If you are not satisfied, somebody looks into it with you, and it may be done again.',
    },
  },
};
