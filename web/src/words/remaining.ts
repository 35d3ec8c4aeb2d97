import { isOver, type CaseView } from '../desk/casefile/case';
import { when, whichDay } from './when';

export type Tone = 'late' | 'soon' | 'calm' | 'paused' | 'none';

export interface RemainingWords {
  tone: Tone;
  /** 还剩 3 工作时, as the server counted it. */
  text: string;
  /** 今天 17:40 前; empty where nothing is to be done by then. */
  until: string;
}

type Clocked = Pick<CaseView, 'state' | 'remaining' | 'stateDueAt'> & { proceedings?: Pick<CaseView['proceedings'], 'suspension'> };

/** How long whoever it waits for still has: 还剩 3 工作时（今天 17:40 前）, 已超期 2 工作日, 暂停中，7月1日恢复. */
export function remainingWords(theCase: Clocked, language = 'zh-CN', now = Date.now()): RemainingWords {
  const english = language.startsWith('en');
  if (isOver(theCase)) return { tone: 'none', text: '', until: '' };
  const pause = theCase.proceedings?.suspension;
  if (theCase.state === 'SUSPENDED' && pause) {
    const day = whichDay(pause.until, language, now);
    return { tone: 'paused', text: english ? `Paused until ${day}` : `暂停中，${day}恢复`, until: '' };
  }
  const left = theCase.remaining;
  if (!left) return { tone: 'none', text: '', until: '' };
  const text = english ? capital(left.textEn) : left.textZh;
  if (left.overdue) return { tone: 'late', text, until: '' };
  const due = when(theCase.stateDueAt, language, now);
  const soon = left.unit.endsWith('MINUTE') || (left.unit.endsWith('HOUR') && left.amount < 2);
  return { tone: soon ? 'soon' : 'calm', text, until: due ? (english ? `by ${due}` : `${due} 前`) : '' };
}

/** In one breath: 还剩 3 工作时（今天 17:40 前）. */
export function remainingSentence(theCase: Clocked, language = 'zh-CN', now = Date.now()): string {
  const { text, until } = remainingWords(theCase, language, now);
  if (!until) return text;
  return language.startsWith('en') ? `${text} (${until})` : `${text}（${until}）`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
