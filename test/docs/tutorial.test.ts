import { expect, test } from 'vitest';
import { copyOfRepository, emic, read, repository, write } from '../helpers/workspace.ts';

const tutorial = read(repository, 'docs/tutorial.md');

/** Each command of the tutorial, in order: its words, and the exit status that a remark behind it announces. */
const commands = [...tutorial.matchAll(/^ {4}emic (.+?)(?: +# exit (\d))?$/gm)].map(
  ([, line = '', status = '0']) => ({
    line,
    words: [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    status: Number(status),
  }),
);

test('every command of the tutorial runs as it stands, one after the other', async () => {
  const workspace = copyOfRepository();
  for (const [, name = '', content = ''] of tutorial.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)```/g)) {
    write(workspace, name, content);
  }
  expect(commands.length).toBeGreaterThan(15);
  for (const { line, words, status } of commands) {
    const ran = await emic(workspace, ...words);
    expect({ line, status: ran.status, err: ran.err }).toMatchObject({ line, status });
    expect(ran.out, line).not.toBe('');
  }
}, 60_000);

test('the tutorial says what is true of the study', async () => {
  const workspace = copyOfRepository();
  expect((await emic(workspace, 'agree', 'practice', '--unit', 'turn', '--round', '1')).out).toContain(
    'Band (Fleiss 1981): fair to good.',
  );
  const second = await emic(workspace, 'agree', 'practice', '--unit', 'turn', '--round', '2', '--json');
  const comparisons: { pooled: { value: number } }[] = JSON.parse(second.out).rounds[0].comparisons;
  expect(comparisons.map(({ pooled }) => pooled.value)).toEqual([1, 1, 1, 1]);
});
