import { ref } from 'vue';
import { createApi } from '../api/client';
import { Problem } from '../api/problem';
import { chosenLanguage } from '../words/language';
import { solved, type Challenge } from './proof';

const TOKEN = 'wangge.guest';
const RECEIPTS = 'wangge.receipts';
const MOST_RECEIPTS = 50;

/** What the door asks before somebody reports (GET /api/v1/public/form). */
export interface Form {
  categories: Kind[];
  anonymous: boolean;
  proofNeeded: boolean;
  /** Most photos of one report. */
  photos: number;
}
export interface Kind { id: string; classZh: string; classEn?: string; zh: string; en: string; rewardedCriticism: boolean }

/** Keeps the way to add photos and to ask for it to be done again. */
export interface Receipt { id: string; trackingNumber: string; receipt: string }

export interface Words { zh: string; en?: string }
export interface Matter {
  trackingNumber: string;
  reportId?: string;
  receivedAt: string;
  stage: Words;
  stageCode: string;
  updatedAt?: string;
  category?: Words;
  unit?: Words;
  promisedAt?: string;
  text?: string;
  reply?: string;
  mayReopen: boolean;
  photos: { url: string; thumbnailUrl: string; moment: string }[];
}
export interface Notice { id: string; title: Words; text: Words; link?: string; at: string; read: boolean }
export interface NamedPlace { id: string; name: string; address?: string; location: { coordinates: [number, number] } }

export interface Answered { id: string; question: string; answer: string }

interface Surroundings { fetch?: typeof globalThis.fetch; store?: Storage; session?: Storage }

export type Door = ReturnType<typeof createDoor>;

/** The way to the door for people without an account: a short session, and the receipts of what was reported here. */
export function createDoor({ fetch = globalThis.fetch.bind(globalThis), store = globalThis.localStorage, session = globalThis.sessionStorage }: Surroundings = {}) {
  const signedIn = ref(session.getItem(TOKEN) !== null);

  const withSession: typeof globalThis.fetch = async (path, options = {}) => {
    const headers = { ...(options.headers as Record<string, string>) };
    const token = session.getItem(TOKEN);
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await fetch(path, { ...options, headers });
    // Over, or closed elsewhere: the page asks for a code again, and what was typed stays.
    if (token && response.status === 401) forget();
    return response;
  };
  const api = createApi({ fetch: withSession, language: chosenLanguage });

  function forget() {
    session.removeItem(TOKEN);
    signedIn.value = false;
  }

  function receipts(): Receipt[] {
    try {
      return JSON.parse(store.getItem(RECEIPTS) ?? '[]') as Receipt[];
    } catch {
      return [];
    }
  }

  const receiptOf = (number: string) => receipts().find((kept) => kept.trackingNumber === number)?.receipt;
  const proof = async (needed: boolean) => (needed ? solved(await api.get<Challenge>('/api/v1/public/challenge')) : undefined);

  return {
    api,
    signedIn,
    forget,
    receipts,
    form: () => api.get<Form>('/api/v1/public/form'),
    async askCode(phone: string): Promise<void> {
      const { proofNeeded } = await api.get<Form>('/api/v1/public/form');
      await api.post('/api/v1/public/codes', { phone, proof: await proof(proofNeeded) });
    },
    async signIn(phone: string, code: string): Promise<void> {
      const { token } = await api.post<{ token: string }>('/api/v1/public/sessions', { phone, code });
      session.setItem(TOKEN, token);
      signedIn.value = true;
    },
    async signOut(): Promise<void> {
      try {
        await api.call('DELETE', '/api/v1/public/sessions');
      } finally {
        forget();
      }
    },
    /** @param onProof told while the browser works on the proof */
    async report(body: Record<string, unknown>, proofNeeded: boolean, onProof: (working: boolean) => void): Promise<Receipt> {
      const needed = proofNeeded && !signedIn.value;
      onProof(needed);
      const proven = await proof(needed);
      onProof(false);
      const receipt = await api.post<Receipt>('/api/v1/public/reports', proven ? { ...body, proof: proven } : body);
      store.setItem(RECEIPTS, JSON.stringify([receipt, ...receipts().filter((kept) => kept.id !== receipt.id)].slice(0, MOST_RECEIPTS)));
      return receipt;
    },
    sendPhoto: (id: string, receipt: Receipt, file: Blob) => api.putFile(`/api/v1/public/photos/${id}?reportId=${receipt.id}`, file, receiptHeader(receipt.receipt)),
    /** As the reporter sees it where this browser holds the receipt, else as anybody does. */
    track: (number: string) => api.getWith<Matter>(`/api/v1/public/tracking/${encodeURIComponent(number)}`, receiptHeader(receiptOf(number))),
    askReopening: (number: string, reason: string) => api.postWith<Matter>(`/api/v1/public/tracking/${encodeURIComponent(number)}/reopening`, { reason }, receiptHeader(receiptOf(number))),
    own: async () => (await api.get<{ items: Matter[] }>('/api/v1/public/reports')).items,
    notices: async () => (await api.get<{ items: Notice[] }>('/api/v1/public/notices')).items,
    noticesRead: () => api.call('POST', '/api/v1/public/notices/read'),
    /** Blank for what is asked most. */
    faq: async (asked: string) => (await api.get<{ items: Answered[] }>(`/api/v1/public/faq?q=${encodeURIComponent(asked)}`)).items,
    places: async (typed: string) => (await api.get<{ items: NamedPlace[] }>(`/api/v1/public/places?q=${encodeURIComponent(typed)}`)).items,
  };
}

function receiptHeader(receipt: string | undefined): Record<string, string> {
  return receipt ? { 'X-Receipt': receipt } : {};
}

/** What is thrown, as a problem that can be shown; anything else is a fault of the page and goes on. */
export function problemIn(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  throw failure;
}
