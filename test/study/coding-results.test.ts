import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codedStudy, logOf, tinyStudy } from '../cli/coding-data.ts';
import { change, emic, read, write } from '../helpers/workspace.ts';

const study = (results: string, coding = 'coding: { raters: [ana, ben], rounds: [1] }'): string =>
  `emic: 1\ntitle: Tiny\nkind: interviews\nfictional: true\n${coding}\nprotocol: { unit: turn }\nresults:\n${results}`;

/**
 * Two turns of Pia. Both raters put weather on the first; ana alone puts liking there. So weather has kappa 1, and
 * liking (1 of 2 agreed, expected 1/2) kappa 0; pooled, mean po 3/4 and mean pe 1/2 give 1/2.
 */
async function codedTiny(results: string, template: string, coding?: string): Promise<string> {
  const folder = tinyStudy({
    'corpus/tiny/study.yaml': study(results, coding),
    'reports/tiny/report.md': `---\ntitle: Tiny\n---\n\n${template}`,
  });
  await logOf(folder, 'ana', [
    ['a1', 'weather', 'The rain is cold 🌧'],
    ['a2', 'liking', 'I like it'],
  ]);
  await logOf(folder, 'ben', [['b1', 'weather', 'rain is cold']]);
  return folder;
}

const four = `  codes: { from: codes, round: 1, by: [code, rater] }
  agreement: { from: agreement, round: 1, interval: none }
  quotes: { from: quotes, round: 1 }
  matrix: { from: matrix }
`;

const framework = 'case,theme,summary,evidence\nPia,Weather,Likes the rain.,a1\nPia,Rest,Says little.,\n';

async function report(folder: string): Promise<string> {
  const { status, err } = await emic(folder, 'report');
  expect({ status, err }).toMatchObject({ status: 0 });
  return read(folder, 'reports/tiny/out/report.md');
}

