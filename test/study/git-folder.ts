import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { emptyFolder } from '../helpers/workspace.ts';

/** Whether there is a git to test with; tests that need it say so where they are skipped. */
export const hasGit = spawnSync('git', ['--version']).status === 0;

/** Two clones of one repository, as two people or one person's two machines have it. */
export class TwoClones {
  readonly ours: string;
  readonly theirs: string;

  /** @param ours a workspace; it is committed as it is. */
  constructor(ours: string) {
    this.ours = ours;
    this.theirs = join(emptyFolder(), 'clone');
    git(ours, 'init', '--quiet', '--initial-branch', 'main');
    commit(ours);
    git(ours, 'clone', '--quiet', ours, this.theirs);
  }

  /** Both commit; then ours takes in what theirs has, by a plain `git merge`. */
  merge(): void {
    commit(this.ours);
    commit(this.theirs);
    git(this.ours, 'fetch', '--quiet', this.theirs, 'main');
    git(this.ours, 'merge', '--quiet', '--no-edit', 'FETCH_HEAD');
  }

  /** The other way round: theirs takes in what ours has. */
  mergeBack(): void {
    commit(this.ours);
    commit(this.theirs);
    git(this.theirs, 'pull', '--quiet', '--no-edit', '--no-rebase', this.ours, 'main');
  }
}

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'x');
}

export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      ...process.env,
      ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
      ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' },
      ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' },
    },
  });
}
