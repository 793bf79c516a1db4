// The switch of the offline copy, on the page about the site.
import type { Site } from '../locales.ts';
import { keep, possible, remove, state, watch } from './copy.ts';

const place = document.querySelector<HTMLElement>('.offline');
const status = place?.querySelector('p');
const button = place?.querySelector('button');

if (place && status && button) {
  const words = JSON.parse(place.dataset['words'] ?? '') as Site['offline'];
  let failed = false;
  const show = async () => {
    const now = possible ? await state() : 'impossible';
    status.textContent = failed ? words.failed : words[now];
    button.textContent = now === 'none' ? words.keep : words.remove;
    button.hidden = !possible;
    place.hidden = false;
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const wanted = (await state()) === 'none';
      if (wanted) status.textContent = words.coming;
      await (wanted ? keep() : remove());
      failed = false;
    } catch {
      failed = true;
    }
    button.disabled = false;
    await show();
  });
  if (possible) watch(show);
  show();
}
