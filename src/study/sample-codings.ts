import { addCoding, readThrough } from '../coding/append.ts';
import { formatLine } from '../coding/log.ts';
import type { NewFile } from '../file/write-files.ts';
import { indexCodePoints } from '../text/code-points.ts';
import { shortHash } from './corpus.ts';

type Code = 'quiet' | 'company' | 'growing' | 'rules' | 'time';

interface Interview {
  document: string;
  participant: string;
  date: string;
  body: string;
  /** By rater, in the order of the text: ids, codes and the words that they stand on. */
  codings: Readonly<Record<string, readonly [id: string, code: Code, words: string][]>>;
}

/** The frozen transcripts of the fictional interviews, and what two raters coded in round 1. */
export const transcriptsAndCodings = (study: string): NewFile[] =>
  interviews.flatMap((interview) => [
    { path: `corpus/${study}/transcripts/${interview.document}.md`, content: transcript(interview) },
    ...Object.keys(interview.codings).map((rater) => ({
      path: `corpus/${study}/codings/1/${interview.document}/${rater}.jsonl`,
      content: log(interview, rater),
    })),
  ]);

const transcript = ({ document, participant, date, body }: Interview): string =>
  `---
document: ${document}
title: Interview with ${participant} (fictional)
date: ${date}
kind: fictional
participants: [${participant}]
---

${body}`;

function log({ document, body, codings }: Interview, rater: string): string {
  const text = shortHash(body);
  const index = indexCodePoints(body);
  const entries = (codings[rater] ?? []).map(([id, code, quote], at) => {
    const offset = body.indexOf(quote);
    const [start, end] = [index.codePointAt(offset), index.codePointAt(offset + quote.length)];
    return addCoding({ id, code, version: '1.0.0', start, end, quote, text }, time(at));
  });
  const read = readThrough(index.length, text, time(entries.length));
  const header = JSON.stringify({ emic: 1, round: '1', document, rater });
  return `${[header, ...[...entries, read].map(formatLine)].join('\n')}\n`;
}

const time = (at: number): string => `2026-03-09T10:${String(2 * at).padStart(2, '0')}:00Z`;

const interviews: readonly Interview[] = [
  {
    document: 'ilse',
    participant: 'Ilse',
    date: '2026-03-02',
    body: `**Interviewer** [00:00:00]: How did you come to have a plot here?

**Ilse** [00:00:06]: My neighbour gave up hers when her knees went. I said I would water it for a summer, and that was nine years ago.

**Interviewer** [00:00:21]: What keeps you coming?

**Ilse** [00:00:25]: The quiet, first of all. At work the telephone never stops. Here nobody wants anything from me for an hour.

And then the people, oddly enough. Somebody always has too many courgettes, and you end up standing at the gate and talking.

**Interviewer** [00:00:52]: Is there anything that makes it hard?

**Ilse** [00:00:57]: The waiting list. There are forty names on it, and some plots have had nothing on them but bindweed for two years. I find that hard to look at.

**Interviewer** [00:01:14]: Has anybody said so?

**Ilse** [00:01:17]: Everybody says so at the gate, and nobody says so at the meeting. We have rules, and they are on the shed door, and the rain has taken half of them.

**Interviewer** [00:01:36]: What would you miss?

**Ilse** [00:01:40]: My hands in the soil, in March, when it is still too cold for it. It sounds silly. It is the first day of my year.
`,
    codings: {
      ana: [
        ['k3v9dn6r', 'company', 'My neighbour gave up hers when her knees went'],
        ['q7d2hk4m', 'quiet', 'Here nobody wants anything from me for an hour'],
        [
          't3w8pz5a',
          'company',
          'Somebody always has too many courgettes, and you end up standing at the gate and talking',
        ],
        ['f6g1ls9u', 'rules', 'some plots have had nothing on them but bindweed for two years'],
        ['h2m7ok3d', 'rules', 'Everybody says so at the gate, and nobody says so at the meeting'],
        ['b9s5xw1j', 'growing', 'My hands in the soil, in March, when it is still too cold for it'],
      ],
      ben: [
        ['m4c6re8y', 'quiet', 'The quiet, first of all. At work the telephone never stops'],
        ['z1u7ga3k', 'company', 'you end up standing at the gate and talking'],
        ['p8j2fi5v', 'rules', 'The waiting list. There are forty names on it'],
        ['d5y9no4t', 'company', 'Everybody says so at the gate'],
        [
          's6b3lh7w',
          'rules',
          'We have rules, and they are on the shed door, and the rain has taken half of them',
        ],
        ['n2x8qc1e', 'growing', 'My hands in the soil'],
      ],
    },
  },
  {
    document: 'marek',
    participant: 'Marek',
    date: '2026-03-04',
    body: `**Interviewer** [00:00:00]: How long have you had a plot?

**Marek** [00:00:04]: Two years. I was on the list for five, so I had time to read about it.

**Interviewer** [00:00:13]: What is it for you?

**Marek** [00:00:16]: Food, to begin with. We are four at home, and in August I hardly buy a vegetable. My daughter eats peas only if she has picked them.

**Interviewer** [00:00:31]: And apart from that?

**Marek** [00:00:34]: I learnt everything from the others. Old Tom showed me how to prune, and he never once said that I was doing it wrong, only that there was another way.

**Interviewer** [00:00:50]: Is there anything that makes it hard?

**Marek** [00:00:54]: Time. I work shifts, and the committee counts how often you are seen. I have had a letter. I was here at five in the morning, and nobody counts that.

**Interviewer** [00:01:12]: What did you do about the letter?

**Marek** [00:01:15]: I left a basket of beans on the secretary’s step, with a note that said picked at five. We laughed about it later. But I kept the letter.

**Interviewer** [00:01:30]: What would you miss?

**Marek** [00:01:33]: The quiet before the road wakes up. You hear the birds first, and then you hear yourself think.
`,
    codings: {
      ana: [
        ['x5r9vb2e', 'growing', 'in August I hardly buy a vegetable'],
        ['c8n4yj7s', 'company', 'I learnt everything from the others'],
        ['g1k6pu9o', 'time', 'I work shifts'],
        [
          'w4z8tq6i',
          'rules',
          'the committee counts how often you are seen. I have had a letter. I was here at five in the morning, and nobody counts that',
        ],
        ['r7h3md5x', 'company', 'We laughed about it later'],
        ['j2v9es4b', 'quiet', 'The quiet before the road wakes up'],
      ],
      ben: [
        ['y6a1cw8g', 'rules', 'I was on the list for five'],
        ['l3o7nf2z', 'growing', 'My daughter eats peas only if she has picked them'],
        ['u9t5kb6p', 'company', 'Old Tom showed me how to prune'],
        ['e4i8xr1d', 'time', 'Time. I work shifts'],
        ['v7q2js5h', 'rules', 'the committee counts how often you are seen. I have had a letter'],
        ['a1m6zy9c', 'rules', 'But I kept the letter'],
        ['o8f3gu4l', 'quiet', 'The quiet before the road wakes up. You hear the birds first'],
      ],
    },
  },
];
