import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/bricolage-grotesque/wdth.css';
import '@fontsource-variable/noto-emoji';
import '../styles/tokens.css';
import { defineSlides } from '../slides/registry.ts';
import { askedBy } from './asked.ts';
import { PreauPlayer } from './preau-player.ts';
import { StillPlayer } from './still-player.ts';
import { WallHead } from './wall-head.ts';

// The entry of the page: the only module that does something when it is imported.
defineSlides();
customElements.define('preau-wall-head', WallHead);
customElements.define('preau-player', askedBy(location.search).still ? StillPlayer : PreauPlayer);
