/** One field that was refused, with what to do about it. */
export interface FieldError {
  field: string;
  reason?: string;
  remedy?: string;
}

export interface ProblemSaid {
  status: number;
  code: string;
  title: string;
  detail?: string;
  remedy?: string;
  errors?: FieldError[];
  facts?: Record<string, unknown>;
  /** Seconds after which to try again, where the service named them. */
  retryAfter?: number;
  /** Something was asked for and not sent: asking again files nothing. */
  reading?: boolean;
}

/** What went wrong, in the services' own words (RFC 9457), which can be shown as they are. Status 0: there was no answer. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly remedy: string | undefined;
  readonly errors: FieldError[];
  readonly facts: Record<string, unknown>;
  readonly retryAfter: number | undefined;
  readonly reading: boolean;

  constructor({ status, code, title, detail, remedy, errors, facts, retryAfter, reading }: ProblemSaid) {
    super(detail || title || code);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.remedy = remedy;
    this.errors = errors ?? [];
    this.facts = facts ?? {};
    this.retryAfter = retryAfter;
    this.reading = reading ?? false;
  }

  /** Nobody knows whether it was stored, or it was not: the same id may be sent again without harm. */
  get worthRepeating(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export async function problemOf(response: Response, reading = false): Promise<Problem> {
  let said: Partial<ProblemSaid> & { facts?: { errors?: FieldError[] } } = {};
  try {
    said = (await response.json()) ?? {};
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
    reading,
  });
}

/** @param reading something was asked for, so that there is nothing to file twice */
export function unreachable(language: string, reading = false): Problem {
  const zh = !language.startsWith('en');
  const title = zh ? '连不上服务' : 'The service cannot be reached';
  if (reading) {
    return new Problem({
      status: 0,
      code: 'no-network',
      title,
      detail: zh ? '没有取到最新的内容，本页上的还在。' : 'The latest could not be fetched; what stands on the page is still here.',
      remedy: zh ? '有信号后按“再取一次”。' : 'Press “Fetch again” when there is signal.',
      reading,
    });
  }
  return new Problem({
    status: 0,
    code: 'no-network',
    title,
    detail: zh ? '没有收到回应，内容还在本页。' : 'There was no answer; what you typed is still here.',
    remedy: zh ? '有信号后按“再发一次”。用的是同一编号，不会重复立案。' : 'Press "Send again" when there is signal. It carries the same id and is never filed twice.',
  });
}
