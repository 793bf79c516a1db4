// `client:figure`: wakes an island when it comes near the window. Its words and starting state wait
// in a file of their own (see island-props.mjs), fetched at the same time as its code; in
// development they stand in the page. Where they cannot be had, the figure stays as it is drawn, and
// is tried again when the connection is back.

/** @type {import('astro').ClientDirective} */
export default (load, _options, island) => {
  const wake = async () => {
    const address = island.getAttribute('props-url');
    if (!address) return (await load())();
    const [props] = await Promise.all([fetch(address).then((file) => file.json()), load()]);
    // its code has just run; its first drawing is a task of its own, so that a touch in between is seen
    await new Promise((resolve) => setTimeout(resolve));
    island.removeAttribute('props-url');
    // the island starts when its props arrive
    island.setAttribute('props', JSON.stringify(props));
  };
  const near = (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    wake().catch(() => addEventListener('online', watch, { once: true }));
  };
  const observer = new IntersectionObserver(near, { rootMargin: '200px' });
  const watch = () => {
    for (const child of island.children) observer.observe(child);
  };
  watch();
};
