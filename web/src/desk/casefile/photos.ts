import type { Api } from '../../api/client';
import { newId } from '../../api/ids';
import { smaller } from '../../field/report/photo';

export interface Photo { id: string; url: string; thumbnailUrl?: string; moment: 'BEFORE' | 'AFTER'; fileName?: string; stored?: boolean }

interface Declared { id: string; state: string; moment?: 'BEFORE' | 'AFTER'; fileName?: string; uploadUrl?: string }

/** The photos of a report and of its case with links that open them for a quarter of an hour. */
export async function photosOf(api: Api, id: string): Promise<Photo[]> {
  const lists = await Promise.all(['REPORT', 'CASE'].map((kind) => api.get<{ items: Declared[] }>(`/api/v1/attachments?ownerKind=${kind}&ownerId=${encodeURIComponent(id)}`)));
  const stored = new Map(lists.flatMap((list) => list.items).filter((photo) => photo.state === 'STORED').map((photo) => [photo.id, photo]));
  if (stored.size === 0) return [];
  const { items } = await api.post<{ items: { id: string; url?: string; thumbnailUrl?: string }[] }>('/api/v1/attachments/links', { ids: [...stored.keys()].slice(0, 100) });
  return items.flatMap((link) => {
    const photo = stored.get(link.id);
    return photo && link.url ? [{ id: link.id, url: link.url, thumbnailUrl: link.thumbnailUrl, moment: photo.moment ?? 'BEFORE', fileName: photo.fileName }] : [];
  });
}

/** A chosen file under the id that it is declared with, the same at every try. */
export interface Chosen { id: string; file: File }

export function chosen(files: Iterable<File>): Chosen[] {
  return [...files].map((file) => ({ id: newId(), file }));
}

const MOST_BYTES = 10_000_000;
const LONGEST_SIDE = 3000;

/** Declares each photo and sends what is missing of it; after a break the same call goes on where it was. @returns their ids */
export async function sendPhotos(api: Api, owner: { kind: 'REPORT' | 'CASE'; id: string }, moment: 'BEFORE' | 'AFTER', photos: Chosen[], onProgress: (sent: number) => void, signal: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { id, file }] of photos.entries()) {
    onProgress(index + 1);
    signal.throwIfAborted?.();
    const blob = await fit(file);
    const declared = await api.post<Declared>('/api/v1/attachments', { id, ownerKind: owner.kind, ownerId: owner.id, moment, fileName: file.name, size: blob.size });
    if (declared.uploadUrl && declared.state !== 'STORED') await api.upload(declared.uploadUrl, blob, signal);
    ids.push(id);
  }
  return ids;
}

/** What the service opens. Anything else that this browser can show, such as HEIC in Safari, becomes a JPEG here. */
const OPENED = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

async function fit(file: File): Promise<Blob> {
  if (file.size > MOST_BYTES) return shrunk(file);
  // What cannot be shown here goes as it is: the service's refusal says what to do about it.
  return OPENED.has(file.type) ? file : ((await smaller(file)) ?? file);
}

/** What a camera of today writes is more than anybody looks at: 30 MB become a few hundred kilobytes. */
async function shrunk(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((take, refuse) => canvas.toBlob((blob) => (blob ? take(blob) : refuse(new Error('no picture'))), 'image/jpeg', 0.85));
}
