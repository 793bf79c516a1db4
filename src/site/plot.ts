// Charts and frames that stand still, drawn by Observable Plot at build: the reader gets plain SVG
// and none of Plot's JavaScript. Server only; what moves is drawn over it by the figure's island.
import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/**
 * The SVG of a plot, for a slot of figure `id`. Colours and type come from the page: Plot's own style
 * sheet (which the page's content policy would refuse) is taken out; so are names for axes, which a
 * reader of the picture's description does not need twice. Ids are the figure's own.
 */
export function drawPlot(options: PlotOptions, id: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const node = plot({ ...options, document });
  if (node.localName !== 'svg')
    throw new Error(`plot of ${id}: got <${node.localName}>, expected <svg>`);
  for (const style of node.querySelectorAll('style')) style.remove();
  for (const part of node.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  for (const attribute of ['fill', 'font-family', 'font-size', 'class', 'width', 'height']) {
    node.removeAttribute(attribute);
  }
  node.setAttribute('aria-hidden', 'true');
  return node.outerHTML
    .replace(/\bplot-(clip|marker|pattern)-(\d+)/g, `${id}-$1-$2`)
    .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(1))));
}
