import { createI18n } from 'vue-i18n';
import shared from './words';

/** Messages of one room, Chinese and English with the same keys (a test holds that). */
export interface Words {
  'zh-CN': Record<string, unknown>;
  en: Record<string, unknown>;
}

export type Language = 'zh-CN' | 'en';

const KEY = 'wangge.language';

export function chosenLanguage(): Language {
  return (localStorage.getItem(KEY) ?? 'zh-CN').startsWith('en') ? 'en' : 'zh-CN';
}

/**
 * The texts of one surface: the shared ones and those of its rooms, each room under a name of its own.
 *
 * @param rooms every `words.ts` of the surface, as `import.meta.glob('./**\/words.ts', { eager: true, import: 'default' })` gives them
 */
export function speak(rooms: Record<string, unknown>) {
  const messages = { 'zh-CN': {}, en: {} };
  for (const words of [shared, ...(Object.values(rooms) as Words[])]) {
    Object.assign(messages['zh-CN'], words['zh-CN']);
    Object.assign(messages.en, words.en);
  }
  document.documentElement.lang = chosenLanguage();
  return createI18n({ legacy: false, locale: chosenLanguage(), fallbackLocale: 'zh-CN', messages, missingWarn: false, fallbackWarn: false });
}

/** Remembered on this device, for the services' words too. */
export function choose(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
}
