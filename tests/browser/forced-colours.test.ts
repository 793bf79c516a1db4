// Colours chosen by the system: nothing vanishes into the ground, and the classes can be told apart.
import { expect, it } from 'vitest';
import { needs, useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();

it.each(['', 'universal-approximation/', 'lab/'])('page "%s" keeps its marks', async (path) => {
  needs('forced colours');
  const { page, close } = await open(path, { forcedColors: 'active', reducedMotion: 'reduce' });
  await wake(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // whatever the reader chose before, drawings go with the system's ground
    await page.evaluate(
      (other) => {
        document.documentElement.dataset['theme'] = other;
      },
      colorScheme === 'light' ? 'dark' : 'light',
    );
    const { ground, faults } = await page.evaluate(() => {
      const canvas = document
        .createElement('canvas')
        .getContext('2d', { willReadFrequently: true });
      if (!canvas) throw new Error('no canvas');
      const luminance = (colour: string) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
        const [x = 0, y = 0, z = 0] = [r, g, b]
          .map((c) => c / 255)
          .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return a < 128 ? undefined : 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      const contrast = (one: number, other: number) =>
        (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      const page = luminance(getComputedStyle(document.body).backgroundColor) ?? 1;
      const found: string[] = [];
      const check = (part: Element, colour: string, on: number, least: number) => {
        const light = luminance(colour);
        if (light !== undefined && contrast(light, on) < least)
          found.push(
            `${part.closest('figure')?.id} ${part.localName}.${part.getAttribute('class')} ${colour} on ${on.toFixed(2)}: ${contrast(light, on).toFixed(2)}`,
          );
      };
      for (const svg of document.querySelectorAll('figure svg')) {
        const box = svg.querySelector('.plane-ground');
        const inside = (box && luminance(getComputedStyle(box).fill)) ?? page;
        for (const text of svg.querySelectorAll('text')) {
          const within = text.matches('.axis-name, .halo, .line-name');
          check(text, getComputedStyle(text).fill, within ? inside : page, 4.5);
        }
        for (const mark of svg.querySelectorAll('path.point'))
          check(mark, getComputedStyle(mark).fill, inside, 3);
        for (const line of svg.querySelectorAll('.curve, .fit-line, .drag-line-path, .rug'))
          check(line, getComputedStyle(line).stroke, inside, 3);
      }
      return { ground: page, faults: found };
    });
    expect(ground > 0.5).toBe(colorScheme === 'light');
    expect(faults).toEqual([]);
    const looks = await page.locator('.point').evaluateAll((marks) =>
      ['of-a', 'of-b'].map((kind) => {
        const mark = marks.find((one) => one.classList.contains(kind));
        return mark && `${mark.getAttribute('d')} ${getComputedStyle(mark).fill}`;
      }),
    );
    // by shape, and by colour as well
    if (path === '') {
      const [a, b] = looks.map((look) => look?.split(/ (?=rgb)/));
      expect(a?.[0]).not.toBe(b?.[0]);
      expect(a?.[1]).not.toBe(b?.[1]);
    }
  }
  await close();
});
