import type { ScreenReport } from '../../main/contract.ts';

/** Tells the service what this screen is and shows. Resolves to whether the service received it; it may be away. */
export async function reportScreen(
  report: Pick<ScreenReport, 'screen' | 'slide' | 'unplayable' | 'awake'>,
  size: { readonly width: number; readonly height: number },
): Promise<boolean> {
  const body: ScreenReport = {
    ...report,
    width: Math.max(1, Math.round(size.width)),
    height: Math.max(1, Math.round(size.height)),
    dpr: window.devicePixelRatio,
  };
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/screens', { method: 'POST', headers, body: JSON.stringify(body) });
    return answer.ok;
  } catch {
    return false;
  }
}
