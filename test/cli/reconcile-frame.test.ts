import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingOf } from '../../src/cli/reconcile/describe.ts';
import { frame, mostScroll } from '../../src/cli/reconcile/frame.ts';
import { showOf } from '../../src/cli/reconcile/show.ts';
import { lineText, lineWidth } from '../../src/cli/screen/styled-line.ts';
import type { Decision } from '../../src/reconciliation/decision.ts';
import { bindings } from '../../src/reconciliation/keys.ts';
import { beginSession, refused, type Session } from '../../src/reconciliation/session.ts';
import { type Pressed, step } from '../../src/reconciliation/step.ts';
import { openCoded } from '../../src/study/coded.ts';
import { reconciliationOf } from '../../src/study/reconcile-open.ts';
import { repository } from '../helpers/workspace.ts';

const { coded } = await openCoded({ root: repository }, 'practice');
if (!coded) throw new Error('practice cannot be opened');
const reconciliation = reconciliationOf(coded.corpus, coded.study.config, [], {
  ...{ round: '1', raters: ['ana', 'ben', 'chloe'], unit: 'turn' },
});
const first = beginSession(reconciliation.differences, reconciliation.standings);
const decision = { id: 'd1', verdict: 'both' } as Decision;
const shownOf = (session: Session) => ({
  now: showOf(session, { coded }, reconciliation),
  unclear: ['tiredness (codebook 1.0.0), once'],
});
const press = (...keys: Pressed[]): Session =>
  keys.reduce((session, key) => step(session, key).session, first);
const linesAt = (session: Session, columns = 80, rows = 23): string[] =>
  frame(session, shownOf(session), columns, rows).map((line) => lineText(line).trimEnd());

