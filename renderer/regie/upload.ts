import type { Refusal } from '../../main/regie-contract.ts';
import { type Answer, refusal } from './api.ts';

const CUT = 'L’envoi s’est interrompu\u00a0: rien n’a été gardé. Recommencez.';

/** Sends a file as it is, and tells how far it is, from 0 to 1. (`fetch` does not tell.) */
export function upload<T>(address: string, file: Blob, onProgress: (part: number) => void): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => resolve({ ok: false, message: CUT }));
    request.addEventListener('load', () => {
      const { status, response } = request;
      if (status >= 200 && status < 300) resolve({ ok: true, value: response as T });
      else resolve(refusal(status, (response as Refusal | null)?.message ?? CUT));
    });
    request.send(file);
  });
}
