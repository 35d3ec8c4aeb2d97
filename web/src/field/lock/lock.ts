/**
 * What a phone keeps is readable for its owner only. A random key seals it (AES-GCM, 256 bits); that key lies on the phone twice,
 * wrapped by what the owner knows: the device PIN, and the password at the last signing in, for a forgotten PIN. Both go
 * through PBKDF2 first (SHA-256, 310,000 rounds: OWASP's figure of 2021 for AES keys, a third of a second on a cheap phone).
 */
const ROUNDS = 310_000;

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  box: ArrayBuffer;
}

export interface Wrapped extends Sealed {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
}

/** Whether this browser can keep anything sealed; over plain http none can, but on the machine itself. */
export function canSeal(): boolean {
  return Boolean(globalThis.isSecureContext && globalThis.indexedDB && globalThis.crypto?.subtle);
}

export async function newKey(): Promise<CryptoKey> {
  // It must be taken out once more, to be wrapped under a new PIN.
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
}

export async function wrap(key: CryptoKey, secret: string, rounds = ROUNDS): Promise<Wrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.wrapKey('raw', key, await keyOf(secret, salt, rounds), { name: 'AES-GCM', iv });
  return { salt, rounds, iv, box };
}

/** @returns null when the secret is another one */
export async function unwrap(wrapped: Wrapped, secret: string): Promise<CryptoKey | null> {
  const outer = await keyOf(secret, wrapped.salt, wrapped.rounds);
  try {
    return await crypto.subtle.unwrapKey('raw', wrapped.box, outer, { name: 'AES-GCM', iv: wrapped.iv }, 'AES-GCM', true, ['encrypt', 'decrypt']);
  } catch {
    return null;
  }
}

async function keyOf(secret: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const known = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, known, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

export async function sealBytes(key: CryptoKey, bytes: ArrayBuffer): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

export function openBytes(key: CryptoKey, { iv, box }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box);
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  return sealBytes(key, new TextEncoder().encode(JSON.stringify(value)).buffer);
}

export async function open<T>(key: CryptoKey, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, sealed)));
}

/** Four to eight digits, and none of those that everybody tries first. */
export function isPin(typed: string): boolean {
  return /^\d{4,8}$/.test(typed) && !/^(\d)\1+$/.test(typed) && !'0123456789876543210'.includes(typed);
}
