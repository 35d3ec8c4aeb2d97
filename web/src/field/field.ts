import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef } from 'vue';
import { Problem } from '../api/problem';
import { useSession, type Me } from '../session/session';
import { canSeal, newKey, unwrap, wrap } from './lock/lock';
import type { FieldPack } from './pack';
import { counts, isDone, type Item } from './queue/item';
import { isFull, openDatabase, ownStore, type Database, type Owner, type Store } from './queue/store';
import { sendWaiting } from './queue/sync';
import { byDueTime, type Task } from './tasks/task';
import type { Visit } from './tasks/visit';

export type Stage = 'OPENING' | 'UNFIT' | 'BROKEN' | 'SIGN_IN' | 'NEW_PIN' | 'PIN' | 'OPEN';

/** Received items are shown for a week. */
const SHOWN_FOR = 7 * 86_400_000;
/** A grid has few doors to knock at; each asks once for the words of its case. */
const MOST_VISITS = 100;
/** Work that waits while the app is open is tried again after this. */
const AGAIN = 60_000;
const LAST_OWNER = 'wangge.field.owner';

export const useField = defineStore('field', () => {
  const session = useSession();
  const stage = ref<Stage>('OPENING');
  const owner = shallowRef<Owner | null>(null);
  const me = shallowRef<Me | null>(null);
  const items = shallowRef<Item[]>([]);
  const pack = shallowRef<FieldPack | null>(null);
  const tasks = shallowRef<Task[]>([]);
  const visits = shallowRef<Visit[]>([]);
  const online = ref(navigator.onLine);
  const sending = ref(false);
  /** No room to note what was sent. */
  const full = ref(false);
  const mustSignIn = ref(false);
  /** Why the last try brought nothing new: no service answered though there is a network, or what one said. */
  const trouble = shallowRef<'AWAY' | Problem | null>(null);
  const lastSent = ref<number | null>(null);
  /** Milliseconds that the service's clock is ahead of this phone's; limits are read by the service's. */
  const ahead = ref(0);
  const used = ref<Record<string, number>>({});
  /** The phone keeps what lies on it even when space grows short; where a browser does not promise that, the person is told. */
  const persistent = ref(true);

  let db: Database;
  let key: CryptoKey | null = null;
  let password: string | null = null;
  let store: Store | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const summary = computed(() => counts(items.value));
  const now = () => Date.now() + ahead.value;

  async function begin(): Promise<void> {
    if (!canSeal()) {
      stage.value = 'UNFIT';
      return;
    }
    try {
      db = markRaw(await openDatabase());
    } catch {
      // No room, or another version of the app holds it open: nothing on it is touched.
      stage.value = 'BROKEN';
      return;
    }
    const last = localStorage.getItem(LAST_OWNER);
    owner.value = (last && (await db.get('owners', last))) || null;
    stage.value = owner.value ? 'PIN' : 'SIGN_IN';
    listen();
  }

  function listen(): void {
    window.addEventListener('online', () => {
      online.value = true;
      void sync();
    });
    window.addEventListener('offline', () => (online.value = false));
    // iOS has no background sync: the way back to the foreground is the moment.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void sync());
  }

  /**
   * With name and password, over the network; opens the phone's store by the password, or asks for the PIN, old or new.
   * @param chosen takes the place of the present password; a store that is open is opened by it from then on
   */
  async function signIn(username: string, present: string, chosen?: string): Promise<void> {
    await session.signIn(username, present, chosen);
    const typed = chosen ?? present;
    mustSignIn.value = false;
    const who = session.me!;
    const wasOpen = key !== null && owner.value?.id === who.staffId;
    password = typed;
    localStorage.setItem(LAST_OWNER, who.staffId);
    if (wasOpen) {
      if (chosen) await keepPassword();
      stage.value = 'OPEN';
      return void sync();
    }
    close();
    owner.value = (await db.get('owners', who.staffId)) ?? null;
    me.value = who;
    if (!owner.value) {
      stage.value = 'NEW_PIN';
      return;
    }
    const opened = owner.value.password && (await unwrap(owner.value.password, typed));
    // Another password than last time: the PIN opens it once more, and the new password is remembered with it.
    if (!opened) stage.value = 'PIN';
    else await enter(opened);
  }

  async function keepPassword(): Promise<void> {
    const entry: Owner = { ...owner.value!, password: await wrap(key!, password!) };
    // A full phone keeps the old one, and asks for the PIN once more.
    await db.put('owners', entry).catch(() => {});
    owner.value = entry;
    password = null;
  }

  /** The PIN of the first time, or a new one for a key that is open. */
  async function setPin(pin: string): Promise<void> {
    const who = me.value!;
    key ??= await newKey();
    const entry: Owner = {
      id: who.staffId, username: who.username, name: who.name, lastHere: Date.now(),
      pin: await wrap(key, pin), password: password ? await wrap(key, password) : (owner.value?.password ?? null),
    };
    await db.put('owners', entry);
    owner.value = entry;
    persistent.value = (await navigator.storage?.persist?.()) ?? false;
    await enter(key);
  }

  /** @returns whether it was the right one */
  async function openByPin(pin: string): Promise<boolean> {
    const opened = await unwrap(owner.value!.pin, pin);
    if (!opened) return false;
    await enter(opened);
    return true;
  }

  async function enter(opened: CryptoKey): Promise<void> {
    key = markRaw(opened);
    const entry: Owner = { ...owner.value!, lastHere: Date.now() };
    if (password) entry.password = await wrap(opened, password);
    password = null;
    // A full phone opens too: what lies on it is to be sent.
    await db.put('owners', entry).catch(() => {});
    owner.value = entry;
    store = markRaw(ownStore(db, entry.id, opened));
    items.value = await recent(store);
    pack.value = await store.note<FieldPack>('pack');
    tasks.value = (await store.note<Task[]>('tasks')) ?? [];
    visits.value = (await store.note<Visit[]>('visits')) ?? [];
    used.value = (await store.note<Record<string, number>>('used')) ?? {};
    ahead.value = (await store.note<number>('ahead')) ?? 0;
    me.value = session.me ?? (await store.note<Me>('me'));
    if (session.me) await note('me', session.me);
    stage.value = 'OPEN';
    void navigator.storage?.persisted?.().then((yes) => (persistent.value = yes));
    void sync();
  }

  /** Without what was received long ago and is complete. */
  async function recent(from: Store): Promise<Item[]> {
    const all = await from.items();
    const old = all.filter((item) => isDone(item) && (item.receivedAt ?? 0) < Date.now() - SHOWN_FOR);
    for (const item of old) await from.removeItem(item);
    return all.filter((item) => !old.includes(item)).map((item) => (item.state === 'SENDING' ? { ...item, state: 'WAITING' } : item));
  }

  function close(): void {
    clearTimeout(timer);
    key = null;
    store = null;
    items.value = [];
    tasks.value = [];
    visits.value = [];
    pack.value = null;
    me.value = null;
  }

  /** What was not sent stays, sealed, for its owner alone. */
  async function signOut(): Promise<void> {
    close();
    stage.value = 'PIN';
    await session.signOut().catch(() => {});
  }

  /** Stored on this phone when the promise is kept, and not before; sent as soon as that is possible. Its photos were stored as they were taken. */
  async function queue(item: Item): Promise<void> {
    await store!.putItem(item);
    items.value = [...items.value.filter((other) => other.id !== item.id), item];
    if (item.kind === 'REPORT' && item.report.category) {
      used.value = { ...used.value, [item.report.category]: (used.value[item.report.category] ?? 0) + 1 };
      await note('used', used.value);
    }
    if (item.kind === 'COMMAND') await keepTasks(tasks.value.filter((task) => task.id !== item.caseId));
    if (item.kind === 'VISIT') await keepVisits(visits.value.filter((visit) => visit.roundId !== item.roundId));
    void sync();
  }

  async function change(item: Item): Promise<void> {
    await store!.putItem(item);
    items.value = items.value.map((other) => (other.id === item.id ? { ...item } : other));
  }

  /** Only by the person's own word. */
  async function discard(item: Item): Promise<void> {
    await store!.removeItem(item);
    items.value = items.value.filter((other) => other.id !== item.id);
  }

  /** One at a time, also across tabs. What is queued meanwhile goes with the next. */
  async function sync(): Promise<void> {
    if (stage.value !== 'OPEN' || sending.value || !store) return;
    sending.value = true;
    clearTimeout(timer);
    try {
      const work = () => sendAndFetch(store!);
      if (navigator.locks) await navigator.locks.request(`wangge-field-${owner.value!.id}`, work);
      else await work();
      full.value = false;
    } catch (failure) {
      // What was sent is not lost by it: it is sent under the same ids again.
      if (!isFull(failure)) throw failure;
      full.value = true;
    } finally {
      sending.value = false;
    }
    const left = items.value.some((item) => item.state === 'WAITING') || summary.value.photos > 0;
    if (left && !mustSignIn.value && stage.value === 'OPEN') timer = setTimeout(() => void sync(), AGAIN);
  }

  async function sendAndFetch(from: Store): Promise<void> {
    if (!(await signedIn())) return;
    const waiting = items.value;
    const ending = await sendWaiting(waiting, from, session.api, {
      changed: (item) => (items.value = items.value.map((other) => (other.id === item.id ? { ...item } : other))),
      clock: setClock,
    });
    if (ending === 'SIGN_IN') mustSignIn.value = true;
    trouble.value = ending === 'LATER' ? 'AWAY' : null;
    if (ending !== 'DONE') return;
    lastSent.value = now();
    await fetchWork(from).catch((failure) => {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === 401) mustSignIn.value = true;
      else trouble.value = failure.worthRepeating ? 'AWAY' : failure;
    });
    // What came in, or was mended, meanwhile.
    if (store === from && items.value.some((item) => item.state === 'WAITING')) await sendAndFetch(from);
  }

  /** Goes on with the session as it is, or renews it; a session of somebody else on the same phone is not used. */
  async function signedIn(): Promise<boolean> {
    if (session.me) return session.me.staffId === owner.value!.id;
    const how = await session.api.renewed();
    online.value = how !== 'unreachable';
    if (how === 'over') mustSignIn.value = true;
    if (how !== 'renewed') return false;
    try {
      await session.enter();
    } catch {
      return false;
    }
    if (session.me!.staffId !== owner.value!.id) {
      mustSignIn.value = true;
      return false;
    }
    me.value = session.me;
    await note('me', session.me);
    return true;
  }

  /** A copy of what the services know: without room for it, it is fetched again. */
  async function note(name: string, value: unknown): Promise<void> {
    await store?.putNote(name, value).catch(() => {});
  }

  function setClock(by: number): void {
    ahead.value = Math.abs(by) < 5_000 ? 0 : Math.round(by);
    void note('ahead', ahead.value);
  }

  /** By the answer's head, which says seconds: what a report's own answer said more exactly stands, unless it is another clock now. */
  function readClock(said: string | null, at: number): void {
    const by = Date.parse(said ?? '') + 500 - at;
    if (Math.abs(by - ahead.value) > 5_000) setClock(by);
  }

  async function fetchWork(from: Store): Promise<void> {
    const etag = (await from.note<string>('pack-etag')) ?? '';
    const answer = await session.api.callOrSame('/api/v1/field-pack', pack.value ? etag : '');
    if (answer) {
      const fresh = (await answer.json()) as FieldPack;
      pack.value = fresh;
      await note('pack', fresh);
      await note('pack-etag', answer.headers.get('ETag') ?? '');
    }
    const asked = Date.now();
    const read = await session.api.call('GET', '/api/v1/cases?tab=inbox&limit=100');
    readClock(read.headers.get('Date'), (asked + Date.now()) / 2);
    const list = (await read.json()) as { items: Task[] };
    const decided = new Set(items.value.filter((item) => item.kind === 'COMMAND' && item.state !== 'RECEIVED').map((item) => (item.kind === 'COMMAND' ? item.caseId : '')));
    await keepTasks(byDueTime(list.items.filter((task) => !decided.has(task.id))));
    await fetchVisits();
  }

  /** What is to be asked at doors, with the words of its case, which are read once. */
  async function fetchVisits(): Promise<void> {
    const list = await session.api.get<{ items: Visit[] }>(`/api/v1/callbacks?tab=visit&limit=${MOST_VISITS}`);
    const said = new Set(items.value.filter((item) => item.kind === 'VISIT' && item.state !== 'RECEIVED').map((item) => (item.kind === 'VISIT' ? item.roundId : '')));
    const before = new Map(visits.value.map((visit) => [visit.roundId, visit]));
    const fresh: Visit[] = [];
    for (const visit of list.items.filter((each) => !said.has(each.roundId))) {
      const { text, address, gridCode } = before.get(visit.roundId)?.text !== undefined
        ? before.get(visit.roundId)!
        : await session.api.get<Task>(`/api/v1/cases/${encodeURIComponent(visit.caseId)}`).catch((): Partial<Task> => ({}));
      fresh.push({ ...visit, text, address, gridCode });
    }
    await keepVisits(fresh);
  }

  async function keepVisits(fresh: Visit[]): Promise<void> {
    visits.value = fresh;
    await note('visits', fresh);
  }

  function categoryName(code: string | undefined, language: string): string {
    const found = pack.value?.categories.find((category) => category.id === code);
    return found ? (language === 'en' ? found.subclassEn : found.subclassZh) : (code ?? '');
  }

  async function keepTasks(fresh: Task[]): Promise<void> {
    tasks.value = fresh;
    await note('tasks', fresh);
  }

  return {
    stage, owner, me, items, pack, tasks, visits, online, sending, full, mustSignIn, trouble, lastSent, ahead, used, persistent, summary, now,
    begin, signIn, setPin, openByPin, signOut, queue, change, discard, sync, categoryName,
    /** Null while it is locked. */
    kept: () => store,
  };
});
