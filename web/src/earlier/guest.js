import { createApi } from '../api/client';

const TOKEN = 'wangge.guest';
const RECEIPTS = 'wangge.receipts';
const MOST_RECEIPTS = 50;

/** The way to the door for people without an account: a short session, and the receipts of what was reported here. */
export function guest({ fetch = globalThis.fetch.bind(globalThis), store = globalThis.localStorage, session = globalThis.sessionStorage } = {}) {
  const withSession = async (path, options = {}) => {
    const headers = { ...options.headers };
    const token = session.getItem(TOKEN);
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await fetch(path, { ...options, headers });
    // Over, or closed elsewhere: the page asks for a code again.
    if (token && response.status === 401) session.removeItem(TOKEN);
    return response;
  };
  const api = createApi({ fetch: withSession });

  function receipts() {
    try {
      return JSON.parse(store.getItem(RECEIPTS) ?? '[]');
    } catch {
      return [];
    }
  }

  return {
    api,
    signedIn: () => session.getItem(TOKEN) !== null,
    forget: () => session.removeItem(TOKEN),
    async signIn(phone, code) {
      const { token } = await api.post('/api/v1/public/sessions', { phone, code });
      session.setItem(TOKEN, token);
    },
    async signOut() {
      await withSession('/api/v1/public/sessions', { method: 'DELETE' });
      session.removeItem(TOKEN);
    },
    keep(receipt) {
      store.setItem(RECEIPTS, JSON.stringify([receipt, ...receipts()].slice(0, MOST_RECEIPTS)));
    },
    receiptOf: (number) => receipts().find((kept) => kept.trackingNumber === number)?.receipt,
    /** As the reporter sees it where this browser holds the receipt, else as anybody does. */
    async track(number) {
      return api.getWith(`/api/v1/public/tracking/${encodeURIComponent(number)}`, receiptHeader(this.receiptOf(number)));
    },
    async askReopening(number, reason) {
      return api.postWith(`/api/v1/public/tracking/${encodeURIComponent(number)}/reopening`, { reason }, receiptHeader(this.receiptOf(number)));
    },
    async sendPhoto(id, receipt, file) {
      return api.putFile(`/api/v1/public/photos/${id}?reportId=${receipt.id}`, file, receiptHeader(receipt.receipt));
    },
  };
}

function receiptHeader(receipt) {
  return receipt ? { 'X-Receipt': receipt } : {};
}

/**
 * Finds the number behind a challenge (ALTCHA): SHA-256(salt + number). Gives way to the page now and then.
 *
 * @returns what the door takes as `proof`
 */
export async function work({ algorithm, challenge, maxnumber, salt, signature }) {
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    const digest = await crypto.subtle.digest(algorithm, encoder.encode(salt + number));
    if (hex(digest) === challenge) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  }
  throw new Error('No number fits the challenge');
}

function hex(buffer) {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
