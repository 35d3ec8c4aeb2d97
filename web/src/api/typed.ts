import createClient from 'openapi-fetch';
import type { Api } from './client';
import type { paths as DispatchPaths } from './paths/dispatch';
import type { paths as GatewayPaths } from './paths/gateway';
import type { paths as IntakePaths } from './paths/intake';
import type { paths as LedgerPaths } from './paths/ledger';

/**
 * Clients whose paths, parameters and answers are checked against the services' descriptions. They go through `api`, so token,
 * renewal and problems are the same: `const { data } = await typed(api).dispatch.GET('/api/v1/cases/{id}', { params: { path: { id } } })`.
 */
export function typed(api: Api) {
  const options = { baseUrl: globalThis.location.origin, fetch: throughThe(api) };
  return {
    gateway: createClient<GatewayPaths>(options),
    intake: createClient<IntakePaths>(options),
    dispatch: createClient<DispatchPaths>(options),
    ledger: createClient<LedgerPaths>(options),
  };
}

export type TypedApi = ReturnType<typeof typed>;

function throughThe(api: Api) {
  return async (request: Request): Promise<Response> => {
    const text = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text();
    const headers: Record<string, string> = {};
    request.headers.forEach((value, name) => {
      if (name !== 'content-type') headers[name] = value;
    });
    const { pathname, search } = new URL(request.url);
    return api.call(request.method, pathname + search, { body: text ? JSON.parse(text) : undefined, headers, signal: request.signal });
  };
}