describe('results on codings', () => {
  test('fill inline values', async () => {
    const folder = await codedTiny(
      four,
      [
        'weather `= codes.units.weather.ana`/`= codes.of.weather.ana`, liking `= codes.units.liking.ben`,',
        'used `= codes.used`, share `= codes.share.weather.ben | percent`;',
        'kappa `= agreement.all.codes.weather.value | decimals-2`, `= agreement.ana-ben.codes.liking.value | decimals-2`,',
        'pooled `= agreement.all.pooled.value | decimals-2` of `= agreement.all.pooled.n`, `= agreement.raters | words` raters;',
        '`= quotes.codings` codings of `= quotes.passages` passages;',
        '`= matrix.cells` cells, `= matrix.without-evidence` bare.',
      ].join('\n'),
    );
    write(folder, 'corpus/tiny/framework.csv', framework);
    const text = (await report(folder)).replaceAll('\n', ' ');
    expect(text).toContain('weather 1/2, liking 0, used 2, share 50%;');
    expect(text).toContain('kappa 1.00, 0.00, pooled 0.50 of 2, two raters;');
    expect(text).toContain('3 codings of 3 passages; 2 cells, 1 bare.');
  });

  test('are tables with what must be said of them below', async () => {
    const folder = await codedTiny(
      four,
      '```table\nresult: codes\n```\n\n```table\nresult: agreement\n```\n\n```table\nresult: agreement\nshow: pooled\n```\n\n```table\nresult: matrix\n```\n',
    );
    write(folder, 'corpus/tiny/framework.csv', framework);
    const text = await report(folder);
    expect(text).toMatch(/\| weather +\| +1 \| +1 \|/u);
    expect(text).toMatch(/\| liking +\| +2 \| +0\.50 \| +0\.50 \| +0\.000 \|/u);
    expect(text).toContain('Speakers left out: 1 of Max.');
    expect(text).toMatch(/\| ana–ben +\| +2 \| +2 \| +0\.750 \| +0\.500 \| +0\.500 \| +0\.500 \|/u);
    expect(text).toMatch(/\| Pia +\| Likes the rain\. \\\[1\] \| Says little\. \\\[0\] \|/u);
    // Every table can leave the report, so each says that it is invented.
    expect(text.match(/\*\*Table \d\. .*\(fictional\)\*\*/gu)).toHaveLength(4);
    expect(read(folder, 'reports/tiny/out/tables/agreement-codes.csv')).toContain('weather,2,1,');
  });

  test('say of a rater who has read nothing that it is not known', async () => {
    const folder = await codedTiny(
      '  codes: { from: codes, round: 1, by: [code, rater] }\n',
      'ana `= codes.units.weather.ana`, ben `= codes.units.weather.ben`\n',
    );
    await logOf(folder, 'ben', [], 0);
    expect(await report(folder)).toContain('ana 1, ben not known');
  });

  test('give intervals in files of data as two numbers', async () => {
    const folder = await codedTiny(
      '  agreement: { from: agreement, round: 1, interval: analytic }\n',
      '```table\nresult: agreement\n```\n',
    );
    await logOf(folder, 'cleo', [['d1', 'weather', 'The rain']]);
    change(folder, 'corpus/tiny/study.yaml', 'raters: [ana, ben]', 'raters: [ana, ben, cleo]');
    await report(folder);
    const csv = read(folder, 'reports/tiny/out/tables/agreement-codes.csv');
    expect(csv.split('\r\n')[0] ?? '').toMatch(/,low,high,/);
  });

  test('are figures', async () => {
    const folder = await codedTiny(
      four,
      '```figure\nresult: codes\n```\n\n```figure\nresult: agreement\n```\n',
    );
    write(folder, 'corpus/tiny/framework.csv', framework);
    const text = await report(folder);
    expect(text).toContain('![weather: ana 1, ben 1; liking: ana 1, ben 0');
    expect(text).toContain('liking: 0.00; weather: 1.00; pooled over codes: 0.50.');
    expect(read(folder, 'reports/tiny/out/figures/agreement.svg')).toContain('<svg');
  });

  test('are passages with who says them where; raters and memos only if asked for', async () => {
    const folder = await codedTiny(
      `  mine: { from: quotes, round: all, raters: [ana], codings: [a2] }\n  matrix: { from: matrix, themes: [Weather] }\n`,
      '```quotes\nresult: mine\n```\n\n```quotes\nresult: mine\nraters: true\n```\n\n```themes\nresult: matrix\n```\n',
    );
    write(folder, 'corpus/tiny/framework.csv', framework);
    const text = await report(folder);
    expect(text).toContain('> I like it\n>\n> *Pia, one, turn 2, 00:00:03*');
    expect(text).toContain('> *Pia, one, turn 2, 00:00:03; coded by ana (round 1)*');
    expect(text).toContain(
      '**Pia:** Likes the rain.\n\n> The rain is cold 🌧\n>\n> *Pia, one, turn 2, 00:00:03*',
    );
    expect(text).not.toContain('Says little');
  });

  test('notes are in a list and never in a quotation', async () => {
    const folder = await codedTiny('  all: { from: quotes, round: 1 }\n', '```quotes\nresult: all\n```\n');
    change(folder, 'corpus/tiny/transcripts/one.md', 'kind: fictional', 'kind: notes');
    const text = await report(folder);
    expect(text).toContain('- I like it *Notes on Pia, one, turn 2, 00:00:03*');
    expect(text).not.toContain('\n>');
    expect(text).toContain('one: notes, not quotations.');
  });

  test('can be held against published.yaml', async () => {
    const folder = await codedTiny(four, 'x');
    write(folder, 'corpus/tiny/framework.csv', framework);
    write(
      folder,
      'reports/tiny/published.yaml',
      'emic: 1\ntargets:\n  - id: kappa\n    what: pooled kappa\n    basis: derived\n    place: p. 1\n    result: agreement.all.pooled.value\n    value: 0.50\n',
    );
    const { out, err } = await emic(folder, 'replicate');
    expect(out + err).toContain('1 derived value matches');
    change(folder, 'reports/tiny/published.yaml', '0.50', '0.60');
    expect((await emic(folder, 'replicate')).status).toBe(1);
  });
});

