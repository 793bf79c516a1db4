// Says at the end which tests an engine could not run, and what each of them needs.
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { engine } from './names.ts';

export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const lines = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test: TestCase) => {
        const result = test.result();
        const why = result.state === 'skipped' ? result.note : undefined;
        return `  ${module.relativeModuleId}: ${test.fullName}: ${why ?? 'no reason given'}\n`;
      }),
    );
    if (lines.length > 0) process.stdout.write(`SKIPPED in ${engine}:\n${lines.join('')}`);
  }
}
