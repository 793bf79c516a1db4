// Where the site will live, from one setting: SITE_URL, or else the homepage in package.json.
// A fork sets SITE_URL (its Pages workflow does) and edits no code.
import { readFileSync } from 'node:fs';

const { homepage } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/** @returns {{ site: string, base: string }} the origin, and the path with a slash at both ends */
export function siteAddress(address = process.env.SITE_URL || homepage) {
  const { origin, pathname } = new URL(address);
  return { site: origin, base: pathname.endsWith('/') ? pathname : `${pathname}/` };
}
