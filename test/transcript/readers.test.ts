import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { chooseFormat, readTranscript } from '../../src/transcript/readers/choose.ts';
import { formatTime } from '../../src/transcript/time.ts';

interface Read {
  turns: string[];
  told: string[];
  decisions: string[];
}

/** A turn as `Ana [00:00:01 - 00:00:02]: one | two`. */
function read(path: string, value: string): Read {
  const file = new VFile({ path, value });
  const draft = readTranscript(file);
  const time = (at: number | null): string => (at === null ? '' : formatTime(at));
  return {
    turns: (draft?.turns ?? []).map(({ speaker, start, end, paragraphs }) => {
      const times = start === null ? '' : ` [${time(start)}${end === null ? '' : ` - ${time(end)}`}]`;
      return `${speaker ?? '?'}${times}: ${paragraphs.join(' | ')}`;
    }),
    told: file.messages.map(
      ({ line, column, ruleId, fatal }) => `${line}:${column} ${ruleId}${fatal ? '' : ' (warning)'}`,
    ),
    decisions: draft?.decisions ?? [],
  };
}

describe('plain text', () => {
  const plain = (text: string): Read => read('a.txt', text);

  test('labels, continued lines and paragraphs', () => {
    expect(plain('Ana: Hello,\nyou two.\n\nHow are you?\n\nBen: Fine.\nAna: Good.\n').turns).toEqual([
      'Ana: Hello,\nyou two. | How are you?',
      'Ben: Fine.',
      'Ana: Good.',
    ]);
  });

  test.each([
    ['Ana (00:01:02): Hello.\n\nBen (00:01:05): Hi.'],
    ['[00:01:02] Ana: Hello.\n\n[00:01:05] Ben: Hi.'],
    ['00:01:02 Ana: Hello.\n\n00:01:05 Ben: Hi.'],
    ['Ana [1:02]: Hello.\nBen [1:05]: Hi.'],
    ['Ana: [00:01:02] Hello.\n\nBen: [00:01:05] Hi.'],
    ['Ana  1:02\nHello.\n\nBen  1:05\nHi.'],
    ['[Ana] 00:01:02\nHello.\n\n[Ben] 00:01:05\nHi.'],
    ['00:01:02 <v Ana>Hello.\n\n00:01:05 <v Ben>Hi.'],
    ['[00:01:02]\nAna: Hello.\n\n[00:01:05]\nBen: Hi.'],
  ])('%j', (text) => {
    expect(plain(text).turns).toEqual(['Ana [00:01:02]: Hello.', 'Ben [00:01:05]: Hi.']);
  });

  test('what looks like a label but names nobody is text, and is said', () => {
    const { turns, decisions } = plain(
      'Ana: See this.\nhttps://example.org\nNote: it was loud.\nBen: Yes.\n\nGuix: https://guix.gnu.org\nThe one thing I would say is: no.\n\nAna: Right.\nNote: again.\nBen: 10:30 is fine.',
    );
    expect(turns).toEqual([
      'Ana: See this.\nhttps://example.org\nNote: it was loud.',
      'Ben: Yes. | Guix: https://guix.gnu.org\nThe one thing I would say is: no.',
      'Ana: Right.\nNote: again.',
      'Ben: 10:30 is fine.',
    ]);
    expect(decisions).toEqual([
      '"Note:" begins 2 lines and is not taken as a speaker',
      '"Guix:" begins 1 line and is not taken as a speaker',
      '"The one thing I would say is:" begins 1 line and is not taken as a speaker',
    ]);
  });

  test('who speaks once is a speaker where labels are the rule', () => {
    expect(plain('Ana: One?\n\nBen: Two.\n\nAna: Three?\n\nCarla Díaz: Four.').turns).toHaveLength(4);
    expect(
      plain('Ana: One?\n\nAna: Two.\n\nlong: text\n\nmore\n\nmore\n\nmore\n\nSomebody Else: x').turns,
    ).toHaveLength(2);
  });

  test('words that head a section name nobody, however often they stand there', () => {
    expect(plain('Part 1: One.\n\nAna: Two.\n\nPart 2: Three.\n\nAna: Four.').turns).toEqual([
      '?: Part 1: One.',
      'Ana: Two. | Part 2: Three.',
      'Ana: Four.',
    ]);
  });

  test('a day and a time above a text are no speaker', () => {
    expect(plain('Monday 10:30\n\nAna: One.\n\nBen: Two.\n\nAna: Three.').turns[0]).toBe('?: Monday 10:30');
  });

  test('a full name that is used once goes with its short form', () => {
    expect(
      plain('Ana Ruiz (AR): One.\n\nmore\n\nmore\n\nmore\n\nmore\n\nAR: Two.\n\nmore\n\nAR: Three.').turns,
    ).toEqual(['Ana Ruiz (AR): One. | more | more | more | more', 'AR: Two. | more', 'AR: Three.']);
  });

  test('text without labels is one turn, with a warning', () => {
    expect(plain('Just prose.\n\nMore of it.')).toMatchObject({
      turns: ['?: Just prose. | More of it.'],
      told: ['1:1 no-speaker (warning)'],
    });
  });

  test('a label inside a line is told, and its words stay', () => {
    expect(plain('Ana: One. Ben: Two.\n\nBen: Three.\n\nAna: Four.')).toMatchObject({
      turns: ['Ana: One. Ben: Two.', 'Ben: Three.', 'Ana: Four.'],
      told: ['1:1 label-inside (warning)'],
    });
  });

  test('a speaker with markup in the name is told', () => {
    expect(plain('*Ana*: Hello.\n\nBen_B: Hi.\n\nBen_B: Hi.').told).toEqual([
      '3:1 speaker-markup (warning)',
      '5:1 speaker-markup (warning)',
    ]);
  });
});

