// Ids of form fields. Preact numbers ids per island, so two islands of a page would use the same
// ones; the figure's own id in front keeps them apart.
import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';

export const FigureId = createContext('');

/** An id that is unique on the page and the same on server and client. */
export function useFieldId(): string {
  return `${useContext(FigureId)}-${useId()}`;
}
