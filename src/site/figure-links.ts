// A shared link to a figure carries the figure's state after its name ("#one-line~line=1,2,3").
// Browsers only scroll to plain names; this goes to the figure, and the figure reads the rest.
const scroll = () => {
  const [id = '', state] = location.hash.slice(1).split('~');
  if (state !== undefined) document.getElementById(id)?.scrollIntoView();
};
addEventListener('hashchange', scroll);
scroll();

export {};