describe('the screen at 80 columns and 24 rows', () => {
  test.each([
    ['difference', []],
    ['scrolled', ['pagedown']],
    ['only', ['o']],
    ['reason', ['1', ...'the hours are named']],
    ['confirm', ['d', 'enter']],
    ['help', ['?']],
  ] as const)('%s', async (name, keys) => {
    await expect(`${linesAt(press(...keys)).join('\n')}\n`).toMatchFileSnapshot(
      `snapshots/reconcile-${name}.txt`,
    );
  });

  test('the end says what is left', () => {
    const end: Session = { ...first, at: null };
    const shown = linesAt(end).join('\n');
    expect(shown).toContain('149 left for later: s goes through them, backspace to the last, q ends.');
    expect(shown).toContain('s those left   backspace the last   q quit');
  });

  test('the end names keys, and none for those left where none is', () => {
    const standings = first.standings.map(() => ({ kind: 'decided' as const, decision, others: [] }));
    const shown = linesAt({ ...first, at: null, standings }).join('\n');
    expect(shown).toContain('Every difference is decided. backspace goes to the last, q ends.');
    expect(shown).toContain('backspace the last   q quit');
    expect(shown).not.toContain('those left');
  });

  test('agreement has the name of its measure and a true minus', () => {
    const { now } = shownOf(first);
    const heading = (more: object) => (now ? headingOf({ ...now, ...more }) : '');
    expect(heading({ agreement: -0.054 })).toMatch(/^tiredness \(Fleiss' kappa −0\.05\) /);
    expect(heading({ agreement: -0.001, measure: 'cohen-kappa' })).toMatch(
      /^tiredness \(Cohen's kappa 0\.00\) /,
    );
    expect(heading({ agreement: null })).toMatch(/^tiredness \(Fleiss' kappa undefined\) /);
  });
});

describe('a long turn', () => {
  const sentence = (number: number) => `This is the sentence with the number ${number} of this turn.`;
  const text = Array.from({ length: 60 }, (_, index) => sentence(index + 1)).join(' ');
  const [one] = reconciliation.differences;
  if (!one) throw new Error('practice has no difference');
  const mark = { start: text.indexOf(sentence(30)), end: text.indexOf(sentence(30)) + sentence(30).length };
  const views = one.views.map((view, index) => ({
    ...view,
    codings: index === 0 ? [{ ...view.codings[0], ...mark, quote: sentence(30) }] : [],
    others: [],
  })) as (typeof one)['views'];
  const difference = { ...one, views, marked: mark, unit: { ...one.unit, start: 0, end: text.length } };
  const turn = {
    ...{ number: 7, speaker: 'Zoë', time: 3_725_000, isAsked: true },
    paragraphs: [{ start: 0, text }],
  };
  const base = shownOf(first);
  const now = base.now && {
    ...{ ...base.now, difference, together: [difference] },
    surroundings: { ...base.now.surroundings, turns: [turn] },
  };
  const lines = (columns: number, rows: number, scroll = 0): string[] =>
    frame({ ...first, scroll }, { ...base, now }, columns, rows).map((line) => lineText(line).trimEnd());
  const flat = (all: readonly string[]): string => all.join(' ').replace(/\s+/g, ' ');

  test('shows its coded words with two sentences around them, then who coded what, and the whole further down', () => {
    const shown = flat(lines(80, 23));
    expect(shown).toContain(`Zoë: … ${[28, 29, 30, 31, 32].map(sentence).join(' ')} … 1 ana: `);
    expect(shown).toContain('2 ben: not');
    expect(shown).not.toContain(sentence(27));
    const all = flat(lines(80, 400));
    expect(all).toContain(`The whole passage: Zoë: ${text}`);
    expect(all.indexOf('1 ana: ')).toBeLessThan(all.indexOf('The whole passage:'));
  });

  test('at few rows the keys take two lines, and the coded words stay', () => {
    const shown = lines(60, 14);
    expect(flat(shown)).toContain(sentence(30));
    expect(shown.slice(-2)).toEqual([
      '1 ana  2 ben  3 chloe  b both  n neither  d difference',
      'u unclear  s skip  ? keys  q quit',
    ]);
  });

  test('the heading drops the time, then the speaker, and cuts neither', () => {
    const heading = (columns: number): string => lines(columns, 23)[0] ?? '';
    expect(heading(100)).toContain(`${difference.document}, turn 7, Zoë, 01:02:05 `);
    const found = Array.from({ length: 70 }, (_, index) => heading(100 - index));
    for (const text of found) {
      expect(text.includes('Zoë') || !text.includes('01:02:05'), text).toBe(true);
      expect(text.replace('01:02:05', '').replace("(Fleiss' kappa 0.41)", ''), text).not.toMatch(
        /\d:|…|Zo?[ ,]|0\./,
      );
    }
  });
});

describe('a decision that could not be written', () => {
  const why =
    'cannot write /home/ana/a-study-of-volunteers/corpus/practice/decisions.jsonl: somebody else has written to it since it was opened; begin again to see what they decided';
  const failed = refused(press('1', ...'the hours are named'), why);
  const flat = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');

  test.each([
    [80, 23],
    [60, 14],
  ])('is told in full above its reason, with how to go on, at %i columns and %i rows', (columns, rows) => {
    const text = flat(linesAt(failed, columns, rows));
    // A path that is wider than the screen is broken.
    expect(text.replaceAll(' ', '')).toContain(`Not written: ${why}.`.replaceAll(' ', ''));
    expect(text).toContain('Enter tries again, Escape takes the choice back');
    expect(text).toContain('> the hours are named');
  });

  test.each([
    [40, 11],
    [30, 7],
  ])('is cut, and never what is asked, at %i columns and %i rows', (columns, rows) => {
    const shown = (session: Session): string => flat(linesAt(session, columns, rows));
    expect(shown(failed)).toMatch(
      /Not written: .*… Why “ana: not tiredness, workload”\? Enter writes it, Escape takes it back\. > the hours/,
    );
    const dropping = step(failed, 'escape').session;
    expect(shown(dropping)).toMatch(
      /Not written: .* Escape again drops what you wrote; any other key goes on\. > the hours/,
    );
    const empty = step(step(failed, 'ctrl-u').session, 'enter').session;
    expect(shown(empty)).toMatch(/Not written: .* No reason\? Enter again confirms that; or type one\. >/);
    expect(linesAt(dropping, columns, rows)[0]).toContain('left');
    expect(linesAt(dropping, columns, rows)).toHaveLength(rows);
  });

  test('says first what helps, and nothing that never does', () => {
    const stale = refused(press('1', ...'the hours'), '/log.jsonl has changed since it was read', true);
    const text = flat(linesAt(stale));
    expect(text).toContain(
      'Not written. Leave and call emic reconcile anew: /log.jsonl has changed since it was read.',
    );
    expect(text).toContain('Escape takes the choice back; then q leaves. > the hours');
    expect(text).not.toContain('Enter');
    expect(flat(linesAt(step(stale, '!').session))).not.toContain('Enter');
  });

  test('stays told while somebody types on, and is gone with Escape, which tells the reason', () => {
    const typed = ['!', 'backspace', '?'].reduce((one, key) => step(one, key).session, failed);
    expect(flat(linesAt(typed))).toContain('Not written: ');
    expect(flat(linesAt(typed))).toContain('> the hours are named?');
    const asked = step(typed, 'escape').session;
    expect(flat(linesAt(asked))).toContain('Escape again drops what you wrote');
    expect(flat(linesAt(asked))).toContain('Not written: ');
    const back = flat(linesAt(step(asked, 'escape').session));
    expect(back).not.toContain('Not written');
    expect(back).toContain('The reason was: “the hours are named?”');
    expect(back).toContain('s skip');
  });

  test('a reason that is longer than the screen shows its end, where it is typed', () => {
    const long = press('1', { paste: `${'so many hours '.repeat(90)}at last` });
    expect(linesAt(long, 60, 14).at(-1)).toMatch(/at last▏$/);
    expect(flat(linesAt(refused(long, why), 60, 14))).toContain('begin again to see what they decided');
  });
});

test('whatever is pressed, a frame fits its terminal, and the page moves no further than its end', () => {
  const keys = fc.oneof(
    fc.constantFrom<Pressed>(...bindings.flatMap((one) => one.keys), '1', '2', 'enter', 'escape'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((paste) => ({ paste })),
  );
  fc.assert(
    fc.property(
      fc.array(keys, { maxLength: 30 }),
      fc.integer({ min: 30, max: 140 }),
      fc.integer({ min: 8, max: 50 }),
      (pressed, columns, rows) => {
        const session = press(...pressed);
        const lines = frame(session, shownOf(session), columns, rows);
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(lineWidth(line), lineText(line)).toBeLessThanOrEqual(columns);
        const most = mostScroll(session, shownOf(session), columns, rows);
        expect(frame({ ...session, scroll: most + 9 }, shownOf(session), columns, rows)).toEqual(
          frame({ ...session, scroll: most }, shownOf(session), columns, rows),
        );
      },
    ),
    { numRuns: 200 },
  );
});
