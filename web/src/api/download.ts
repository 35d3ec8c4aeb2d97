import type { Api } from './client';

/** Saves a file that a link cannot fetch, as it needs the token. @throws Problem */
export async function download(api: Api, path: string, fallbackName: string): Promise<void> {
  const { name, blob } = await api.file(path);
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? fallbackName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
