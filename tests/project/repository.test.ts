// The repository as a stranger's machine meets it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly integrity?: string;
        readonly optionalDependencies?: Record<string, string>;
      }
    >
  >;
}
const lock: Lock = JSON.parse(read('package-lock.json'));

it('the lock file holds every optional package its packages name, so that npm ci works everywhere', () => {
  const names = new Set(
    Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)),
  );
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

it('the lock file names no registry host', () => {
  const hosts = Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'));
  expect(hosts).toEqual([]);
});

it('the lock file holds a digest of every package', () => {
  const bare = Object.entries(lock.packages).filter(
    ([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'),
  );
  expect(bare.map(([path]) => path)).toEqual([]);
});

it('every package the project names is named by its exact version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  for (const version of Object.values({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

it('the top level holds only what the layout allows', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
  const top = new Set(tracked.map((file) => file.split('/')[0]).filter(Boolean));
  const allowed =
    /^(\..+|package\.json|package-lock\.json|tsconfig\.json|astro\.config\.mjs|src|content|public|tests|README\.md|LICENSE|CONTRIBUTING\.md|CITATION\.cff|SECURITY\.md)$/;
  expect([...top].filter((name) => !allowed.test(name ?? ''))).toEqual([]);
});

it('every GitHub action is pinned to a commit', () => {
  const uses = read('.github/workflows/pages.yml').match(/uses: .*/g) ?? [];
  expect(uses.length).toBeGreaterThan(3);
  for (const line of uses) expect(line).toMatch(/@[0-9a-f]{40} # v/);
});

it('the workflow may read, and only the job that publishes may publish', () => {
  const workflow = read('.github/workflows/pages.yml');
  const [before = '', deploy = ''] = workflow.split(/^ {2}deploy:$/m);
  expect(before.match(/permissions:[^#]*?(?=^\S)/m)?.[0]).toBe('permissions:\n  contents: read\n');
  expect(before.match(/: write/g)).toBeNull();
  expect(deploy.match(/\S+: write/g)).toEqual(['pages: write', 'id-token: write']);
  // no code of a pull request meets a secret, and no token stays on disk
  expect(workflow).not.toMatch(/pull_request_target|secrets\./);
  const checkouts = workflow.match(/actions\/checkout/g)?.length;
  expect(workflow.match(/persist-credentials: false/g)).toHaveLength(checkouts ?? 0);
});
