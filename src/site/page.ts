// Everything a page's furniture does in the browser, in one file.
import './theme-switch.ts';
import './contents.ts';
import './figure-links.ts';
import './languages.ts';
import './opening.ts';
import './offline/later.ts';
