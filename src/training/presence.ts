// Whether anybody can see an element: on screen (or nearly) and in a tab that is not hidden.

/** Calls back with every change, and once at the start; returns a disposer. */
export function watchPresence(element: Element, tell: (seen: boolean) => void): () => void {
  let near = true;
  const report = () => tell(near && document.visibilityState === 'visible');
  const observer = new IntersectionObserver(
    (entries) => {
      near = entries.at(-1)?.isIntersecting ?? near;
      report();
    },
    { rootMargin: '50px' },
  );
  observer.observe(element);
  document.addEventListener('visibilitychange', report);
  report();
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', report);
  };
}
