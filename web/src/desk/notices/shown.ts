/** What the service pushes; `silent` in its reader's quiet hours. */
export interface Pushed { id: string; subject: string; title: string; text: string; link?: string; silent?: boolean }

/** As a browser shows it. Similar ones take each other's place; the list in the page has them all. */
export function shownAs({ title, text, subject, link, silent }: Pushed): [string, NotificationOptions] {
  return [title, { body: text, tag: subject, silent: silent === true, icon: '/icon.svg', data: { link } }];
}

/** Links come from our own service; nothing else is opened. @param home where a message without one leads */
export function addressOf(link: string | undefined, home: string, origin: string): string {
  const address = new URL(link ?? home, origin);
  return address.origin === origin ? address.href : new URL(home, origin).href;
}
