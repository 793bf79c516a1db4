// The menu of colours: remembers the choice, if the browser lets it, and follows one made in another tab
// or on a later page that the reader comes back from.
const menu = document.querySelector<HTMLSelectElement>('[data-theme-switch]');
const root = document.documentElement;
const show = (theme: string) => {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
};
if (menu) {
  menu.value = root.dataset['theme'] ?? 'system';
  menu.addEventListener('change', () => {
    show(menu.value);
    try {
      if (menu.value === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', menu.value);
    } catch {
      // storage refused: the choice holds for this page
    }
  });
  const follow = () => {
    try {
      menu.value = localStorage.getItem('theme') ?? 'system';
      show(menu.value || 'system');
    } catch {
      // storage refused: there is nothing to follow
    }
  };
  addEventListener('storage', follow);
  addEventListener('pageshow', ({ persisted }) => persisted && follow());
}

export {};
