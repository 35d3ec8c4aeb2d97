/**
 * The way to the gateway: token, renewal, problems, and sending again under the same id. What goes wrong is thrown as a
 * `Problem` whose words can be shown as they are.
 */
export class Problem extends Error {
  constructor({ status, code, title, detail, remedy, errors, facts, retryAfter }) {
    super(detail || title || code);
    Object.assign(this, { status, code, title, detail, remedy, errors: errors ?? [], facts: facts ?? {}, retryAfter });
  }

  /** Nobody knows whether it was stored, or it was not: the same id may be sent again without harm. */
  get worthRepeating() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export function createApi({ fetch = globalThis.fetch.bind(globalThis), language = () => 'zh-CN', onSignedOut = () => {} } = {}) {
  let token = null;
  let renewal = null;

  async function call(method, path, { body, raw, headers = {}, signal } = {}) {
    let response = await send(method, path, body, headers, signal, raw);
    if (response.status === 401 && token) {
      if (await renew()) response = await send(method, path, body, headers, signal, raw);
      else onSignedOut();
    }
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  async function send(method, path, body, headers, signal, raw) {
    const all = { Accept: 'application/json', 'Accept-Language': language(), ...headers };
    if (token) all.Authorization = `Bearer ${token}`;
    if (body !== undefined) all['Content-Type'] = 'application/json';
    try {
      return await fetch(path, {
        method, headers: all, signal, body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
      });
    } catch (failure) {
      if (failure.name === 'AbortError') throw failure;
      throw unreachable(language());
    }
  }

  /** One renewal at a time, however many calls found the token expired. */
  function renew() {
    renewal ??= (async () => {
      try {
        const response = await send('POST', '/api/v1/sessions/refresh', undefined, {});
        token = response.ok ? (await response.json()).accessToken : null;
      } catch {
        // No network now: the token may still be good later.
        return false;
      } finally {
        renewal = null;
      }
      return token !== null;
    })();
    return renewal;
  }

  return {
    renew,
    async signIn(username, password) {
      token = null;
      token = (await (await call('POST', '/api/v1/sessions', { body: { username, password } })).json()).accessToken;
    },
    async signOut() {
      try {
        await call('DELETE', '/api/v1/sessions');
      } finally {
        token = null;
      }
    },
    async get(path) {
      return (await call('GET', path)).json();
    },
    /** A file, which a link cannot fetch: it needs the token. */
    async file(path) {
      const response = await call('GET', path, { headers: { Accept: '*/*' } });
      return { name: fileName(response.headers.get('Content-Disposition')), blob: await response.blob() };
    },
    async getWithVersion(path) {
      const response = await call('GET', path);
      const value = await response.json();
      return { value, version: value.version ?? unquoted(response.headers.get('ETag')) };
    },
    async post(path, body, version) {
      const headers = version === undefined ? {} : { 'If-Match': `"${version}"` };
      return (await call('POST', path, { body, headers })).json();
    },
    /** A whole file as the body. */
    async sendFile(path, file) {
      return (await call('POST', path, { raw: file, headers: { 'Content-Type': 'application/octet-stream' } })).json();
    },
    async getWith(path, headers) {
      return (await call('GET', path, { headers })).json();
    },
    async postWith(path, body, headers) {
      return (await call('POST', path, { body, headers })).json();
    },
    /** A file in one piece. */
    async putFile(path, file, headers) {
      return (await call('PUT', path, { raw: file, headers: { ...headers, 'Content-Type': 'application/octet-stream' } })).json();
    },
    async put(path, body) {
      return (await call('PUT', path, { body })).json();
    },
    /** What is missing of a declared file, from where the last try broke (tus 1.0.0). */
    async upload(path, file) {
      const tus = { 'Tus-Resumable': '1.0.0' };
      const offset = Number((await call('HEAD', path, { headers: tus })).headers.get('Upload-Offset'));
      if (offset >= file.size) return;
      await call('PATCH', path, {
        raw: file.slice(offset),
        headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
      });
    },
    async delete(path) {
      return (await call('DELETE', path)).json();
    },
    /** The raw body of a stream that stays open until `signal` ends it. */
    async stream(path, signal) {
      return (await call('GET', path, { headers: { Accept: 'text/event-stream' }, signal })).body;
    },
  };
}

/** Of `attachment; filename*=UTF-8''%E6%97%A5.pdf`. */
export function fileName(disposition) {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  try {
    return encoded ? decodeURIComponent(encoded) : undefined;
  } catch {
    return undefined;
  }
}

function unquoted(etag) {
  return etag ? etag.replace(/^W\//, '').replaceAll('"', '') : undefined;
}

async function problemOf(response) {
  let said = {};
  try {
    said = await response.json();
  } catch {
    // Not from us, such as a proxy's page: the status is all there is.
  }
  return new Problem({
    ...said,
    status: response.status,
    code: said.code ?? `http-${response.status}`,
    title: said.title ?? `HTTP ${response.status}`,
    errors: said.errors ?? said.facts?.errors,
    retryAfter: Number(response.headers.get('Retry-After')) || undefined,
  });
}

function unreachable(language) {
  const zh = !language.startsWith('en');
  return new Problem({
    status: 0,
    code: 'no-network',
    title: zh ? '连不上服务' : 'The service cannot be reached',
    detail: zh ? '没有收到回应，内容还在本页。' : 'There was no answer; what you typed is still here.',
    remedy: zh ? '有信号后按“再发一次”。用的是同一编号，不会重复立案。' : 'Press “Send again” when there is signal. It carries the same id and is never filed twice.',
  });
}
