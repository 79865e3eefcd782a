import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/text/code-points.ts';
import { sentences, words } from '../../src/text/segments.ts';

const cut = (text: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => [...text].slice(start, end).join(''));

const inSentences = (text: string, language?: string): string[] => cut(text, sentences(text, language));

describe('sentences', () => {
  test.each<[language: string, parts: string[]]>([
    [
      'en',
      ['Dr. Smith went to Washington.', 'He met J. R. Tolkien, e.g. in v2.0 of the plan.', 'It cost $3.50.'],
    ],
    ['en', ['"Really?" she asked.', 'Yes!', 'No... Maybe.']],
    ['en', ['See Fig. 3 and No. 5.', 'No.', 'That is not it.', 'It was I.', 'Then we ate.']],
    ['de', ['Herr Dr. Müller kam z. B. gestern.', 'Nr. 5 lebt.', 'Er ging bzw. Sie blieb.', 'Ja!']],
    ['fr', ['M. Dupont est parti.', 'Oui !']],
    ['es', ['El Sr. García llegó.', '¿Qué pasó?', '¡Nada!']],
    ['ja', ['これはペンです。', 'あれは本です！', '本当ですか？', 'はい。']],
    ['ar', ['مرحبا.', 'كيف حالك؟', 'أنا بخير.']],
    ['hi', ['यह एक किताब है।', 'वह घर गया।']],
    ['ru', ['Я живу в г. Москве.', 'Да!']],
  ])('%s: %j', (language, parts) => {
    const joint = language === 'ja' ? '' : ' ';
    const expected = parts.flatMap((part) => (part === 'No... Maybe.' ? ['No...', 'Maybe.'] : [part]));
    expect(inSentences(parts.join(joint), language)).toEqual(expected);
  });

  test('a line break is a space, an empty line an end', () => {
    expect(inSentences('One line\nand its second. Next')).toEqual(['One line\nand its second.', 'Next']);
    expect(inSentences('no full stop\n\nanother paragraph')).toEqual(['no full stop', 'another paragraph']);
  });

  test('an unknown language, or no language tag at all, is no error', () => {
    expect(inSentences('One. Two.', 'tlh')).toEqual(['One.', 'Two.']);
    expect(inSentences('One. Two.', 'not a tag')).toEqual(['One.', 'Two.']);
    expect(inSentences('One. Two.', '__proto__')).toEqual(['One.', 'Two.']);
  });

  test('together they hold every word, in order, without white space around', () => {
    const piece = fc.constantFrom(
      'Dr. ',
      'Yes. ',
      'No. 5 ',
      '😀 ',
      'مرحبا. ',
      '\n',
      '\n\n',
      '"Ah?" ',
      'he said ',
      '。',
      'J. ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))), (pieces) => {
        const text = pieces.join('');
        const parts = inSentences(text);
        expect(parts.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
        for (const part of parts) expect(part).toBe(part.trim());
      }),
    );
  });
});

test('words are those of Unicode: no punctuation, marks and emoji in their places', () => {
  const text = '😀 A naïve cafe\u0301, isn’t it? 3.5 שלום';
  expect(cut(text, words(text))).toEqual(['A', 'naïve', 'cafe\u0301', 'isn’t', 'it', '3.5', 'שלום']);
  expect(words('')).toEqual([]);
});

test('a long text has the sentences and words of its parts', () => {
  const part = 'Dr. Smith said, e.g. to me: it isn’t “v2.0”. No. 5 😀 was! ';
  for (const [once, again] of [
    [inSentences(part), inSentences(part.repeat(400))],
    [cut(part, words(part)), cut(part.repeat(400), words(part.repeat(400)))],
  ] as const) {
    expect(again).toEqual(Array.from({ length: 400 }, () => once).flat());
  }
  const long = `${'word '.repeat(5000)}end`;
  expect(inSentences(`${long}. Next.`)).toEqual([`${long}.`, 'Next.']);
  expect(words('x'.repeat(9000))).toEqual([{ start: 0, end: 9000 }]);
});
