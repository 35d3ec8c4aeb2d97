import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, test, vi } from 'vitest';
import { createApi, Problem } from '../../src/api/client';

/** A real little server; each test says what it answers. */
let server;
let base;
let asked = [];
let answers = {};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    asked.push({ path: request.url, method: request.method, headers: request.headers, body });
    const answer = answers[`${request.method} ${request.url}`]?.(Object.assign(request, { body })) ?? { status: 404, body: {} };
    if (answer.hangUp) return request.socket.destroy();
    response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  base = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  answers = {};
});

const api = (options = {}) => createApi({ fetch: (path, init) => fetch(base + path, init), ...options });

test('an expired token is renewed once for all calls that found it expired, and the calls are made again', async () => {
  let good = 'old';
  answers['POST /api/v1/sessions'] = () => ({ body: { accessToken: 'old' } });
  answers['POST /api/v1/sessions/refresh'] = () => ({ body: { accessToken: 'new' } });
  const guarded = (request) =>
    request.headers.authorization === `Bearer ${good}` ? { body: { ok: true } } : { status: 401, body: { code: 'token-expired' } };
  answers['GET /a'] = guarded;
  answers['GET /b'] = guarded;
  const client = api();
  await client.signIn('u', 'p');
  good = 'new';
  assert.deepEqual(await Promise.all([client.get('/a'), client.get('/b')]), [{ ok: true }, { ok: true }]);
  assert.equal(asked.filter((a) => a.path.endsWith('/refresh')).length, 1);
});

test('a wrong present password is asked once and ends nothing: the token in hand stays as good as it was', async () => {
  let out = 0;
  answers['POST /api/v1/sessions'] = () =>
    JSON.parse(asked.at(-1).body).password === 'right' ? { body: { accessToken: 'first' } } : { status: 401, body: { code: 'wrong-password' } };
  answers['GET /a'] = (request) => (request.headers.authorization === 'Bearer first' ? { body: { ok: true } } : { status: 401, body: {} });
  const client = api({ onSignedOut: () => out++ });
  await client.signIn('u', 'right');
  await assert.rejects(client.signIn('u', 'wrong', 'another'), (problem) => problem.code === 'wrong-password');
  assert.equal(asked.filter((one) => one.path === '/api/v1/sessions').length, 2);
  assert.equal(asked.filter((one) => one.path.endsWith('/refresh')).length, 0);
  assert.equal(out, 0);
  assert.deepEqual(await client.get('/a'), { ok: true });
});

test('when the session is over, the page is told', async () => {
  let out = 0;
  answers['POST /api/v1/sessions'] = () => ({ body: { accessToken: 'old' } });
  answers['POST /api/v1/sessions/refresh'] = () => ({ status: 401, body: { code: 'session-ended' } });
  answers['GET /a'] = () => ({ status: 401, body: { code: 'token-expired' } });
  const client = api({ onSignedOut: () => out++ });
  await client.signIn('u', 'p');
  await assert.rejects(client.get('/a'), (problem) => problem.code === 'token-expired');
  assert.equal(out, 1);
});

test('a problem keeps its words and says whether it may be sent again', async () => {
  answers['POST /x'] = () => ({ status: 503, headers: { 'Retry-After': '5' }, body: { code: 'outcome-unknown', title: 't', remedy: '用同一编号重发' } });
  answers['POST /y'] = () => ({ status: 409, body: { code: 'wrong-state', title: 't' } });
  await assert.rejects(api().post('/x', {}), (p) => p instanceof Problem && p.worthRepeating && p.retryAfter === 5 && p.remedy.includes('编号'));
  await assert.rejects(api().post('/y', {}), (p) => !p.worthRepeating);
});

test('no network is a problem in plain words, worth repeating', async () => {
  answers['POST /x'] = answers['GET /x'] = () => ({ hangUp: true });
  await assert.rejects(api().post('/x', {}), (p) => p.code === 'no-network' && p.worthRepeating && /[一-龥]/.test(p.remedy));
  await assert.rejects(api().get('/x'), (p) => p.code === 'no-network' && p.reading && p.worthRepeating && p.remedy.includes('再取一次') && !/立案/.test(p.remedy));
  await assert.rejects(api({ language: () => 'en' }).post('/x', {}), (p) => p.title.startsWith('The service'));
});

