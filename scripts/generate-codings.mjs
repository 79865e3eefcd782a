// Writes a large invented study to measure speed with: node scripts/generate-codings.mjs DIR
// [documents turns raters codes], by default 300 documents of 1,000 turns, 3 raters and 60 codes, with a
// coding for each turn and rater. The same call always writes the same bytes.
//
//     DIR/transcripts/D001.md             frozen transcripts
//     DIR/codings/1/D001/ana.jsonl        logs
// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...sizes] = process.argv.slice(2);
if (folder === undefined || sizes.some((size) => !/^[1-9]\d*$/.test(size))) {
  console.error('usage: node scripts/generate-codings.mjs DIR [documents turns raters codes]');
  process.exit(2);
}
const [documents = 300, turns = 1000, raters = 3, codes = 60] = sizes.map(Number);

const words = (
  'we the tool helps me but cost time never really knows what people want from it when somebody asks and ' +
  'nobody answers because every morning starts with mail meetings questions plans they change again über naïve'
).split(' ');
const names = ['ana', 'ben', 'chloe', 'dev', 'eva', 'finn'];

// A linear congruential generator is enough for invented words (Numerical Recipes' constants).
let state = 1;
/** @param {number} limit */
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

let bytes = 0;
let codings = 0;
mkdirSync(join(folder, 'transcripts'), { recursive: true });
for (let index = 1; index <= documents; index += 1) {
  const document = `D${String(index).padStart(3, '0')}`;
  /** @type {{ start: number; words: string[] }[]} */
  const said = [];
  let body = '';
  for (let turn = 0; turn < turns; turn += 1) {
    const seconds = turn * 7;
    const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    body += `${turn > 0 ? '\n' : ''}**P${1 + (turn % 4)}** [${clock}]: `;
    const text = Array.from({ length: 14 + below(10) }, () => words[below(words.length)] ?? '');
    said.push({ start: body.length, words: text });
    body += `${text.join(' ')}\n`;
  }
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
  const head = `---\ndocument: ${document}\ntitle: Invented ${index}\nkind: fictional\n---\n\n`;
  writeFileSync(join(folder, 'transcripts', `${document}.md`), head + body);

  // What a turn is about, so that raters agree more often than by chance.
  const topics = said.map(() => below(codes));
  mkdirSync(join(folder, 'codings', '1', document), { recursive: true });
  for (let rater = 0; rater < raters; rater += 1) {
    const name = names[rater] ?? `rater-${rater + 1}`;
    const at = `2025-03-${String(1 + rater).padStart(2, '0')}T09:30:00Z`;
    const lines = [{ emic: 1, round: '1', document, rater: name }].map((line) => JSON.stringify(line));
    for (const [turn, { start, words: text }] of said.entries()) {
      const code = below(4) > 0 ? (topics[turn] ?? 0) : below(codes);
      const first = below(3);
      const last = Math.min(text.length, first + 7 + below(3));
      const before = text.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
      const quote = text.slice(first, last).join(' ');
      lines.push(
        JSON.stringify({
          id: `${document}${name.slice(0, 1)}${String(turn).padStart(4, '0')}`,
          rev: 1,
          code: `code-${String(code + 1).padStart(2, '0')}`,
          version: '1.0.0',
          start: start + before,
          end: start + before + quote.length,
          quote,
          text: hash,
          at,
        }),
      );
      codings += 1;
    }
    lines.push(JSON.stringify({ through: body.length, text: hash, at }));
    const log = `${lines.join('\n')}\n`;
    bytes += Buffer.byteLength(log);
    writeFileSync(join(folder, 'codings', '1', document, `${name}.jsonl`), log);
  }
}
console.log(`${codings} codings, ${(bytes / 1e6).toFixed(0)} MB of logs`);
