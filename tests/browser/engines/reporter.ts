// Says at the end which tests an engine could not run, and what each of them needs.
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { engine, isBrief, once, passedOver } from './names.ts';

export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const lines = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test: TestCase) => {
        const result = test.result();
        const why = result.state === 'skipped' ? result.note : undefined;
        // tests left out by a pattern on the command line are nobody's lack
        if (!why && process.argv.some((word) => /^(-t|--testNamePattern)/.test(word))) return '';
        return `  ${module.relativeModuleId}: ${test.fullName}: ${why ?? 'no reason given'}\n`;
      }),
    );
    const browser = modules.some(({ project }) => project.name === 'browser');
    if (browser && engine !== 'chromium')
      lines.push(
        ...Object.entries(once).map(([file, why]) => `  ${file}: in Chromium alone: ${why}\n`),
        isBrief
          ? '  pages but the articles and the lab, where every page is looked at\n'
          : '  pages of tables, and Chinese pages but the article, where every page is looked at\n',
      );
    if (browser && isBrief) {
      for (const [name, what] of Object.entries(passedOver))
        lines.push(`  tests/browser/${name}.test.ts: only in the whole suite: ${what}\n`);
    }
    if (lines.some(Boolean)) process.stdout.write(`SKIPPED in ${engine}:\n${lines.join('')}`);
  }
}
