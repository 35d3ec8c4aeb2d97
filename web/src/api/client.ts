import { Problem, problemOf, unreachable } from './problem';

export { Problem };

export interface ApiOptions {
  fetch?: typeof globalThis.fetch;
  /** Of the words that the services write. */
  language?: () => string;
  /** The session is over, and cannot be renewed. */
  onSignedOut?: () => void;
}

interface CallOptions {
  body?: unknown;
  /** Sent as it is; `body` is then left out. */
  raw?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Whether the session went on: `unreachable` leaves that open. */
export type Renewal = 'renewed' | 'over' | 'unreachable';

export type Api = ReturnType<typeof createApi>;

/**
 * The way to the gateway: token, renewal, problems, and sending again under the same id. What goes wrong is thrown as a
 * `Problem` whose words can be shown as they are. The access token stays in memory only; the session's cookie renews it.
 */
export function createApi({ fetch = globalThis.fetch.bind(globalThis), language = () => 'zh-CN', onSignedOut = () => {} }: ApiOptions = {}) {
  let token: string | null = null;
  let renewal: Promise<Renewal> | null = null;

  async function call(method: string, path: string, options: CallOptions = {}): Promise<Response> {
    let response = await send(method, path, options);
    if (response.status === 401 && token) {
      const how = await renewed();
      if (how === 'renewed') response = await send(method, path, options);
      else if (how === 'over') onSignedOut();
      else throw unreachable(language(), method === 'GET');
    }
    if (!response.ok) throw await problemOf(response, method === 'GET');
    return response;
  }

  async function send(method: string, path: string, { body, raw, headers, signal }: CallOptions = {}): Promise<Response> {
    const all: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language(), ...headers };
    if (token) all.Authorization = `Bearer ${token}`;
    if (body !== undefined) all['Content-Type'] = 'application/json';
    try {
      return await fetch(path, { method, headers: all, signal, body: raw ?? (body === undefined ? undefined : JSON.stringify(body)) });
    } catch (failure) {
      if ((failure as Error).name === 'AbortError') throw failure;
      throw unreachable(language(), method === 'GET');
    }
  }

  /** One renewal at a time, however many calls found the token expired. Without a network the token stays what it was. */
  function renewed(): Promise<Renewal> {
    renewal ??= (async () => {
      try {
        const response = await send('POST', '/api/v1/sessions/refresh');
        // A busy or restarting service says nothing about the session.
        if (response.status >= 500 || response.status === 429) return 'unreachable' as const;
        token = response.ok ? (await response.json()).accessToken : null;
        return token === null ? ('over' as const) : ('renewed' as const);
      } catch {
        return 'unreachable' as const;
      } finally {
        renewal = null;
      }
    })();
    return renewal;
  }

  async function renew(): Promise<boolean> {
    return (await renewed()) === 'renewed';
  }

  // Without a description of the answer it is whatever the caller expects.
  /* eslint-disable @typescript-eslint/no-explicit-any */
  return {
    renew,
    renewed,
    /** Whether there is a token in hand; it may have expired. */
    get signedIn() {
      return token !== null;
    },
    call,
    /** The session ended elsewhere: the token in hand is not used any more. */
    forget(): void {
      token = null;
    },
    /** @param newPassword takes the place of the present one; refused, the token in hand stays as good as it was */
    async signIn(username: string, password: string, newPassword?: string): Promise<void> {
      // Not renewed and sent again: a wrong password would count twice.
      const response = await send('POST', '/api/v1/sessions', { body: { username, password, newPassword } });
      if (!response.ok) throw await problemOf(response);
      token = (await response.json()).accessToken;
    },
    async signOut(): Promise<void> {
      try {
        await call('DELETE', '/api/v1/sessions');
      } finally {
        token = null;
      }
    },
    async get<T = any>(path: string, { headers, signal }: Pick<CallOptions, 'headers' | 'signal'> = {}): Promise<T> {
      return (await call('GET', path, { headers, signal })).json();
    },
    /** @returns null when what has this ETag is still the same */
    async callOrSame(path: string, etag: string): Promise<Response | null> {
      try {
        return await call('GET', path, { headers: etag ? { 'If-None-Match': etag } : {} });
      } catch (failure) {
        if (failure instanceof Problem && failure.status === 304) return null;
        throw failure;
      }
    },
    /** A file, which a link cannot fetch: it needs the token. */
    async file(path: string): Promise<{ name: string | undefined; blob: Blob }> {
      const response = await call('GET', path, { headers: { Accept: '*/*' } });
      return { name: fileName(response.headers.get('Content-Disposition')), blob: await response.blob() };
    },
    async getWithVersion<T = any>(path: string): Promise<{ value: T; version: string | number | undefined }> {
      const response = await call('GET', path);
      const value = await response.json();
      return { value, version: value.version ?? unquoted(response.headers.get('ETag')) };
    },
    async post<T = any>(path: string, body?: unknown, version?: string | number): Promise<T> {
      const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
      return (await call('POST', path, { body, headers })).json();
    },
    /** A whole file as the body. */
    async sendFile<T = any>(path: string, file: Blob): Promise<T> {
      return (await call('POST', path, { raw: file, headers: { 'Content-Type': 'application/octet-stream' } })).json();
    },
    async getWith<T = any>(path: string, headers: Record<string, string>): Promise<T> {
      return (await call('GET', path, { headers })).json();
    },
    async postWith<T = any>(path: string, body: unknown, headers: Record<string, string>): Promise<T> {
      return (await call('POST', path, { body, headers })).json();
    },
    /** A file in one piece. */
    async putFile<T = any>(path: string, file: Blob, headers: Record<string, string>): Promise<T> {
      return (await call('PUT', path, { raw: file, headers: { ...headers, 'Content-Type': 'application/octet-stream' } })).json();
    },
    async put<T = any>(path: string, body: unknown): Promise<T> {
      return (await call('PUT', path, { body })).json();
    },
    /** What is missing of a declared file, from where the last try broke (tus 1.0.0). */
    async upload(path: string, file: Blob, signal?: AbortSignal): Promise<void> {
      const tus = { 'Tus-Resumable': '1.0.0' };
      const offset = Number((await call('HEAD', path, { headers: tus, signal })).headers.get('Upload-Offset'));
      if (offset >= file.size) return;
      await call('PATCH', path, {
        raw: file.slice(offset),
        headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
        signal,
      });
    },
    async delete<T = any>(path: string): Promise<T> {
      return (await call('DELETE', path)).json();
    },
    /** The raw body of a stream that stays open until `signal` ends it. */
    async stream(path: string, signal: AbortSignal, headers: Record<string, string> = {}): Promise<ReadableStream<Uint8Array> | null> {
      return (await call('GET', path, { headers: { Accept: 'text/event-stream', ...headers }, signal })).body;
    },
  };
  /* eslint-enable @typescript-eslint/no-explicit-any */
}

/** Of `attachment; filename*=UTF-8''%E6%97%A5.pdf`. */
export function fileName(disposition: string | null | undefined): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  try {
    return encoded ? decodeURIComponent(encoded) : undefined;
  } catch {
    return undefined;
  }
}

function unquoted(etag: string | null): string | undefined {
  return etag ? etag.replace(/^W\//, '').replaceAll('"', '') : undefined;
}
