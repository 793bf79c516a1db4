// The built files know nothing of where they are served.
import { describe, expect, it } from 'vitest';
import { useSite } from './page.ts';

describe.each(['/', '/the-bend/', '/some/folder/deep/'])('under %s', (base) => {
  const open = useSite(undefined, undefined, base);

  it('the built site works', async () => {
    const { page, faults, close } = await open();
    await page.locator('#hero[data-alive]').waitFor();
    // an island, its props file, and a worker with its files
    const training = page.locator('#train-2-2-1');
    await training.scrollIntoViewIfNeeded();
    await training.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    const worker = page.waitForEvent('worker');
    await training.locator('button.primary').first().click();
    expect((await worker).url()).toContain(`${base}_astro/`);
    await page.waitForFunction(
      () => !document.querySelector('#train-2-2-1 .readout')?.textContent?.includes('Step 300'),
    );
    await page.locator('.way-on .after').click();
    await page.waitForURL(new RegExp(`^http://[^/]+${base}proof/$`));
    expect(faults).toEqual([]);
    await close();
  });
});