describe('Markdown', () => {
  const markdown = (text: string): Read => read('a.md', text);

  test.each([
    ['**Ana:** Hello.\n\n**Ben:** Hi.', ''],
    ['**Ana**: Hello.\n\n**Ben**: Hi.', ''],
    ['Ana: Hello.\n\nBen: Hi.', ''],
    ['**Ana:** Hello.\n**Ben:** Hi.', ''],
    ['__Ana:__ Hello.\n\n__Ben:__ Hi.', ''],
    ['**Ana** [00:01:02]: Hello.\n\n**Ben** [00:01:02]: Hi.', ' [00:01:02]'],
    ['**Ana:** \\[01:02\\] Hello.\n\n**Ben:** \\[01:02\\] Hi.', ' [00:01:02]'],
    ['**[00:01:02] Ana:** Hello.\n\n**[00:01:02] Ben:** Hi.', ' [00:01:02]'],
  ])('%j', (text, time) => {
    expect(markdown(text).turns).toEqual([`Ana${time}: Hello.`, `Ben${time}: Hi.`]);
  });

  test('keeps what Markdown would swallow', () => {
    const { turns } = markdown(
      '**Ana:** One \\[laughs\\] [sighs] <whispers> x < y.\n\n[00:01:02]: hello\n\n1. first\n2. second\n\n    indented\n\n`code` and *stress* and [a link](https://example.org)<br>end',
    );
    expect(turns).toEqual([
      'Ana: One [laughs] [sighs] <whispers> x < y. | [00:01:02]: hello | 1. first\n2. second | indented | code and stress and a link\nend',
    ]);
  });

  test('brackets stay, also where the page has a definition for them', () => {
    expect(markdown('**Ana:** One [laughs].\n\n[laughs]: https://example.org').turns).toEqual([
      'Ana: One [laughs]. | [laughs]: https://example.org',
    ]);
  });

  test('a labelled line above dashes is a turn, no heading', () => {
    expect(markdown('**Ana:** Hello.\n---\n\n**Ben:** Hi.').turns).toEqual(['Ana: Hello.', 'Ben: Hi.']);
  });

  test('headings and bold words that name nobody end a turn and belong to no one', () => {
    const { turns, decisions } = markdown(
      '---\ntitle: x\n---\n\n# Part one\n\nAbout it.\n\n**Ana:** Hello.\n\n**Break:** \\[23:24\\]\n\n**Ana:** On.\n\n## Next\n\nSee: https://example.org',
    );
    expect(turns).toEqual([
      '?: Part one',
      '?: About it.',
      'Ana: Hello.',
      '?: Break: [23:24]',
      'Ana: On.',
      '?: Next',
      '?: See: https://example.org',
    ]);
    expect(decisions).toContain(
      `2 headings kept as turns of nobody, such as "Part one": never a participant's, also with --rename "?=Name"`,
    );
    expect(decisions).toContain('left out: front matter (1 time)');
    expect(decisions).toContain('"Break:" begins 1 line and is not taken as a speaker');
  });
});

