import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reading } from './reading.ts';

/** What is known of the columns, and how the file was read; left out is what a reader need not see. */
async function headsOf(text: string) {
  const { read, told } = await reading(text);
  expect(told).toEqual([]);
  const short = ({ name, role, option, separator }: (typeof read.heads)[number]) =>
    `${name}: ${role}${option ? ` ${option.of} > ${option.label}` : ''}${separator === null ? '' : ` by "${separator}"`}`;
  return {
    tool: read.tool,
    headerRows: read.headerRows,
    n: read.responses.n,
    kept: read.heads.map(short),
    leftOut: read.columns.filter(({ leftOut }) => leftOut !== undefined).map(({ head }) => head.name),
    questions: read.heads.map(({ question }) => question),
    marks: [read.notAsked, read.unanswered],
  };
}

const importIds = (quote: '"' | "'", ...ids: string[]) =>
  ids.map((id) => `"${`{${quote}ImportId${quote}:${quote}${id}${quote}}`.replaceAll('"', '""')}"`).join(',');

describe('Qualtrics', () => {
  const names = 'StartDate,IPAddress,ResponseId,Q1,Q2_1,Q2_2,Q2_2_TEXT,Q3_1,Q3_2,Q4,Q4 - Topics';
  const texts =
    'Start Date,IP Address,Response ID,"How often,\nabout?",Which? - Selected Choice - Rivers,Which? - Selected Choice - Other,Which? - Other - Text,Agree? - It helps,Agree? - It is fast,Why?,Q4 - Topics';
  const row = '2024-05-01 08:00:00,,R_1abc,-99,Rivers,Other,ponds,Agree,Disagree,because,Water';

  test.each(['"', "'"] as const)('three header rows, ids in %s', async (quote) => {
    const ids = importIds(
      quote,
      ...'startDate ipAddress _recordId QID1 QID2_1 QID2_2 QID2_2_TEXT QID3_1 QID3_2 QID4_TEXT QID4_TEXT_Topics'.split(
        ' ',
      ),
    );
    const found = await headsOf(`\uFEFF${names}\r\n${texts}\r\n${ids}\r\n${row}\r\n`);
    expect(found).toMatchObject({ tool: 'qualtrics', headerRows: 3, n: 1, marks: [[], ['-99']] });
    expect(found.kept).toEqual([
      'StartDate: about',
      'Q1: answer',
      'Q2_1: answer Q2 > Rivers',
      'Q2_2: answer Q2 > Other',
      'Q2_2_TEXT: answer',
      'Q3_1: answer',
      'Q3_2: answer',
      'Q4: answer',
      'Q4 - Topics: about',
    ]);
    expect(found.questions[1]).toBe('How often, about?');
    expect(found.leftOut).toEqual(['IPAddress', 'ResponseId']);
  });

  test('legacy: two header rows, V1 and so on named by the second', async () => {
    const found = await headsOf(
      'V1,V2,V8,Q1,\nResponseID,ResponseSet,StartDate,How?,\nR_1,Default,2016-05-01 10:00:00,2,\n',
    );
    expect(found).toMatchObject({ tool: 'qualtrics', headerRows: 2, n: 1 });
    expect(found.kept).toEqual(['ResponseSet: about', 'StartDate: about', 'Q1: answer']);
  });
});

test('columns answered on a scale of numbers are no ticks, though 1 is among them', async () => {
  const found = await headsOf(
    'StartDate,ResponseId,RecordedDate,UserLanguage,Q1_1,Q1_2\nStart Date,Response ID,Recorded Date,User Language,Rate - Aare,Rate - Rhine\n,R_1,,EN,1,4\n,R_2,,EN,1,1\n',
  );
  expect(found).toMatchObject({ tool: 'qualtrics', headerRows: 2 });
  expect(found.kept.slice(-2)).toEqual(['Q1_1: answer', 'Q1_2: answer']);
});