describe('three raters', () => {
  /** Ana, ben and a third, who puts liking on the second turn only. */
  async function three(results: string, template: string, third = 'cem'): Promise<string> {
    const folder = await codedTiny(
      results,
      template,
      `coding: { raters: [ana, ben, ${third}], rounds: [1] }`,
    );
    await logOf(folder, third, [['c1', 'liking', 'Nothing else']]);
    return folder;
  }

  test('by a measure for pairs there is no value of all, and each pair has its own', async () => {
    const results = '  pairs: { from: agreement, round: 1, measure: cohen-kappa, interval: none }\n';
    const folder = await three(
      results,
      'ana and ben `= pairs.ana-ben.codes.liking.value | decimals-1`, ana and cem `= pairs.ana-cem.codes.liking.value | decimals-1`, all `= pairs.all`\n',
    );
    // Liking: ana on the first turn, cem on the second: po 0, pe 1/2.
    expect(await report(folder)).toContain('ana and ben 0.0, ana and cem −1.0, all not applicable');
    write(folder, 'reports/tiny/report.md', '---\ntitle: T\n---\n\n```table\nresult: pairs\n```\n');
    expect((await emic(folder, 'check')).out).toContain('"show: pooled" has each pair');
    write(
      folder,
      'reports/tiny/report.md',
      '---\ntitle: T\n---\n\n```table\nresult: pairs\nshow: pooled\n```\n',
    );
    const text = await report(folder);
    for (const pair of ['ana–ben', 'ana–cem', 'ben–cem']) expect(text).toContain(pair);
  });

  test('pairs whose names come to the same are told apart', async () => {
    const coding = 'coding: { raters: [a, b-c, a-b, c], rounds: [1] }';
    const folder = await codedTiny(
      '  odd: { from: agreement, round: 1, raters: [a, b-c, a-b, c], interval: none }\n',
      '`= odd.a and b-c.codes.liking.value | decimals-1` and `= odd.a-b and c.codes.liking.value | decimals-1`\n',
      coding,
    );
    for (const rater of ['ana', 'ben']) rmSync(join(folder, `corpus/tiny/codings/1/one/${rater}.jsonl`));
    await logOf(folder, 'a', [['d1', 'liking', 'I like it']]);
    await logOf(folder, 'b-c', [['e1', 'liking', 'I like it']]);
    await logOf(folder, 'a-b', [['f1', 'liking', 'I like it']]);
    await logOf(folder, 'c', [['g1', 'liking', 'Nothing else']]);
    expect(await report(folder)).toContain('1.0 and −1.0');
  });
});

test('a rater or a code named twice counts once', async () => {
  const folder = await codedTiny(
    '  a: { from: agreement, round: 1, raters: [ana, ben, ana], interval: none }\n  c: { from: codes, round: 1, codes: [weather, weather] }\n',
    '`= a.raters` raters, weather `= c.units.weather`\n',
  );
  expect(await report(folder)).toContain('2 raters, weather 1');
  const { out } = await emic(folder, 'codes', '--code', 'weather,weather', '--raters', 'ana,ana', '--json');
  expect(JSON.parse(out).rows).toEqual([{ code: 'weather', units: 1, of: 2 }]);
});

test('codings that are lost are told below counts and quotations, and one that is asked for says so', async () => {
  const folder = await codedTiny(
    '  c: { from: codes, round: 1 }\n  q: { from: quotes, round: 1 }\n',
    '```table\nresult: c\n```\n\n```quotes\nresult: q\n```\n',
  );
  change(folder, 'corpus/tiny/transcripts/one.md', ' I like it.', '');
  const text = await report(folder);
  expect(text).toContain('1 coding is lost since the text changed');
  expect(text).toContain('Left out: 1 coding whose words have changed or are lost');
  change(
    folder,
    'corpus/tiny/study.yaml',
    'q: { from: quotes, round: 1 }',
    'q: { from: quotes, round: 1, codings: [a2] }',
  );
  expect((await emic(folder, 'check')).out).toContain(
    'the words of the coding "a2" have changed or are lost',
  );
});

test('codings that wait for a decision are told by check', async () => {
  const { out, status } = await emic(codedStudy('practice'), 'check');
  expect(status).toBe(0);
  expect(out).toContain('67 codings of "rules" (1.0.0) count in their own version only');
});

