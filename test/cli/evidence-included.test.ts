import { describe, expect, test } from 'vitest';
import { lookup } from '../../src/exhibit/value.ts';
import { loadStudy } from '../../src/study/load-study.ts';
import { valuesByName } from '../../src/study/values-by-name.ts';
import { change, emic } from '../helpers/workspace.ts';
import { review } from './evidence-data.ts';

const words = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** PS1 and PS4 are included, PS2 is excluded, and on PS3 raters differ. */
function selected(decisions = 'record,decision,reason\nPS1,include,\nPS2,exclude,no data\n') {
  const more = 'PS3,include,\nPS4,include,\n';
  const folder = review({
    'corpus/review/selection/full/ana.csv': `${decisions}${more}`,
    'corpus/review/selection/full/ben.csv': `${decisions}${more.replace('PS3,include,', 'PS3,exclude,no data')}`,
  });
  change(
    folder,
    'corpus/review/study.yaml',
    '  evidence: evidence.csv\n',
    '  evidence: evidence.csv\n  stages: [{ id: full, label: Full text, raters: [ana, ben], reasons: [no data] }]\n',
  );
  return folder;
}

describe('where a review has stages, only included records count', () => {
  test('evidence on others is told at its line, with the stage and the reason, and said below the table', async () => {
    const folder = selected();
    const { status, out, err } = await emic(folder, 'evidence', '--roll-up');
    expect(status).toBe(0);
    for (const [line, record, why] of [
      [4, 'PS3', '"Full text" has not settled it'],
      [6, 'PS2', 'excluded in "Full text": no data'],
    ]) {
      expect(words(err)).toContain(
        `evidence.csv:${line}:1: warning: "${record}" is not included (${why}); this row is not counted`,
      );
    }
    expect(words(out)).toMatch(/1 of 2 included records carry at least one of the codes, 1 none\./);
    expect(words(out)).toContain('for 1 record this is not settled yet');
    expect(words(out)).toContain('(excluded in "Full text": no data)');
  });

  test('records without any code are included ones', async () => {
    const { out } = await emic(selected(), 'evidence', '--uncited');
    expect(out).toContain('carry none of the codes: 1 of 2 included');
    expect(out).toContain('PS4');
  });

  test('what raters agree on in the end decides', async () => {
    const folder = selected();
    change(folder, 'corpus/review/selection/full/ben.csv', 'PS3,exclude,no data', 'PS3,include,');
    expect((await emic(folder, 'evidence', '--json')).out).toContain('"records": 3');
  });

  test('citations of others are told where they stand, and do not count', async () => {
    const folder = selected();
    const { status, out } = await emic(folder, 'check');
    expect(status).toBe(0);
    expect(out).toMatch(
      /table\.csv:2:\d+: warning: "PS2" is cited and not included \(excluded in "Full text": no data\)/,
    );
    const { results } = await loadStudy({ root: folder }, 'review');
    const value = (path: string) => {
      const found = lookup(path, [...results.keys()], (name) => valuesByName(results, name));
      return found.ok ? found.value : found.reason;
    };
    expect(['records', 'of', 'uncited', 'not-included'].map((one) => value(`table.${one}`))).toEqual([
      1, 2, 1, 3,
    ]);
    expect(value('tree.records')).toBe(2);
  });

  test('decisions that cannot be read leave no result', async () => {
    const folder = selected('record,decision,reason\nPS1,perhaps,\nPS2,exclude,no data\n');
    const { results } = await loadStudy({ root: folder }, 'review');
    expect(results.size).toBe(0);
    expect((await emic(folder, 'evidence')).status).toBe(1);
  });
});

test('without stages all records count, and that is said', async () => {
  const { out } = await emic(review(), 'evidence', '--uncited');
  expect(out).toContain('carry none of the codes: 1 of all 4');
});
