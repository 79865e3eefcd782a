import { expect, test } from 'vitest';
import { cellOf } from '../../src/coding/unit-codes.ts';
import { layOut, logsOf } from '../../src/study/agreement-round.ts';
import { openCoded } from '../../src/study/coded.ts';
import { openDecisions } from '../../src/study/decisions.ts';
import { copyOfStudy, emic, emicTold, read, write } from '../helpers/workspace.ts';

const raters = ['ana', 'ben', 'chloe'];
const choices = ['1', '2', '3', 'both', 'neither', 'difference', 'unclear', 'skip'];

/** The whole round gone through, with every kind of decision and some left out. */
async function decidedStudy(unit: string): Promise<string> {
  const folder = copyOfStudy('practice');
  const path = 'corpus/practice/study.yaml';
  write(folder, path, read(folder, path).replace('unit: turn', `unit: ${unit}`));
  const typed = Array.from({ length: 400 }, (_, index) => choices[(index * 5) % choices.length] ?? '');
  const lines = typed.flatMap((choice) => (choice === 'skip' ? [choice] : [choice, 'because']));
  const { status } = await emicTold(
    folder,
    lines,
    ...['reconcile', '--round', '1', '--by', 'ana', '--plain'],
  );
  expect(status).toBe(0);
  return folder;
}

// Of each unit and code the consensus has what follows from the raters' cells and the decision, and nothing else.
test.each(['turn', 'paragraph', 'sentence', 'character', 'spans'] as const)(
  'what the consensus says of every %s and code is what was agreed or decided',
  async (unit) => {
    const folder = await decidedStudy(unit);
    const { coded } = await openCoded({ root: folder }, 'practice');
    const { decisions } = await openDecisions({ root: folder }, 'practice');
    if (!coded) throw new Error('practice cannot be opened');
    const selection = {
      ...{ rounds: ['1'], raters: [...raters, 'consensus'], codes: undefined, version: undefined },
      ...{ documents: [...coded.corpus.documents.keys()], speakers: 'participants' as const },
    };
    const logs = logsOf(coded.corpus, '1', selection);
    const layout = { unit, onlyCoded: false, rollUp: false, minShare: undefined };
    const { table } = layOut(coded.corpus, logs, selection, layout, 'en').units;
    // Where marks make the units, those of the consensus may cut them once more, at the spaces it leaves out.
    const outcomeOf = (document: string, start: number, code: string) =>
      decisions.find(
        (one) =>
          one.document === document && one.code === code && one.unit.start <= start && start < one.unit.end,
      )?.outcome;
    const counts = { present: 0, absent: 0, open: 0 };
    for (const [u, { document, start }] of table.units.entries()) {
      for (const [c, code] of table.codes.entries()) {
        const cells = raters.map((_, r) => cellOf(table, u, r, c));
        const differ = cells.includes(1) && cells.includes(0);
        const outcome = differ
          ? (outcomeOf(document, start, code) ?? 'open')
          : cells.includes(1)
            ? 'present'
            : 'absent';
        if (differ) counts[outcome] += 1;
        const expected = { present: 1, absent: 0, open: null }[outcome];
        if (cellOf(table, u, raters.length, c) !== expected)
          expect(`${document} ${start} ${code}: ${cellOf(table, u, raters.length, c)}`).toBe(
            String(expected),
          );
      }
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  },
  60_000,
);
