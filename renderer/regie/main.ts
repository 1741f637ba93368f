import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/bricolage-grotesque/wdth.css';
import '@fontsource-variable/noto-emoji';
import '../styles/tokens.css';
import './regie.css';
import { BinView } from './bin-view.ts';
import { DayColumn } from './day-column.ts';
import { DayDialog } from './day-dialog.ts';
import { DropView } from './drop-view.ts';
import { FilesView } from './files-view.ts';
import { PreauRegie } from './preau-regie.ts';
import { ScreensView } from './screens-view.ts';
import { StillFrame } from './still-frame.ts';
import { TrialCard } from './trial-card.ts';
import { WeekView } from './week-view.ts';

// The entry of the page: the only module that does something when it is imported.
customElements.define('preau-still', StillFrame);
customElements.define('preau-day', DayColumn);
customElements.define('preau-day-dialog', DayDialog);
customElements.define('preau-week', WeekView);
customElements.define('preau-files', FilesView);
customElements.define('preau-screens', ScreensView);
customElements.define('preau-trial', TrialCard);
customElements.define('preau-drop', DropView);
customElements.define('preau-bin', BinView);
customElements.define('preau-regie', PreauRegie);
// The words of a view do not wait for the slides, which are most of the code.
void import('./stills.ts').then(({ defineStills }) => defineStills());
