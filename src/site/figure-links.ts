// A shared link to a figure carries the figure's state after its name ("#one-line~line=1,2,3").
// Browsers only scroll to plain names; this goes to the figure, and the figure reads the rest.
const scroll = () => {
  // some programs that hand links on write even ~ and = in code; the address mended is followed anew
  const { hash } = location;
  if (!/~\w+=/.test(hash) && /(~|%7E)\w+(=|%3D)/i.test(hash))
    location.replace(hash.replace(/%7E/gi, '~').replace(/%3D/gi, '=').replaceAll('%25', '%'));
  const [id = '', state] = location.hash.slice(1).split('~');
  if (state !== undefined) document.getElementById(id)?.scrollIntoView();
};
addEventListener('hashchange', scroll);
scroll();

export {};
