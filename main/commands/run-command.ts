import type { Asked } from '../settings/flags.ts';
import { notOfKiosk } from '../settings/kiosk.ts';
import { productVersion } from '../settings/version.ts';
import type { Print } from './print.ts';

/** Runs any command but `start`; resolves to the exit code. Each imports only what it needs. */
export async function runCommand(asked: Asked, print: Print): Promise<number> {
  if (asked.command === 'version') {
    print(`${productVersion()}\n`);
    return 0;
  }
  const ofOther = notOfKiosk(asked.command);
  if (ofOther !== null) process.stderr.write(`préau : ${ofOther}\n`);
  switch (asked.command) {
    case 'config': {
      const { runConfig } = await import('./config.ts');
      return runConfig(asked, print);
    }
    case 'code': {
      const { runCode } = await import('./code.ts');
      return runCode(asked, print);
    }
    case 'setup': {
      const { runSetup } = await import('./setup.ts');
      return runSetup(asked, print);
    }
    default: {
      const { runReading } = await import('./read-commands.ts');
      return runReading(asked, print);
    }
  }
}