describe('WebVTT', () => {
  const vtt = (text: string): Read => read('a.vtt', `WEBVTT\n\n${text}`);

  test('captions of one speaker are joined; pauses part paragraphs', () => {
    const { turns, told } = vtt(
      '1\n00:00:01.000 --> 00:00:02.000\nAna Ruiz: Hello,\n\n2\n00:00:02.000 --> 00:00:03.000 align:start\nAna Ruiz: you two.\n\n00:00:06.500 --> 00:00:07.000\nAna Ruiz: So.\n\n00:00:07.000 --> 00:00:08.000\nBen: Hi.\nBen: Yes.\n',
    );
    expect(turns).toEqual([
      'Ana Ruiz [00:00:01 - 00:00:07]: Hello, you two. | So.',
      'Ben [00:00:07 - 00:00:08]: Hi. Yes.',
    ]);
    expect(told).toEqual([]);
  });

  test('voices, tags, character references, comments and styles', () => {
    const { turns } = vtt(
      'STYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE a comment\nof two lines\n\nNOTE\n\n00:01.000 --> 00:02.000\n<v.loud Ana>R&amp;D is <i>my</i> <c.x>thing</c> <00:01.500>now, 1 &lt; 2</v>\n<v Ben>I see <laughs> &unknown; &#233;\n',
    );
    expect(turns).toEqual([
      'Ana [00:00:01 - 00:00:02]: R&D is my thing now, 1 < 2',
      'Ben [00:00:01 - 00:00:02]: I see <laughs> &unknown; é',
    ]);
  });

  test('where nobody is named, a turn is a stretch between pauses', () => {
    const { turns, told } = vtt(
      '00:01.000 --> 00:02.000\nOne.\n\n00:02.000 --> 00:03.000\nTwo.\n\n00:09.000 --> 00:10.000\nThree.',
    );
    expect(turns).toEqual(['? [00:00:01 - 00:00:03]: One. Two.', '? [00:00:09 - 00:00:10]: Three.']);
    expect(told).toEqual(['1:1 no-speaker (warning)']);
  });

  test('a caption without a label is by the one before, where there are labels', () => {
    const { turns, decisions } = vtt(
      '00:01.000 --> 00:02.000\nAna: One\n\n00:02.000 --> 00:03.000\nat: two.\n\n00:03.000 --> 00:04.000\nBen: Three.\n\n00:04.000 --> 00:05.000\nAna: Four.\n\n00:05.000 --> 00:06.000\nBen: Five.',
    );
    expect(turns[0]).toBe('Ana [00:00:01 - 00:00:03]: One at: two.');
    expect(decisions).toContain('1 piece without a label follow a labelled speaker and are taken as theirs');
  });

  test.each<[what: string, text: string, turns: string[], told: string[]]>([
    ['no caption', 'NOTE nothing\n', [], ['1:1 no-cue']],
    ['captions without text', '00:01.000 --> 00:02.000\n\n', [], ['1:1 no-cue']],
    [
      'a time that is broken',
      '00:01.000 --> 00:0x\n<v A>One.\n\n00:99:01.000 --> 00:99:02.000\n<v A>Two.\n\n00:03.000 -> 00:04.000\n<v A>Three.',
      ['A: One. Two. Three.'],
      ['3:1 broken-time (warning)', '6:1 broken-time (warning)', '9:1 broken-time (warning)'],
    ],
    [
      'an end before its start',
      '00:05.000 --> 00:04.000\n<v A>One.',
      ['A [00:00:05]: One.'],
      ['3:1 end-before-start (warning)'],
    ],
    [
      'captions that overlap',
      '00:01.000 --> 00:05.000\n<v A>One.\n\n00:02.000 --> 00:03.000\n<v B>Two.',
      ['A [00:00:01 - 00:00:05]: One.', 'B [00:00:02 - 00:00:03]: Two.'],
      ['6:1 overlap (warning)'],
    ],
    [
      'text outside of captions',
      '00:01.000 --> 00:05.000\n<v A>One\n\nmore.\n',
      ['A [00:00:01 - 00:00:05]: One more.'],
      ['6:1 text-without-time (warning)'],
    ],
  ])('%s', (_, text, turns, told) => {
    expect(vtt(text)).toMatchObject({ turns, told });
  });

  test('a file without the header is read, with a warning', () => {
    expect(read('a.vtt', '00:01.000 --> 00:02.000\n<v A>One.')).toMatchObject({
      turns: ['A [00:00:01 - 00:00:02]: One.'],
      told: ['1:1 no-webvtt-header (warning)'],
    });
  });
});

