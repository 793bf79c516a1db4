// Whether anybody can see a figure: some of it on screen (or nearly), in a tab that is not hidden.

/**
 * Calls back with every change, and once at the start; returns a disposer. The figure is the one around the
 * element: controls and counts below a drawing go on where the drawing itself is out of sight.
 */
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
  observer.observe(element.closest('figure') ?? element);
  document.addEventListener('visibilitychange', report);
  report();
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', report);
  };
}
