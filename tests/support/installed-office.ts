import type { TestContext } from 'vitest';
import { findOffice } from '../../main/content/kinds/office/find-office.ts';
import { missingModule } from '../../main/content/kinds/office/office-modules.ts';
import { skipBecause } from './skip-because.ts';

type OfficeEnding = '.doc' | '.pptx' | '.xls';

/** The LibreOffice of this machine that opens files of an ending; else why there is none. */
export async function officeThatOpens(ending: OfficeEnding): Promise<{ program: string } | { why: string }> {
  const program = await findOffice();
  if (program === null) return { why: 'LibreOffice is not installed here' };
  const missing = await missingModule(program, ending);
  return missing === null ? { program } : { why: `LibreOffice ${missing} is not installed here` };
}

/** The same for a test, which is skipped where there is none. */
export async function officeOf(context: TestContext, ending: OfficeEnding): Promise<string> {
  const office = await officeThatOpens(ending);
  return 'why' in office ? skipBecause(context, office.why) : office.program;
}
