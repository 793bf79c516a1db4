import { describe, expect, it } from 'vitest';
import { useSite } from './page.ts';

const open = useSite();
const flat = 'no straight line parts';
const folded = 'the gap is 0.34 wide';

describe('the first picture', () => {
  it('plays once by itself and ends folded', async () => {
    // too low a window to see it in, so that nothing is missed
    const { page, faults, close } = await open('', { viewport: { width: 1280, height: 200 } });
    await page.locator('#hero[data-alive]').waitFor();
    const played = page.locator('.hero-readout').evaluate(
      (readout, [first = '', last = '']) =>
        new Promise<void>((resolve) => {
          let unfolded = false;
          new MutationObserver(() => {
            const sentence = readout.textContent ?? '';
            unfolded ||= sentence.includes(first);
            if (unfolded && sentence.includes(last)) resolve();
          }).observe(readout, { childList: true });
        }),
      [flat, folded],
    );
    await page.setViewportSize({ width: 1280, height: 900 });
    await played;
    await page.getByRole('button', { name: 'Unfold it' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('stays folded under reduced motion, and jumps between before and after', async () => {
    const { page, faults, close } = await open('', { reducedMotion: 'reduce' });
    const readout = page.locator('.hero-readout');
    await page.locator('#hero[data-alive]').waitFor();
    expect(await page.locator('#hero input').inputValue()).toBe('100');
    await page.getByRole('button', { name: 'Unfold it' }).click();
    expect(await readout.textContent()).toContain(flat);
    await page.getByRole('button', { name: 'Fold it', exact: true }).click();
    expect(await readout.textContent()).toContain(folded);
    expect(faults).toEqual([]);
    await close();
  });

  it('is scrubbed by keyboard and by pointer, which stops the play', async () => {
    const { page, faults, close } = await open();
    const slider = page.getByRole('slider', { name: 'Fold' });
    const readout = page.locator('.hero-readout');
    await page.locator('#hero[data-alive]').waitFor();
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await slider.inputValue()).toBe('1');
    await page.keyboard.press('End');
    expect(await readout.textContent()).toContain(folded);
    const box = await slider.boundingBox();
    if (!box) throw new Error('the slider has no box');
    await page.mouse.click(box.x + 8, box.y + box.height / 2);
    expect(await readout.textContent()).toContain(flat);
    await page.waitForTimeout(300);
    expect(await slider.inputValue()).toBe('0');
    expect(faults).toEqual([]);
    await close();
  });

  it('has its state in the link, comes back from it, and says when it cannot', async () => {
    const visit = await open('', { reducedMotion: 'reduce' });
    const { page } = visit;
    const hero = page.locator('#hero');
    await page.locator('#hero[data-alive]').waitFor();
    await hero.getByRole('button', { name: 'Unfold it' }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#hero~fold=0');
    await hero.getByRole('button', { name: 'Reset' }).click();
    expect(await hero.locator('input').inputValue()).toBe('100');
    expect(new URL(page.url()).hash).toBe('#hero');
    expect(visit.faults).toEqual([]);
    await visit.close();

    const linked = await open('#hero~fold=40');
    await expect.poll(() => linked.page.locator('#hero input').inputValue()).toBe('40');
    await linked.page.waitForTimeout(400);
    expect(await linked.page.locator('#hero input').inputValue()).toBe('40');
    await linked.close();

    const bad = await open('#hero~fold=400');
    await expect
      .poll(() => bad.page.locator('#hero [role=alert]').textContent())
      .toContain('fold=400');
    await bad.close();
  });

  it('is whole without JavaScript', async () => {
    const { page, close } = await open('', { javaScriptEnabled: false });
    expect(await page.locator('.hero-readout').textContent()).toContain(folded);
    expect(await page.locator('#hero button').first().isVisible()).toBe(false);
    await close();
  });
});