describe('Google Forms', () => {
  test.each([
    ['Timestamp', '5/1/2024 10:22:03', ','],
    ['Marca temporal', '2024/05/01 10:22:03 p. m. GMT-3', ';'],
    ['Zeitstempel', '01.05.2024 10:22:03', ','],
    ['Informazioni cronologiche', '01/05/2024 10.22.03', ','],
  ])('%s', async (heading, time, separator) => {
    const found = await headsOf(`${heading},E-Mail,Which rivers?\n${time},,"Aare, Rhine"\n`);
    expect(found).toMatchObject({ tool: 'google-forms', headerRows: 1, leftOut: ['E-Mail'] });
    expect(found.kept).toEqual([`${heading}: about`, `Which rivers?: answer by "${separator}"`]);
  });

  test('a column that is called Timestamp and holds no times is none', async () => {
    expect((await headsOf('Timestamp,Answer\nnever,1\n')).tool).toBe('plain');
  });
});

test('SurveyMonkey: questions above the first of their columns, options below', async () => {
  const found = await headsOf(
    [
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,Which rivers?,,,Rate them,,Why?,How often?',
      ',,,,,,Aare,Rhine,Other (please specify),Aare,Rhine,Open-Ended Response,Response',
      '101,7,05/01/2024 10:00:00 AM,05/01/2024 10:05:00 AM,,,Aare,,Ticino,Good,Bad,because,Daily',
      '102,7,05/01/2024 11:00:00 AM,05/01/2024 11:05:00 AM,,,,Rhine,,Bad,Good,,Never',
    ].join('\n'),
  );
  expect(found).toMatchObject({ tool: 'survey-monkey', headerRows: 2, n: 2 });
  expect(found.leftOut).toEqual(['Respondent ID', 'IP Address', 'Email Address']);
  expect(found.kept).toEqual([
    'Collector ID: about',
    'Start Date: about',
    'End Date: about',
    'Which rivers? - Aare: answer Which rivers? > Aare',
    'Which rivers? - Rhine: answer Which rivers? > Rhine',
    'Which rivers? - Other (please specify): answer',
    'Rate them - Aare: answer',
    'Rate them - Rhine: answer',
    'Why?: answer',
    'How often?: answer',
  ]);
});

describe('LimeSurvey', () => {
  const row = '"1","2024-05-01 10:00:00","3","en","203.0.113.7","Y","","ponds","A1","N/A"';

  test('codes', async () => {
    const found = await headsOf(
      `"id","submitdate","lastpage","startlanguage","ipaddr","Q1[SQ001]","Q1[SQ002]","Q1[other]","Q2[SQ001]","Q3"\n${row}\n`,
    );
    expect(found).toMatchObject({
      tool: 'lime-survey',
      n: 1,
      leftOut: ['id', 'ipaddr'],
      marks: [['N/A'], []],
    });
    expect(found.kept.slice(3)).toEqual([
      'Q1[SQ001]: answer Q1 > SQ001',
      'Q1[SQ002]: answer Q1 > SQ002',
      'Q1[other]: answer',
      'Q2[SQ001]: answer',
      'Q3: answer',
    ]);
  });

  test('codes and texts', async () => {
    const found = await headsOf(
      `"id. Response ID";"submitdate. Date submitted";"lastpage. Last page";"startlanguage. Start language";"ipaddr. IP address";"Q1[SQ001]. Which? [Aare]";"Q1[SQ002]. Which? [Rhine]";"Q1[other]. Which? [Other]";"Q2[SQ001]. Rate [Aare]";"Q3. Why?"\n${row.replaceAll(',', ';')}\n`,
    );
    expect(found.tool).toBe('lime-survey');
    expect(found.kept.slice(3, 5)).toEqual(['Q1[SQ001]: answer Q1 > Aare', 'Q1[SQ002]: answer Q1 > Rhine']);
    expect(found.questions.at(-1)).toBe('Why?');
  });

  test('texts', async () => {
    const found = await headsOf(
      `"Response ID","Date submitted","Last page","Start language","IP address","Which? [Aare]","Which? [Rhine]","Which? [Other]","Rate [Aare]","Why?"\n${row}\n`,
    );
    expect(found).toMatchObject({ tool: 'lime-survey', leftOut: ['Response ID', 'IP address'] });
    expect(found.kept[3]).toBe('Which? [Aare]: answer Which? > Aare');
  });
});

