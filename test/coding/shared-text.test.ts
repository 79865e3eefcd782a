import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/coding/coding-columns.ts';
import type { RaterColumns } from '../../src/coding/rater-log.ts';
import { sharedText } from '../../src/coding/shared-text.ts';

/** Two turns of Pia with one of Max between them; labels in capitals are in no turn. */
const body = 'PIA one two. MAX how? PIA three four.';
const at = (words: string) => ({ start: body.indexOf(words), end: body.indexOf(words) + words.length });
const text = {
  document: 'd',
  body,
  segments: [
    { ...at('one two.'), speaker: 'Pia' },
    { ...at('how?'), speaker: 'Max' },
    { ...at('three four.'), speaker: 'Pia' },
  ],
};

type Coding = readonly [code: string, start: number, end: number];

function log(rater: string, codings: readonly Coding[], more: Partial<RaterColumns> = {}): RaterColumns {
  return {
    ...{ round: '1', document: 'd', rater, origins: ['1'], through: body.length, unsettled: [] },
    columns: columnsOf(codings.map(([code, start, end]) => ({ code, version: '1', start, end }))),
    ...more,
  };
}

const on = (code: string, words: string): Coding => [code, at(words).start, at(words).end];

const share = (logs: RaterColumns[], more: Partial<Parameters<typeof sharedText>[2]> = {}) =>
  sharedText([text], logs, {
    raters: ['ana', 'ben'],
    codes: ['x', 'y'],
    speakers: (speaker) => speaker === 'Pia',
    ...more,
  });

describe('the text that all have read', () => {
  test('is turn joined to turn, without labels and without speakers who do not count', () => {
    const { stretches, left } = share([log('ana', [on('x', 'two. MAX how? PIA three')]), log('ben', [])]);
    // "one two." and "three four.": 8 and 11; the coding runs on over what is left out, and is one span.
    expect(stretches).toEqual([
      { document: 'd', length: 19, spans: [[{ start: 4, end: 13, code: 'x' }], []] },
    ]);
    expect(left).toMatchObject({
      speakers: [{ speaker: 'Max', length: 4 }],
      clipped: 1,
      outside: 0,
      unread: 0,
    });
  });

  test('leaves nothing out for unsettled codings where only spaces stand between what is unread', () => {
    const [one, two] = [at('one'), at('two.')];
    const { left } = share([
      log('ana', [on('x', 'four')], { grown: [one, two].map((span) => ({ ...span, by: 1 })) }),
      log('ben', []),
    ]);
    expect(left).toMatchObject({ unread: 7, unsettled: 0 });
  });

  test('a coding on a label or on who does not count is outside, and told', () => {
    const { stretches, left } = share([
      log('ana', [on('x', 'how?'), on('x', 'PIA'), on('y', 'one')]),
      log('ben', []),
    ]);
    expect(stretches[0]?.spans[0]).toEqual([{ start: 0, end: 3, code: 'y' }]);
    expect(left).toMatchObject({ outside: 2, clipped: 0 });
  });

  test('ends where one has stopped reading; what reaches further is cut off', () => {
    const through = at('three').end;
    const { stretches, left } = share([log('ana', [on('x', 'three four.')]), log('ben', [], { through })]);
    expect(stretches).toEqual([
      { document: 'd', length: 13, spans: [[{ start: 8, end: 13, code: 'x' }], []] },
    ]);
    expect(left).toMatchObject({ clipped: 1, unread: 6 });
  });

  test('is nothing of a document that one has no log of', () => {
    const { stretches, left } = share([log('ana', [on('x', 'one')])]);
    expect(stretches).toEqual([]);
    expect(left).toMatchObject({ unread: 19, outside: 1 });
  });

  test('falls apart where a coding is not settled, unless another of the rater settles it', () => {
    const unsettled = [{ code: 'x', version: '1', ...at('two.') }];
    const open = share([log('ana', [on('y', 'one two.')], { unsettled }), log('ben', [on('y', 'three')])]);
    expect(open.stretches.map(({ length, spans }) => [length, spans])).toEqual([
      [4, [[{ start: 0, end: 4, code: 'y' }], []]],
      [11, [[], [{ start: 0, end: 5, code: 'y' }]]],
    ]);
    expect(open.left).toMatchObject({ unsettled: 4, clipped: 1, unread: 0 });
    const within = [{ code: 'x', version: '1', start: at('three').start + 3, end: at('four').start + 1 }];
    const parts = share([log('ana', [on('y', 'three four.')], { unsettled: within }), log('ben', [])]);
    expect(parts.stretches.map(({ length, spans }) => [length, spans[0]])).toEqual([
      [11, [{ start: 8, end: 11, code: 'y' }]],
      [4, [{ start: 0, end: 4, code: 'y' }]],
    ]);
    const settled = share([log('ana', [on('x', 'one two.')], { unsettled }), log('ben', [])]);
    expect(settled.stretches).toHaveLength(1);
    // Of codes that were not asked for nothing is compared.
    expect(share([log('ana', [], { unsettled }), log('ben', [])], { codes: ['y'] }).stretches).toHaveLength(
      1,
    );
  });

  test('is without text that may have come in since, but not where the rater coded it', () => {
    const grown = [{ ...at('three four.'), by: 11 }];
    const { stretches, left } = share([log('ana', [on('x', 'three')], { grown }), log('ben', [])]);
    expect(stretches.map(({ length }) => length)).toEqual([13]);
    expect(left.unread).toBe(6);
  });

  test('a code that one could not have given is compared for nobody there, and told', () => {
    const hasCode = (rater: string, code: string) => rater !== 'ben' || code !== 'x';
    const { stretches, left } = share([log('ana', [on('x', 'one'), on('y', 'two.')]), log('ben', [])], {
      hasCode,
    });
    expect(stretches[0]?.spans[0]).toEqual([{ start: 4, end: 8, code: 'y' }]);
    expect(left.lacking).toEqual([{ code: 'x', document: 'd', codings: 1 }]);
  });

  test('codes are read as they are called now, and count for those above where that is asked', () => {
    const logs = [log('ana', [on('old', 'one'), on('gone', 'two.')]), log('ben', [])];
    const codeOf = (code: string) => (code === 'old' ? 'x' : code === 'gone' ? null : code);
    expect(share(logs, { codeOf }).stretches[0]?.spans[0]).toEqual([{ start: 0, end: 3, code: 'x' }]);
    const parentOf = (code: string) => (code === 'x' ? 'y' : null);
    expect(share(logs, { codeOf, parentOf }).stretches[0]?.spans[0]?.map(({ code }) => code)).toEqual([
      'x',
      'y',
    ]);
  });
});
