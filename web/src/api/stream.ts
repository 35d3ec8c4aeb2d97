export interface ServerEvent {
  id: string | undefined;
  type: string;
  data: string;
}

/**
 * Cuts a text stream of server-sent events (HTML Standard 9.2) into events. `EventSource` cannot send a token, so the page
 * reads the stream with `fetch` and feeds the pieces in here.
 */
export function eventReader(onEvent: (event: ServerEvent) => void): (piece: string) => void {
  let rest = '';
  let event = blank();
  const line = (text: string) => {
    if (text === '') {
      if (event.data.length > 0) onEvent({ id: event.id, type: event.type || 'message', data: event.data.join('\n') });
      event = blank();
      return;
    }
    if (text.startsWith(':')) return;
    const colon = text.indexOf(':');
    const name = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') event.data.push(value);
    else if (name === 'event') event.type = value;
    else if (name === 'id') event.id = value;
  };
  return (piece) => {
    rest += piece;
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    lines.forEach(line);
  };
}

function blank(): { id: string | undefined; type: string; data: string[] } {
  return { id: undefined, type: '', data: [] };
}

/** Reads a stream to its end; ends also, with what `fetch` throws, when its signal aborts. */
export async function readEvents(stream: ReadableStream<Uint8Array>, onEvent: (event: ServerEvent) => void): Promise<void> {
  const read = eventReader(onEvent);
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) read(decoder.decode(next.value, { stream: true }));
}
