import { describe, expect, test } from 'vitest';
import { copyOfRepository, copyOfStudy, emic, emptyFolder } from '../helpers/workspace.ts';

describe('a call that is ambiguous or half typed is refused', () => {
  test.each([
    [['statements', '--base', 'participants', '--base', 'comments'], '--base stands here twice'],
    [
      ['statements', '--format', 'csv', '--format', 'html', '--format', 'csv'],
      '--format stands here 3 times',
    ],
    [['check', '-C', '.', '-C', '.'], '-C stands here twice'],
    [['check', '--workspace'], 'Not enough arguments following: workspace'],
    [['check', '--workspace='], '--workspace is empty'],
    [['statements', '--statement'], 'Not enough arguments following: statement'],
  ])('%j', async (args, said) => {
    const { status, err, out } = await emic(copyOfStudy('focus-group'), ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
  });

  test('with --json the reason is data too', async () => {
    const { status, out } = await emic(emptyFolder(), 'check', '--json', '--nope');
    expect(status).toBe(2);
    expect(JSON.parse(out)).toEqual({ error: 'Unknown argument: nope' });
  });
});

test('--statement takes one statement each time, and the study may follow it', async () => {
  const root = copyOfStudy('focus-group');
  const ids = async (...args: string[]) => {
    const { out } = await emic(root, 'statements', '--json', ...args);
    return JSON.parse(out).statements.map(({ id }: { id: string }) => id);
  };
  expect(await ids('--statement', 'statement-2', 'focus-group')).toEqual(['statement-2']);
  expect(await ids('--statement', 'statement-2', '--statement', 'statement-1')).toEqual([
    'statement-2',
    'statement-1',
  ]);
});

test.each([
  [['code', 'nothing-of-the-kind', '--plain'], '"emic code --help" lists its options.'],
  [['codebook', 'show', 'nowhere'], '"emic codebook show --help" lists its options.'],
  [['cod'], '"emic --help" lists the commands'],
])('%j: the help that is named is that of the command', async (args, hint) => {
  const { status, err } = await emic(copyOfRepository(), ...args);
  expect(status).toBe(2);
  expect(err).toContain(hint);
});