describe('what cannot be computed is told where it is asked for', () => {
  test.each([
    ['{ from: codes, round: 2 }', '8:32', 'there is no round "2"'],
    ['{ from: codes, round: 1, codes: [wether] }', '8:43', 'there is no code "wether"'],
    ['{ from: codes, round: 1, raters: [bern] }', '8:44', 'there is no rater "bern"'],
    ['{ from: codes, round: 1, version: 9.0.0 }', '8:44', 'there is no version "9.0.0"'],
    ['{ from: codes, round: 1, speakers: [Pa] }', '8:46', 'there is no speaker "Pa"'],
    ['{ from: agreement, round: 1, raters: [ana] }', '8:36', 'agreement needs two raters'],
    ['{ from: quotes, round: 1, codings: [zz] }', '8:46', 'there is no coding "zz"'],
    ['{ from: quotes, round: 1, documents: [two] }', '8:48', 'there is no document "two"'],
    ['{ from: matrix }', '8:18', 'there is no framework.csv'],
    ['{ from: agreement, round: 1, measure: gwet-ac2 }', '8:18', 'gwet-ac2 is gwet-ac1 with weights'],
  ])('%s', async (config, place, reason) => {
    const folder = await codedTiny(`  asked: ${config}\n`, 'Nothing.');
    const { status, out } = await emic(folder, 'check');
    expect(status).toBe(1);
    expect(out).toContain(`corpus/tiny/study.yaml:${place}`);
    expect(out).toContain(`result "asked": ${reason}`);
  });

  test('without a unit there is no agreement, and where the protocol switches it off neither', async () => {
    const folder = await codedTiny('  asked: { from: agreement, round: 1 }\n', 'Nothing.');
    change(folder, 'corpus/tiny/study.yaml', 'protocol: { unit: turn }', 'protocol: {}');
    expect((await emic(folder, 'check')).out).toContain('names a unit');
    change(folder, 'corpus/tiny/study.yaml', 'protocol: {}', 'protocol: { agreement: false }');
    expect((await emic(folder, 'check')).out).toContain('switches agreement off');
  });

  test('a table or figure that a result does not have', async () => {
    const folder = await codedTiny(
      four.replace('  matrix: { from: matrix }\n', ''),
      '```table\nresult: codes\nshow: pooled\n```\n\n```figure\nresult: quotes\n```\n\n```table\nresult: quotes\n```\n\n```quotes\nresult: codes\n```\n\n```themes\nresult: codes\n```\n\n```table\nresult: agreement\ncolumns: [n]\n```\n',
    );
    const { out } = await emic(folder, 'check');
    for (const said of [
      'report.md:7:7: error: "codes" has no table "pooled"',
      '"quotes" has no figure',
      'they go into a block quotes',
      '"codes" is no result from: quotes',
      '"codes" is no result from: matrix',
      '"agreement" has no columns to choose from',
    ]) {
      expect(out).toContain(said);
    }
  });

  test('nothing is computed from a log with an error, and the log is named', async () => {
    const folder = await codedTiny(four, 'Nothing.');
    const log = read(folder, 'corpus/tiny/codings/1/one/ana.jsonl');
    write(folder, 'corpus/tiny/codings/1/one/ana.jsonl', `${log}{"id":"a3","rev":1,"co`);
    const { status, out, err } = await emic(folder, 'report');
    expect(status).toBe(1);
    expect(out + err).toContain('corpus/tiny/codings/1/one/ana.jsonl:5');
  });

  test('a study without such results does not open its codings', async () => {
    const folder = await codedTiny('  nothing: { from: participants }\n', 'Nothing.');
    write(folder, 'corpus/tiny/codings/1/one/ana.jsonl', 'broken');
    const { out, err } = await emic(folder, 'report');
    expect(out + err).not.toContain('ana.jsonl');
  });
});

test('what departs from the protocol is exploratory', async () => {
  const folder = await codedTiny(
    '  asked: { from: agreement, round: 1, unit: paragraph, roll-up: true, interval: none }\n',
    '```table\nresult: asked\n```\n',
  );
  const text = await report(folder);
  expect(text).toContain('unit paragraph (exploratory)');
  expect(text).toContain(
    "Exploratory: the unit is paragraph, the protocol's is turn; roll-up is not in the protocol.",
  );
});