test('SubRip: numbers, commas, styles; missing and superfluous empty lines', () => {
  const { turns } = read(
    'a.srt',
    '1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<i>Ana:</i> Hello\r\n\r\n12\r\n2\r\n00:00:02,500 --> 00:00:03,000\r\nBen: In the year\r\n\r\n1984\r\n3\r\n00:00:03,000 --> 00:00:04,000\r\nAna: Yes.\r\n4\r\n00:00:04,000 --> 00:00:05,000\r\nBen: No.\r\n',
  );
  expect(turns).toEqual([
    'Ana [00:00:01 - 00:00:02.500]: Hello 12',
    'Ben [00:00:02.500 - 00:00:03]: In the year 1984',
    'Ana [00:00:03 - 00:00:04]: Yes.',
    'Ben [00:00:04 - 00:00:05]: No.',
  ]);
});

describe('the format', () => {
  test.each([
    ['a.txt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi', 'web-vtt'],
    ['a.txt', '1\n00:00:01,000 --> 00:00:02,000\nHi', 'sub-rip'],
    ['a.md', '**Ana:** Hi', 'markdown'],
    ['a', 'Ana: Hi', 'plain-labels'],
  ])('%s %j is %s', (path, value, format) => {
    expect(chooseFormat(new VFile({ path, value }))).toBe(format);
  });

  test.each([
    ['a.txt', '', '1:1 empty-file'],
    ['a.vtt', ' \r\n\ufeff\n', '1:1 empty-file'],
    ['a.docx', 'PK\u0003\u0004', '1:1 no-transcript'],
    ['a.txt', '%PDF-1.7', '1:1 no-transcript'],
    ['a.txt', '{"segments": []}', '1:1 no-transcript'],
    ['a.txt', '{\\rtf1 x}', '1:1 no-transcript'],
    ['a.txt', '<!DOCTYPE html><p>', '1:1 no-transcript'],
    ['a.txt', 'a\u0000b', '1:1 no-transcript'],
    ['a.cha', '@UTF8\n@Begin', '1:1 no-transcript'],
  ])('%s %j is no transcript that can be read', (path, value, told) => {
    expect(read(path, value)).toEqual({ turns: [], told: [told], decisions: [] });
  });
});
