import { Problem } from '../api/problem';
import { chosenLanguage } from '../words/language';

/** A challenge of ALTCHA. */
export interface Challenge { algorithm: string; challenge: string; maxnumber: number; salt: string; signature: string }

/**
 * Finds the number behind a challenge: SHA-256(salt + number). Gives way to the page at each number.
 *
 * @returns what the door takes as `proof`
 * @throws Problem where this browser may not calculate digests: over http without a name of its own machine
 */
export async function solved({ algorithm, challenge, maxnumber, salt, signature }: Challenge): Promise<string> {
  if (!globalThis.crypto?.subtle) throw cannot();
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    const digest = await crypto.subtle.digest(algorithm, encoder.encode(salt + number));
    if (hex(digest) === challenge) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  }
  throw new Error('No number fits the challenge');
}

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function cannot(): Problem {
  const zh = chosenLanguage() !== 'en';
  return new Problem({
    status: 400, code: 'proof-not-possible', title: zh ? '这个浏览器不能完成安全验证' : 'This browser cannot do the safety check',
    remedy: zh ? '请用 https 开头的地址打开，或换一个浏览器，也可以拨打热线。' : 'Open the page by its https address or in another browser, or call the hotline.',
  });
}