test('Microsoft Forms, in English and in another language', async () => {
  const rows = '1,5/1/24 10:00:00,5/1/24 10:05:00,anonymous,,Aare;Rhine;,because\n';
  const found = await headsOf(`ID,Start time,Completion time,Email,Name,Which?,Why?\n${rows}`);
  expect(found).toMatchObject({ tool: 'microsoft-forms', leftOut: ['ID', 'Email', 'Name'] });
  expect(found.kept.slice(2)).toEqual(['Which?: answer by ";"', 'Why?: answer by ";"']);
  const other = await headsOf(`ID,Startzeit,Fertigstellungszeit,E-Mail,Name,Welche?,Warum?\n${rows}`);
  expect(other).toMatchObject({ tool: 'microsoft-forms', leftOut: ['ID', 'E-Mail', 'Name'] });
});

test('KoboToolbox: semicolons, groups, ticks in one column and in one each, HXL tags', async () => {
  const found = await headsOf(
    [
      '"start";"river/which";"river/which/aare";"river/which/rhine";"place";"_place_latitude";"_id";"_uuid";"_submission_time";"_submitted_by";"_index"',
      '"";"#which";"";"";"";"";"";"";"";"";""',
      '"2024-05-01T10:00:00.000+02:00";"aare rhine";"1";"1";"46.9 7.4 0 0";"46.9";"61";"4858";"2024-05-01T10:01:00";"";"1"',
      '"2024-05-01T11:00:00.000+02:00";"rhine";"0";"1";"";"";"62";"4859";"2024-05-01T11:01:00";"";"2"',
    ].join('\r\n'),
  );
  expect(found).toMatchObject({ tool: 'kobo-toolbox', headerRows: 2, n: 2 });
  expect(found.kept).toEqual([
    'start: about',
    'river/which: answer by " "',
    'river/which/aare: answer river/which > aare',
    'river/which/rhine: answer river/which > rhine',
    '_submission_time: about',
  ]);
  expect(found.leftOut).toEqual(['place', '_place_latitude', '_id', '_uuid', '_submitted_by', '_index']);
});

test('plain CSV, with row names as R writes them, and NA', async () => {
  const found = await headsOf('"","A1","A1"\n"61617",2,NA\n"61618",4,3\n');
  expect(found).toMatchObject({ tool: 'plain', n: 2, leftOut: ['row-name'], marks: [[], ['NA']] });
  expect(found.kept).toEqual(['A1: answer', 'A1 (2): answer']);
});

const FOLDER = '../shared/data/survey';
/** Tool, header rows, responses and columns as a person counted them. */
const SAMPLES: readonly [string, string, number, number, number][] = [
  ['qualtrics/sample.csv', 'qualtrics', 3, 1, 20],
  ['qualtrics/sample_legacy.csv', 'qualtrics', 2, 1, 16],
  ['qualtrics/multiple-answer-matrix/insights.csv', 'qualtrics', 3, 5, 75],
  ['qualtrics/multiple-answer-matrix/Multiple_Answer_Matrix_Questions.csv', 'qualtrics', 2, 5, 75],
  ['stackoverflow/survey_results_public.csv', 'plain', 1, 3, 114],
  ['bfi.csv', 'plain', 1, 2800, 29],
  ['mass.csv', 'plain', 1, 20, 15],
  ['gap.csv', 'plain', 1, 68, 11],
];

for (const [name, tool, headerRows, n, columns] of SAMPLES) {
  const path = `${FOLDER}/${name}`;
  test.skipIf(!existsSync(path))(`${name} (skipped where ${FOLDER} is not there)`, async () => {
    const { read, told } = await reading(readFileSync(path));
    expect(told).toEqual([]);
    expect(read).toMatchObject({ tool, headerRows });
    expect(read.responses.n).toBe(n);
    expect(read.columns).toHaveLength(columns);
  });
}
