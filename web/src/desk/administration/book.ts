import { computed, reactive, ref, shallowRef } from 'vue';
import type { Api } from '../../api/client';
import type { Problem } from '../../api/problem';
import { blank, differing, merge, same, type Document } from './documents';
import type { Kind } from './kinds';

/** Something that must not come into force, and where. */
export interface Finding { where: string; words: string; wordsZh: string }
export interface VersionNote { version: number; activatedAt: string; supersededAt?: string | null; activatedBy?: string | null }
export interface DraftNote {
  kind: string; revision: number; editedBy: string; editedAt: string; activateAt?: string | null; with: string[]; refused: Finding[]; content?: Document;
}
export interface ChangeField { name: string; before?: unknown; after?: unknown }
export interface Change { how: 'ADDED' | 'CHANGED' | 'REMOVED'; id: string; fields: ChangeField[] }
export interface Changes { added: number; changed: number; removed: number; changes: Change[] }
export interface Check { ready: boolean; count: number; findings: Finding[] }
export interface Activated { activateAt?: string | null; versions: { kind: string; version: number }[] }

/** Somebody else's draft came between: theirs, null where it came into force or was thrown away meanwhile. */
export interface Conflict { theirs: DraftNote | null; changed: string[]; both: string[] }

const CHANGES_SOMETHING = ['save', 'discard', 'activate', 'import'];

export type Book = ReturnType<typeof openBook>;

/**
 * One kind of reference data: what is in force, the draft of the next version, and what stands in the editor, which no answer
 * of a service ever writes over by itself.
 */
