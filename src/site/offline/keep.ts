// Keeps a copy of the site for reading offline, unless the reader has said no or the connection is one
// to be spared. Loaded by later.ts.
import { possible, register, wanted } from './copy.ts';

const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };

try {
  if (possible && !connection?.saveData && (await wanted())) await register();
} catch {
  // refused, or gone offline meanwhile: the next visit tries again
}
