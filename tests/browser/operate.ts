// Uses everything a page has, without aim: opens what can be opened, presses what can be pressed,
// moves what can be moved. For what must hold whatever the reader has done.
import type { Page } from 'playwright-core';

export async function operate(page: Page): Promise<void> {
  // twice, for what the first round has brought out
  for (let round = 0; round < 2; round++) {
    await page.evaluate(async () => {
      const { used = new WeakSet() } = window as { used?: WeakSet<Element> };
      Object.assign(window, { used });
      const fresh = <E extends Element>(selector: string) =>
        [...document.querySelectorAll<E>(`main :is(${selector})`)].filter((element) => {
          const seen = used.has(element);
          used.add(element);
          return !seen && element.checkVisibility({ visibilityProperty: true });
        });
      const rest = () => new Promise((resolve) => setTimeout(resolve, 4));
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const button of fresh<HTMLButtonElement>('button:not(.action-buttons *, .note *)')) {
        const name = button.textContent;
        button.click();
        await rest();
        // what now says something else may be running: stop it again
        if (button.isConnected && button.textContent !== name) button.click();
      }
      for (const input of fresh<HTMLInputElement>('input[type="radio"], input[type="checkbox"]')) {
        input.click();
        await rest();
      }
      for (const select of fresh<HTMLSelectElement>('select')) {
        select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await rest();
      }
      for (const slider of fresh<HTMLInputElement>('input[type="range"]')) {
        slider.stepDown();
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
      for (const handle of fresh<SVGElement>('[role="slider"]')) {
        handle.focus();
        handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
      }
      // a mistake in every field, so that what is said about it is on the page
      for (const field of fresh<HTMLInputElement>('input[type="text"], textarea')) {
        field.value = 'what?';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await page.waitForTimeout(100);
  }
}
