import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

/** Milliseconds that a conversion may take, and seconds of processor, by which ffmpeg ends itself if its thread has gone. */
const LIMIT_MS = 1_200_000;
const LIMIT_CPU_SECONDS = 2400;
/** A long side of more pixels is reduced: small computers do not play more without a jolt. */
export const MAX_SIDE = 1920;
const SIZE = `scale='if(gt(iw,ih),min(${MAX_SIDE},iw),-2)':'if(gt(iw,ih),-2,min(${MAX_SIDE},ih))'`;
/** The bright colours of telephones (HLG, HDR10) in those of the wall; without it they come out grey. */
const TO_SDR =
  'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv';

export interface Conversion {
  readonly program: string;
  readonly source: string;
  readonly target: string;
  /** The film has more colours than the wall shows. */
  readonly isHdr: boolean;
}

function argumentsOf({ source, target, isHdr }: Conversion): string[] {
  const filters = [...(isHdr ? [TO_SDR] : []), SIZE, 'format=yuv420p'].join(',');
  return [
    ...['-nostdin', '-v', 'error', '-timelimit', String(LIMIT_CPU_SECONDS)],
    // Nothing but the file itself is read, whatever it says.
    ...['-protocol_whitelist', 'file', '-i', `file:${source}`],
    ...['-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn', '-map_metadata', '-1'],
    ...['-vf', filters, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-threads', '1'],
    ...['-c:a', 'aac', '-b:a', '160k', '-ac', '2', '-movflags', '+faststart', '-f', 'mp4', '-y', `file:${target}`],
  ];
}

/** Makes an H.264 film of another one, slowly and behind everything else. False where ffmpeg could not, or took too long. */
export function convertVideo(conversion: Conversion): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(conversion.program, argumentsOf(conversion), { stdio: 'ignore', windowsHide: true });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    const end = (isDone: boolean): void => {
      clearTimeout(timer);
      resolve(isDone);
    };
    child.once('spawn', () => lowerPriority(child.pid));
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}

/** The least urgent of all processes: the wall must not stumble meanwhile. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 19);
  } catch {
    // It has ended already, or the system does not allow it: it then runs like any other.
  }
}
