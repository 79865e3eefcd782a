import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { encodeRatings } from '../../src/agreement/ratings.ts';
import { disagreementsOf } from '../../src/selection/disagreements.ts';
import { outcomeOf } from '../../src/selection/outcome.ts';
import { readDecisions } from '../../src/selection/read-decisions.ts';
import type { RaterDecisions, Settling, Stage, Verdict } from '../../src/selection/stage.ts';
import { stageAgreement } from '../../src/selection/stage-agreement.ts';
import { stageRatings } from '../../src/selection/stage-ratings.ts';
import { stageState, summariseStage } from '../../src/selection/stage-state.ts';

const stage = (more: Partial<Stage> = {}): Stage => ({
  ...{ id: 'title', label: 'Title', phase: 'screening', raters: ['ana', 'ben'] },
  ...{ reasons: ['off topic', 'no data'], settle: 'all' },
  ...more,
});

/** Decisions as `r1 include` or `r2 exclude off topic`. */
const by = (rater: string, ...said: string[]): RaterDecisions => ({
  rater,
  decisions: new Map(
    said.map((one) => {
      const [record = '', verdict = '', ...reason] = one.split(' ');
      const place = { line: 1, column: 1 };
      return [
        record,
        { record, verdict: verdict as Verdict, reason: reason.join(' ') || null, note: null, place },
      ];
    }),
  ),
});

describe('a file of decisions', () => {
  const read = (text: string, excluded = new Map<string, string>()) => {
    const file = new VFile({ path: 'selection/title/ana.csv', value: text });
    const found = readDecisions(file, 'ana', stage(), new Set(['r1', 'r2', 'r3']), excluded);
    const told = file.messages.map(({ line, column, ruleId, fatal }) => [line, column, ruleId, fatal]);
    return { decisions: found.decisions, told, file };
  };

  test('has a decision, and if there are any a reason and a note, for each record', () => {
    const { decisions, told } = read(
      'record,decision,reason,note\nr1,Include,,a note\nr2,exclude,no data,\nr3,,,\n',
    );
    expect(told).toEqual([]);
    expect([...decisions.values()]).toEqual([
      { record: 'r1', verdict: 'include', reason: null, note: 'a note', place: { line: 2, column: 1 } },
      { record: 'r2', verdict: 'exclude', reason: 'no data', note: null, place: { line: 3, column: 1 } },
    ]);
  });

  test.each([
    ['an unknown record', 'r9,include,', 'unknown-record', 1],
    ['no record', ',include,', 'unknown-record', 1],
    ['an unknown decision', 'r1,maybe,', 'unknown-decision', 4],
    ['an unknown reason', 'r1,exclude,no date', 'unknown-reason', 12],
    ['a reason for including', 'r1,include,no data', 'unexpected-reason', 12],
    ['a second decision', 'r2,exclude,no data', 'duplicate-decision', 1],
    ['a record excluded before', 'r3,include,', 'excluded-earlier', 1],
  ])('%s is told at its place, and the rest is read', (_, row, rule, column) => {
    const { decisions, told } = read(
      `record,decision,reason\nr2,include,\n${row}\n`,
      new Map([['r3', 'earlier']]),
    );
    expect(told).toEqual([[3, column, rule, true]]);
    expect([...decisions.keys()]).toEqual(['r2']);
  });

  test('a near name is suggested', () => {
    expect(String(read('record,decision,reason\nr1,exclude,no date\n').file.messages[0]?.note)).toBe(
      'did you mean "no data"?',
    );
  });

  test('a near record is suggested among some, and none is looked for among very many', () => {
    const noteOf = (records: number): unknown => {
      const ids = new Set(Array.from({ length: records }, (_, at) => `record-${at}`));
      const file = new VFile({ path: 'ana.csv', value: 'record,decision\nrecord_1,include\n' });
      readDecisions(file, 'ana', stage(), ids, new Map());
      expect(file.messages).toMatchObject([{ line: 2, column: 1, ruleId: 'unknown-record' }]);
      return file.messages[0]?.note;
    };
    expect(noteOf(10)).toBe('did you mean "record-1"?');
    expect(noteOf(3000)).toBeUndefined();
  });

  test('an exclusion without a reason counts, and is a warning', () => {
    const { decisions, told } = read('record,decision,reason\nr1,exclude,\n');
    expect(decisions.size).toBe(1);
    expect(told).toEqual([[2, 12, 'missing-reason', false]]);
  });

  test('a column that is missing is told', () => {
    expect(read('record,verdict\nr1,include\n').told[0]).toEqual([1, 1, 'missing-column', true]);
  });
});

