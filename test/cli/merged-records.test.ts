import { describe, expect, test } from 'vitest';
import { loadStudy } from '../../src/study/load-study.ts';
import { emic, read, workspaceWith, write } from '../helpers/workspace.ts';

const STUDY = `emic: 1
title: Repair
kind: literature-review
fictional: true
literature:
  records: references.csv
  evidence: evidence.csv
  stages:
    - { id: title, raters: [ana, ben] }
`;
const LIST = 'corpus/lit/duplicates.csv';
const ANA = 'corpus/lit/selection/title/ana.csv';

/** Records a, b and c, of which a and b are decided to be the same. */
const workspace = (files: Record<string, string> = {}) =>
  workspaceWith({
    'corpus/lit/study.yaml': STUDY,
    'corpus/lit/references.csv':
      'id,title,authors,year\na,Mending in public,"Brandt, I",2019\nb,Quiet benches,"Reed, T",2016\nc,Tools,"Lee, B",2013\n',
    [LIST]: 'record,other,decision\na,b,same\n',
    'corpus/lit/evidence.csv': 'record,code\nb,tools\n',
    [ANA]: 'record,decision\nb,include\n',
    'corpus/lit/selection/title/ben.csv': 'record,decision\na,include\n',
    'reports/lit/template.md': '---\ntitle: Repair\n---\n',
    ...files,
  });

describe('what stands on a record that is merged', () => {
  test('is named by the merge, and counts for the record that is kept', async () => {
    const folder = workspace();
    const { status, out } = await emic(folder, 'references', 'duplicates');
    expect(status).toBe(0);
    const text = out.replace(/\s+/g, ' ');
    expect(text).toContain('2 decisions, rows of evidence and citations name records merged by this');
    expect(text).toContain(`${ANA}:2 (b, now a), corpus/lit/evidence.csv:2 (b, now a)`);
    const checked = await emic(folder, 'check');
    expect(checked.status).toBe(0);
    expect(checked.out).toContain(
      `${ANA}:2:1: warning: "b" was merged into "a" (${LIST} line 2); this decision counts there`,
    );
    expect(checked.out).toContain(
      `corpus/lit/evidence.csv:2:1: warning: "b" was merged into "a" (${LIST} line 2); this row counts there`,
    );
    const [stage] = JSON.parse((await emic(folder, 'selection', '--json')).out).stages;
    expect(stage).toMatchObject({ records: 2, included: 1 });
  });

  test('is a citation as well: it is named, counts for the record that is kept, and is told', async () => {
    const folder = workspace({
      'corpus/lit/study.yaml': `${STUDY}data:\n  table: { file: table.csv }\nresults:\n  cites: { from: cited, data: table, row: theme, columns: [studies] }\n`,
      'corpus/lit/table.csv': 'theme,studies\ntools,"[b, c]"\nrooms,"[a]; [b]"\n',
    });
    const { out } = await emic(folder, 'references', 'duplicates');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'corpus/lit/table.csv:2 (b, now a), corpus/lit/table.csv:3 (b, now a)',
    );
    const checked = await emic(folder, 'check');
    expect(checked.status).toBe(0);
    expect(checked.out).not.toContain('no record has that id');
    expect(checked.out).toContain(
      `corpus/lit/table.csv:2:9: warning: "b" was merged into "a" (${LIST} line 2); this citation counts there`,
    );
    const { results } = await loadStudy({ root: folder }, 'lit');
    const cites = results.get('cites');
    // c is not included.
    expect(cites?.from === 'cited' && cites.cited.summary).toMatchObject({
      cited: ['a'],
      citations: 3,
      unknown: [],
    });
  });

  test('a quote that the record that is kept does not have is named by the merge, and a warning', async () => {
    const folder = workspace({
      'corpus/lit/references.csv':
        'id,title,authors,year,abstract\na,Mending,"Brandt, I",2019,Of benches.\nb,Benches,"Reed, T",2016,Of chairs and tables.\nc,Tools,"Lee, B",2013,\n',
      'corpus/lit/evidence.csv':
        'record,code,field,quote\nb,tools,abstract,chairs\nb,tools,abstract,Of\na,tools,abstract,Of benches\n',
    });
    const { out, status } = await emic(folder, 'references', 'duplicates');
    expect(status).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      '1 quote does not stand in the record that is kept, and did in the one that is merged: corpus/lit/evidence.csv:2 (abstract of a, not that of b)',
    );
    const checked = await emic(folder, 'check');
    expect(checked.status).toBe(0);
    expect(checked.out).toContain(
      'corpus/lit/evidence.csv:2:18: warning: "chairs" does not stand in the abstract of "a", into which "b" was merged; the row counts',
    );
  });

  test.each([
    [
      'a,include\nb,include\n',
      0,
      'warning: "b" was merged into "a" (corpus/lit/duplicates.csv line 2); line 2 decides the same',
    ],
    ['b,include\na,include\n', 0, 'line 2 decides the same'],
    [
      'a,include\nb,exclude\n',
      1,
      'error: "b" was merged into "a" (corpus/lit/duplicates.csv line 2), and line 2 decides otherwise',
    ],
    ['b,exclude\na,include\n', 1, 'and line 2 decides otherwise'],
  ])('two decisions of one rater: %j', async (rows, status, message) => {
    const folder = workspace({ [ANA]: `record,decision\n${rows}` });
    await emic(folder, 'references', 'duplicates');
    const checked = await emic(folder, 'check');
    expect(checked.out).toContain(message);
    expect(checked.status).toBe(status);
  });

  test('keeps its id from any other record, also where its row was deleted', async () => {
    const folder = workspace({
      [ANA]: 'record,decision\nnoll2020,include\n',
      'a.bib': '@article{n, title={On repair}, author={Noll, B}, year=2020}\n',
    });
    write(folder, LIST, 'record,other,decision\n');
    await emic(folder, 'import', 'references', 'a.bib');
    expect(read(folder, 'corpus/lit/references.csv')).toContain('\nnoll2020b,');
  });
});
