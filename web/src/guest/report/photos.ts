import type { Door, Receipt } from '../door';

/** A photo that waits to be sent; its id is the same at every try. */
export interface ChosenPhoto { id: string; picture: Blob; url: string }

/** Sends them one after another. @returns those that did not arrive, to be tried again */
export async function sendAll(door: Door, receipt: Receipt, photos: ChosenPhoto[], onSent: (count: number) => void): Promise<ChosenPhoto[]> {
  const failed: ChosenPhoto[] = [];
  for (const [n, photo] of photos.entries()) {
    onSent(n);
    try {
      await door.sendPhoto(photo.id, receipt, photo.picture);
    } catch {
      failed.push(photo);
    }
  }
  return failed;
}
