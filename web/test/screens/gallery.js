import { existsSync } from 'node:fs';

const FOLDER = new URL('../../../docs/screens/', import.meta.url);

/** Pages of docs/screens by the beginning of a picture's name; what begins otherwise is the desk's. */
const PAGES = {
  field: ['外勤端 · The grid worker\'s phone', 'Text of 16 px and more, what a thumb meets 44 px and more.'],
  public: ['居民端 · The residents\' page', 'What is typed stays in the tab until it is received, without the telephone number. Links of messages (`/#/rate/TOKEN`) lead here.'],
  wall: ['大屏 · The wall board', 'Text of 24 px and more, key figures of 64 px and more, at 1920×1080.'],
  desk: ['工作台 · The desk', 'A filter stands in the address (`#/inbox?tab=all&state=IN_PROGRESS&q=…`): a link shows the same list, Back brings it again with its place. What is typed into a form and not sent is kept in the tab until it is sent, also over a session that ends.'],
};

/**
 * @param chapters `{title, shots: [{name, what, size, languages}]}`, in the order in which they were told
 * @returns `[page, its text]` for each page of docs/screens
 */
export function gallery(chapters) {
  return Object.entries(PAGES).map(([page, [title, about]]) => {
    const parts = chapters.map(({ title: heading, shots }) => [heading, shots.filter((one) => pageOf(one.name) === page)]).filter(([, shots]) => shots.length > 0);
    const sections = parts.map(([heading, shots]) => `## ${heading}\n| 中文 | English |\n|---|---|\n${shots.map(row).join('\n')}`);
    return [page, `# ${title}\nTaken by \`npm run screens\` in \`web/\` against a running product, which writes this page, too. ${about}\n\n${sections.join('\n\n')}\n`];
  });
}

function pageOf(name) {
  const first = name.split('-')[0];
  return first in PAGES ? first : 'desk';
}

function row({ name, what, size, languages }) {
  const picture = (language) => {
    const file = `${name}${language === 'en' ? '-en' : ''}.png`;
    return languages.includes(language) && existsSync(new URL(file, FOLDER)) ? `![${name}](${file})` : '';
  };
  return `| **${what}** (${size.width}×${size.height}) | \`${name}\` |\n| ${picture('zh-CN')} | ${picture('en')} |`;
}
