// The page's side of the offline copy: whether one is kept, keep one, remove it. Nothing but the copy
// itself is stored: that the reader does not want one is the name of an empty cache.

// the worker stands beside the folder of the scripts
const script = import.meta.url;
const root = new URL('../', script).href;
const marker = `${root} off`;

/** False where the browser keeps no copies, on an insecure address, and in development. */
export const possible =
  import.meta.env.PROD &&
  import.meta.env.OFFLINE !== 'off' &&
  'serviceWorker' in navigator &&
  'caches' in globalThis;

export const wanted = async (): Promise<boolean> => !(await caches.has(marker));

const copies = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(`${root} `) && name !== marker);

/** A whole copy, one under way, or none. */
export async function state(): Promise<'kept' | 'coming' | 'none'> {
  const registration = await navigator.serviceWorker.getRegistration(root);
  if (!registration) return 'none';
  if (!registration.active) return 'coming';
  return (await copies()).length > 0 ? 'kept' : 'none';
}

/** Calls back when a copy has become whole, or has failed to. */
export function watch(changed: () => void): void {
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', changed);
  navigator.serviceWorker.addEventListener('controllerchange', changed);
  navigator.serviceWorker.getRegistration(root).then((registration) => {
    follow(registration?.installing ?? null);
    registration?.addEventListener('updatefound', () => follow(registration.installing));
  });
}

export async function register(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(`${root}service-worker.js`);
}

export async function keep(): Promise<void> {
  await caches.delete(marker);
  const { active } = await register();
  if (!active || (await copies()).length > 0) return;
  // the worker of a copy just removed lives on until its pages are closed; it makes another
  await new Promise<void>((kept, failed) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data === 'kept' ? kept() : failed(new Error(String(data))));
    active.postMessage('take', [port2]);
  });
}

/** Removes the worker and every copy, and remembers not to make another. */
export async function remove(): Promise<void> {
  await caches.open(marker);
  const registration = await navigator.serviceWorker.getRegistration(root);
  await registration?.unregister();
  await Promise.all((await copies()).map((name) => caches.delete(name)));
}