test('an answer that is not ours is still a problem', async () => {
  answers['GET /x'] = () => ({ status: 502, body: '<html>bad gateway</html>' });
  await assert.rejects(api().get('/x'), (p) => p.code === 'http-502' && p.worthRepeating);
});

test('the version goes out as If-Match, and comes from the body or the ETag', async () => {
  answers['POST /c'] = () => ({ body: {} });
  await api().post('/c', { id: '1' }, 7);
  assert.equal(asked[0].headers['if-match'], '"7"');
  answers['GET /e'] = () => ({ headers: { ETag: 'W/"3"' }, body: {} });
  assert.equal((await api().getWithVersion('/e')).version, '3');
});

test('a file goes on from where the last try broke', async () => {
  const api = createApi({ fetch: (path, options) => fetch(base + path, options) });
  answers['HEAD /up'] = () => ({ headers: { 'Upload-Offset': '3' } });
  answers['PATCH /up'] = () => ({ status: 204 });

  await api.upload('/up', new Blob(['abcdef']));

  const sent = asked.at(-1);
  assert.equal(sent.method, 'PATCH');
  assert.equal(sent.body, 'def');
  assert.equal(sent.headers['upload-offset'], '3');
  assert.equal(sent.headers['content-type'], 'application/offset+octet-stream');

  answers['HEAD /up'] = () => ({ headers: { 'Upload-Offset': '6' } });
  await api.upload('/up', new Blob(['abcdef']));
  assert.equal(asked.at(-1).method, 'HEAD');
});

test('photos are declared with their owner before they are sent, and only what is missing is sent', async () => {
  const { sendPhotos } = await import('../../src/desk/casefile/photos.ts');
  const api = createApi({ fetch: (path, options) => fetch(base + path, options) });
  answers['POST /api/v1/attachments'] = () => ({ status: 201, body: { uploadUrl: asked.length === 1 ? '/up' : undefined } });
  answers['HEAD /up'] = () => ({ headers: { 'Upload-Offset': '0' } });
  answers['PATCH /up'] = () => ({ status: 204 });
  const photos = [{ id: 'id-1', file: new File(['ab'], 'a.jpg') }, { id: 'id-2', file: new File(['cd'], 'b.jpg') }];

  await sendPhotos(api, { kind: 'REPORT', id: 'r-1' }, 'AFTER', photos, () => {}, new AbortController().signal);

  assert.deepEqual(asked.map((call) => call.method), ['POST', 'HEAD', 'PATCH', 'POST']);
  const declared = JSON.parse(asked[0].body);
  assert.deepEqual([declared.id, declared.ownerKind, declared.ownerId, declared.size], ['id-1', 'REPORT', 'r-1', 2]);
});

test('a photo that the service cannot open becomes a JPEG where the browser can show it, and goes as it is where it cannot', async () => {
  const { sendPhotos } = await import('../../src/desk/casefile/photos.ts');
  const api = createApi({ fetch: (path, options) => fetch(base + path, options) });
  answers['POST /api/v1/attachments'] = () => ({ status: 201, body: {} });
  let shows = true;
  vi.stubGlobal('Image', class { naturalWidth = 4; naturalHeight = 2; decode() { return shows ? Promise.resolve() : Promise.reject(new Error('HEIC')); } });
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => ({ fillRect() {}, drawImage() {} }), toBlob: (done, type) => done(new Blob(['jpeg!'], { type })) }) });
  const send = (id, type) => sendPhotos(api, { kind: 'CASE', id: 'c-1' }, 'AFTER', [{ id, file: new File(['as it was'], 'IMG_1', { type }) }], () => {}, new AbortController().signal);

  await send('heic', 'image/heic');
  await send('jpeg', 'image/jpeg');
  await send('webp', 'image/webp');
  shows = false;
  await send('closed', 'image/heic');
  vi.unstubAllGlobals();

  assert.deepEqual(asked.map((call) => [JSON.parse(call.body).id, JSON.parse(call.body).size]), [['heic', 5], ['jpeg', 9], ['webp', 9], ['closed', 9]]);
});
