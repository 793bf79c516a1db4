// The menu of colours: remembers the choice, if the browser lets it.
const menu = document.querySelector<HTMLSelectElement>('[data-theme-switch]');
const root = document.documentElement;
if (menu) {
  menu.value = root.dataset['theme'] ?? 'system';
  menu.addEventListener('change', () => {
    if (menu.value === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = menu.value;
    try {
      if (menu.value === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', menu.value);
    } catch {
      // storage refused: the choice holds for this page
    }
  });
}

export {};
