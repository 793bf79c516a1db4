// `client:figure`: wakes an island when it comes near the window. Its words and starting state wait
// in a file of their own (see island-props.mjs), fetched at the same time as its code; in
// development they stand in the page.

/** @type {import('astro').ClientDirective} */
export default (load, _options, island) => {
  const wake = async () => {
    const address = island.getAttribute('props-url');
    if (!address) return (await load())();
    const [props] = await Promise.all([fetch(address).then((file) => file.text()), load()]);
    island.removeAttribute('props-url');
    // the island starts when its props arrive
    island.setAttribute('props', props);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      wake();
    },
    { rootMargin: '200px' },
  );
  for (const child of island.children) observer.observe(child);
};
