// Writes the address without leaving an entry in the history. Safari allows it a hundred times in ten
// seconds and throws at the next: then the newest address waits for its turn.

/** Milliseconds until it is tried again. */
const patience = 1000;

let turn: ReturnType<typeof setTimeout> | undefined;

/** The entry of now gets `address`, soon at the latest, unless the reader has left it by then. */
export const replaceAddress = (address: string): void => {
  clearTimeout(turn);
  const { href } = location;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    turn = setTimeout(() => {
      if (location.href === href) replaceAddress(address);
    }, patience);
  }
};
