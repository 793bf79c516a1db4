// host.ts in a child process: requests and replies are messages. The clock
// is processor time, of all the process's threads: other programs then matter little.
import type { Entry } from './contract.ts';
import { createHost, type Request } from './host.ts';

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export const serve = (entry: Entry): void => {
  const host = createHost(entry, processorTime);
  process.on('message', async (request: Request) => {
    try {
      process.send?.(await host(request));
    } catch (error) {
      process.send?.({ refused: String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
};