export function openBook(api: Api, kind: Kind) {
  const at = `/api/v1/reference/${kind.code}`;
  const versions = shallowRef<VersionNote[]>([]);
  const draft = shallowRef<DraftNote | null>(null);
  /** What the editor began from: the draft, or else the version in force. */
  const base = shallowRef<Document | null>(null);
  const document = shallowRef<Document | null>(null);
  const valid = ref(true);
  const check = shallowRef<Check | null>(null);
  const changes = shallowRef<Changes | null>(null);
  const conflict = shallowRef<Conflict | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const busy = ref<string | null>(null);
  const loaded = ref(false);

  const inForce = computed(() => versions.value.find((version) => !version.supersededAt) ?? null);
  const dirty = computed(() => !valid.value || (document.value !== null && base.value !== null && document.value !== base.value && !same(document.value, base.value)));

  let running: Promise<unknown> = Promise.resolve();

  /** One after another: a second press of a button that changes something is nothing, what only looks waits for its turn. */
  async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    if (busy.value && CHANGES_SOMETHING.includes(what)) return undefined;
    while (busy.value) await running;
    busy.value = what;
    const turn = (async () => {
      problem.value = null;
      try {
        return await work();
      } catch (said) {
        problem.value = said as Problem;
        return undefined;
      } finally {
        busy.value = null;
      }
    })();
    running = turn;
    return turn;
  }

  async function notes(): Promise<void> {
    const [past, present] = await Promise.all([api.get<{ versions: VersionNote[] }>(`${at}/versions`), draftNow()]);
    versions.value = past.versions;
    draft.value = present;
  }

  async function draftNow(): Promise<DraftNote | null> {
    // Asked for only where there is one: most kinds have none most of the time.
    const { drafts } = await api.get<{ drafts: DraftNote[] }>('/api/v1/reference/drafts');
    if (!drafts.some((one) => one.kind === kind.code)) return null;
    try {
      return await api.get<DraftNote>(`${at}/draft`);
    } catch (said) {
      if ((said as Problem).status === 404) return null;
      throw said;
    }
  }

  async function version(number: number): Promise<Document> {
    return (await api.get<{ content: Document }>(`${at}/versions/${number}`)).content;
  }

  async function present(): Promise<Document> {
    return draft.value?.content ?? (inForce.value ? version(inForce.value.version) : blank(kind.blank));
  }

  /** Asks anew; what was typed and not saved stays. */
  const load = () => attempt('load', async () => {
    const before = draft.value?.revision;
    const wasDirty = dirty.value;
    await notes();
    if (!wasDirty && (base.value === null || before !== draft.value?.revision)) begin(await present());
    else if (wasDirty && before !== draft.value?.revision) await clash();
    loaded.value = true;
  });

  function begin(content: Document) {
    base.value = content;
    document.value = content;
    valid.value = true;
    forget();
  }

  function forget() {
    check.value = null;
    changes.value = null;
    conflict.value = null;
  }

  /** Keeps the draft. Where somebody else was faster nothing is written: see `conflict`. */
  const save = () => attempt('save', async () => {
    if (!document.value || !valid.value) return false;
    const sent = document.value;
    try {
      const headers: Record<string, string> = draft.value ? { 'If-Match': `"${draft.value.revision}"` } : {};
      draft.value = await (await api.call('PUT', `${at}/draft`, { body: sent, headers })).json();
      // Whatever was typed while it was on its way is still unsaved.
      base.value = sent;
      forget();
      return true;
    } catch (said) {
      if (!['stale-version', 'if-match-missing', 'no-draft'].includes((said as Problem).code)) throw said;
      await clash();
      return false;
    }
  });

  async function clash(): Promise<void> {
    const theirs = await draftNow();
    const [was, mine] = [base.value ?? {}, document.value ?? {}];
    if (!theirs) versions.value = (await api.get<{ versions: VersionNote[] }>(`${at}/versions`)).versions;
    const now = theirs?.content ?? (inForce.value ? await version(inForce.value.version) : blank(kind.blank));
    conflict.value = { theirs: theirs && { ...theirs, content: now }, changed: differing(was, now), both: merge(was, mine, now).both };
    behind = now;
  }

  /** What the conflict is with. */
  let behind: Document = {};

  /** Ends a conflict: mine on top of theirs item by item, mine alone, or theirs alone. Saved is nothing yet. */
  function settle(how: 'both' | 'mine' | 'theirs') {
    const was = base.value ?? {};
    const mine = document.value ?? {};
    draft.value = conflict.value?.theirs ?? null;
    base.value = behind;
    document.value = how === 'theirs' ? behind : how === 'mine' ? { ...mine } : merge(was, mine, behind).document;
    if (how !== 'mine') valid.value = true;
    forget();
  }

  const discard = () => attempt('discard', async () => {
    if (draft.value) {
      try {
        await api.call('DELETE', `${at}/draft`, { headers: { 'If-Match': `"${draft.value.revision}"` } });
      } catch (said) {
        if ((said as Problem).code === 'stale-version') {
          await clash();
          return;
        }
        if ((said as Problem).status !== 404) throw said;
      }
    }
    await notes();
    begin(await present());
  });

  const runCheck = (others: string[] = []) => attempt('check', async () => {
    check.value = await api.get<Check>(`${at}/draft/check${others.length > 0 ? `?with=${others.join(',')}` : ''}`);
  });

  const compare = () => attempt('compare', async () => {
    changes.value = await api.get<Changes>(`${at}/draft/changes`);
  });

  /** @param when with offset; null for now */
  const activate = (when: string | null, others: string[]) => attempt('activate', async () => {
    try {
      const done = await api.post<Activated>(`${at}/draft/activation`, { ...(when ? { activateAt: when } : {}), ...(others.length > 0 ? { with: others } : {}) }, draft.value!.revision);
      await notes();
      begin(await present());
      return done;
    } catch (said) {
      const broken = said as Problem;
      if (broken.code === 'stale-version' && !dirty.value) {
        await clash();
        return undefined;
      }
      if (broken.code === 'draft-broken') check.value = { ready: false, count: Number(broken.facts.count), findings: (broken.facts.findings as Finding[]) ?? [] };
      throw said;
    }
  });

  return reactive({
    kind, api, versions, inForce, draft, base, document, valid, dirty, check, changes, conflict, problem, busy, loaded,
    load, save, settle, discard, runCheck, compare, activate, version, attempt, begin, notes, present,
    /** A content from elsewhere, such as a file or an old version, into the editor; nothing is saved. */
    take(content: Document) {
      document.value = content;
      valid.value = true;
    },
  });
}