describe('what a stage comes to', () => {
  const said: Record<string, string[]> = {
    'both include': ['r include', 'r include'],
    'both exclude': ['r exclude no data', 'r exclude no data'],
    'for two reasons': ['r exclude no data', 'r exclude off topic'],
    'they differ': ['r include', 'r exclude no data'],
    'one is unsure': ['r include', 'r unsure'],
    'one has not decided': ['r include', ''],
    'nobody has decided': ['', ''],
  };
  const outcome = (settle: Settling, [ana = '', ben = ''] = [] as string[], agreed?: string) =>
    outcomeOf('r', stage({ settle }), [
      by('ana', ...(ana ? [ana] : [])),
      by('ben', ...(ben ? [ben] : [])),
      ...(agreed ? [by('consensus', agreed)] : []),
    ]);
  const table: Record<Settling, string[]> = {
    all: ['include', 'exclude', 'exclude', 'open', 'open', 'not yet', 'not yet'],
    any: ['include', 'exclude', 'exclude', 'include', 'open', 'not yet', 'not yet'],
    one: ['include', 'exclude', 'exclude', 'open', 'open', 'include', 'not yet'],
  };
  test.each(Object.entries(table))('settled by %s', (settle, expected) => {
    expect(Object.values(said).map((one) => outcome(settle as Settling, one).kind)).toEqual(expected);
  });

  test('two reasons are no single reason', () => {
    expect(outcome('all', said['both exclude'])).toEqual({ kind: 'exclude', reason: 'no data' });
    expect(outcome('all', said['for two reasons'])).toEqual({ kind: 'exclude', reason: null });
  });

  test('the consensus goes before whatever was said', () => {
    for (const one of Object.values(said)) {
      expect(outcome('all', one, 'r exclude off topic')).toEqual({ kind: 'exclude', reason: 'off topic' });
    }
    expect(outcome('all', said['both include'], 'r unsure').kind).toBe('open');
  });

  test('every record is counted once', () => {
    const state = stageState(
      stage(),
      ['r1', 'r2', 'r3', 'r4', 'r5'],
      [
        by('ana', 'r1 include', 'r2 exclude no data', 'r3 include', 'r4 exclude no data'),
        by('ben', 'r1 include', 'r2 exclude no data', 'r3 unsure', 'r4 exclude off topic'),
      ],
    );
    expect(summariseStage(state)).toMatchObject({
      ...{ records: 5, included: 1, excluded: 2, withoutReason: 1, open: 1, notYet: 1 },
      reasons: new Map([
        ['off topic', 0],
        ['no data', 1],
      ]),
      raters: [
        { rater: 'ana', decided: 4, unsure: 0 },
        { rater: 'ben', decided: 4, unsure: 1 },
      ],
    });
  });
});

describe('agreement', () => {
  const verdict = fc.constantFrom<Verdict | null>('include', 'exclude', 'unsure', null);
  const stateOf = (labels: (Verdict | null)[][]) => {
    const names = ['ana', 'ben', 'cem'].slice(0, labels.length);
    const records = (labels[0] ?? []).map((_, at) => `r${at}`);
    const raters = labels.map((column, at) =>
      by(names[at] ?? '', ...column.flatMap((one, record) => (one === null ? [] : [`r${record} ${one}`]))),
    );
    return { names, state: stageState(stage({ raters: names }), records, raters) };
  };

  test('is that of the same decisions as ratings', () => {
    const columns = (raters: number) =>
      fc
        .array(fc.tuple(...Array.from({ length: raters }, () => verdict)), { minLength: 3, maxLength: 30 })
        .map((rows) => Array.from({ length: raters }, (_, at) => rows.map((row) => row[at] ?? null)));
    fc.assert(
      fc.property(columns(2), (labels) => {
        const { names, state } = stateOf(labels);
        expect(stageAgreement(state, ['cohen-kappa'])[0]?.value).toEqual(
          cohenKappa(encodeRatings(names, labels)).value,
        );
      }),
    );
    fc.assert(
      fc.property(columns(3), (labels) => {
        const { names, state } = stateOf(labels);
        const found = stageAgreement(state, undefined).find(({ measure }) => measure === 'fleiss-kappa');
        const expected = fleissKappa(encodeRatings(names, labels)).value;
        // Sums over categories in another order differ in the last digit.
        expect(found?.value === null).toBe(expected === null);
        expect(found?.value ?? 0).toBeCloseTo(expected ?? 0, 12);
      }),
    );
  });

  test('by hand: 16/23 where two differ on one of seven', () => {
    const [i, e] = ['include', 'exclude'] as const;
    const { state } = stateOf([
      [i, i, e, e, i, e, i, 'unsure'],
      [i, i, e, i, i, e, i, null],
    ]);
    const [percent, kappa] = stageAgreement(state, undefined);
    expect(percent).toMatchObject({ measure: 'percent', value: 6 / 7, n: 7, omitted: 1 });
    expect(kappa?.value).toBeCloseTo(16 / 23, 12);
  });

  test('the consensus is no rater, and one rater agrees with nobody', () => {
    const state = stageState(
      stage(),
      ['r1', 'r2'],
      [by('ana', 'r1 include'), by('ben', 'r1 exclude'), by('consensus', 'r1 include')],
    );
    expect(stageRatings(state).raters).toEqual(['ana', 'ben']);
    expect(disagreementsOf(state)).toMatchObject([{ record: 'r1', agreed: { verdict: 'include' } }]);
    expect(stageAgreement(stageState(stage(), ['r1'], [by('ana', 'r1 include')]), undefined)).toEqual([]);
  });

  test('records that did not reach the stage are no units', () => {
    const state = stageState(
      stage(),
      ['r1'],
      [by('ana', 'r1 include', 'r2 include'), by('ben', 'r1 include', 'r2 exclude')],
    );
    expect(stageRatings(state).units).toBe(1);
    expect(disagreementsOf(state)).toEqual([]);
  });
});
