import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/bricolage-grotesque/wdth.css';
import '../styles/tokens.css';
import './setup.css';
import { PreauSetup } from './preau-setup.ts';

// The entry of the page: the only module that does something when it is imported.
customElements.define('preau-setup', PreauSetup);
