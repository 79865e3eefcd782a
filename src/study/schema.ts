import * as z from 'zod';
import { intervalKinds } from '../agreement/interval-kinds.ts';
import { measureNames } from '../agreement/measure-names.ts';
import { spanMeasureNames } from '../agreement/spans/measure-names.ts';
import { weightNames } from '../agreement/weights.ts';
import { slug } from '../exhibit/words.ts';
import { unportable } from '../file/portable-name.ts';
import { quote } from '../problem/problem.ts';
import { unsureWays } from '../selection/stage.ts';
import { absences, fold } from '../statements/scale.ts';
import { namePattern, nameRule } from '../yaml/name.ts';
import { literatureResults } from './evidence-schema.ts';
import { literatureSchema } from './literature-schema.ts';

/** `study.yaml`, one a study. Every key is listed in docs/study-yaml.md. */

const name = z.string().regex(namePattern, nameRule);
const label = z.string().regex(/\S/, 'this is empty');
const scalar = z.union([z.string(), z.number()]);
/** Session names are often numbers; they are read as text. */
const session = z.union([label, z.number()]).transform((name) => String(name).normalize('NFC'));

const columnsOf = <const Types extends readonly [string, ...string[]]>(types: Types) =>
  z
    .record(
      z.string(),
      z
        .strictObject({
          label: label.optional(),
          type: z.enum(types).optional(),
          levels: z.array(label).min(1, 'name at least one level').optional(),
        })
        .or(label.transform((text) => ({ label: text, type: undefined, levels: undefined }))),
    )
    .default({});

/** Words that stand for a blank cell. */
const missing = z.array(label).default([]);

const participants = z.strictObject({
  file: label,
  id: label,
  session: label.optional(),
  missing,
  columns: columnsOf(['text', 'number']),
});

const scale = z.strictObject({
  agree: z.array(label).min(1),
  neutral: z.array(label).default([]),
  disagree: z.array(label).min(1),
  apart: z.array(label).default([]),
  /** Names of the scale's columns once statements are keyed, strongest first. */
  keyed: z.array(label).optional(),
});

const statement = z.strictObject({
  title: label,
  polarity: z.enum(['positive', 'reversed']),
  kind: label.optional(),
});

const statements = z.strictObject({
  file: label,
  rows: z.enum(['comment', 'position']),
  scale,
  list: z.record(name, statement),
});

const data = z.record(
  name,
  z.strictObject({
    file: label,
    id: label.optional(),
    missing,
    /** A `participant`, `statement` or `session` has to be a declared one. */
    columns: columnsOf(['text', 'number', 'participant', 'statement', 'session']),
  }),
);

const unit = z.enum(['turn', 'paragraph', 'sentence', 'document', 'character', 'spans']);
const measure = z.enum(measureNames);

/** What survey respondents answered, and the file that says what they were asked. */
const survey = z.strictObject({
  responses: label,
  questions: label,
  /** How respondents came to be in it; tests say so where they chose themselves. */
  sample: z.enum(['self-selected', 'convenience', 'probability', 'everybody']).optional(),
  /** The answers were made to fit what a paper printed; it is said wherever they show, and nothing is tested. */
  reconstructed: z.boolean().default(false),
});

/** A name that becomes that of a file or folder. */
const named = (what: string) => (name: string, context: z.core.$RefinementCtx) => {
  const reason = unportable(name);
  if (reason === undefined) return;
  const message = `${quote(name)} cannot be a ${what}’s name: it ${reason}, and files are called by it`;
  context.addIssue({ code: 'custom', message, params: { rule: 'unusable-name' } });
};

/** Who codes the transcripts, and in which rounds. */
const coding = z.strictObject({
  raters: z.array(label.superRefine(named('rater'))).default([]),
  rounds: z.array(session.superRefine(named('round'))).default([]),
});

/** What was decided about agreement before any number was seen; what departs from it is exploratory. */
const protocol = z.strictObject({
  /** For example "codebook thematic analysis". */
  tradition: label.optional(),
  /** False for reflexive analyses, which do not ask for agreement. */
  agreement: z.boolean().default(true),
  unit: unit.optional(),
  measure: measure.optional(),
  threshold: z.number().min(-1).max(1).optional(),
  /** Rounds for learning the codebook, and rounds whose agreement counts. */
  training: z.array(session).default([]),
  reliability: z.array(session).default([]),
  /** The documents coded by several raters, as `emic sample` drew them. */
  sample: z
    .strictObject({
      seed: z.int(),
      size: z.int().min(1),
      from: z.int().min(1),
      documents: z.array(label).min(1),
    })
    .optional(),
});

const question = {
  where: z.record(z.string(), z.union([scalar.transform((value) => [value]), z.array(scalar)])).optional(),
  'count-by': label.optional(),
  distinct: z.array(label).min(1).optional(),
  number: label.optional(),
};

const names = z.array(label).min(1, 'name at least one').optional();

/** Which codings a result is about, and in which codebook version they are read. */
const codings = {
  codes: names,
  raters: names,
  speakers: z.union([z.enum(['participants', 'all']), z.array(label).min(1)]).default('participants'),
  'roll-up': z.boolean().default(false),
  version: label.optional(),
};

const ofCodings = [
  z.strictObject({
    from: z.literal('codes'),
    round: session,
    by: z
      .array(z.enum(['code', 'rater', 'document', 'speaker', 'answer']))
      .min(1)
      .max(2)
      .default(['code']),
    /** With `answer` in `by`: the closed question whose answers tell respondents apart. */
    item: label.optional(),
    documents: names,
    unit: unit.optional(),
    ...codings,
  }),
  z.strictObject({
    from: z.literal('agreement'),
    round: session,
    unit: unit.optional(),
    documents: names,
    measure: measure.optional(),
    weights: z.enum(weightNames).optional(),
    'only-coded': z.boolean().default(false),
    'min-overlap': z.number().gt(0).max(1).optional(),
    interval: z.enum(intervalKinds).optional(),
    seed: z.int().min(0).default(1),
    ...codings,
  }),
  z.strictObject({
    from: z.literal('spans'),
    round: session,
    measures: z.array(z.enum(spanMeasureNames)).min(1).optional(),
    documents: names,
    /** n_t of boundary similarity. */
    near: z.int().min(1).optional(),
    'min-overlap': z.number().gt(0).max(1).optional(),
    seed: z.int().min(0).default(1),
    ...codings,
  }),
  z.strictObject({
    from: z.literal('quotes'),
    /** A round, or `all`. */
    round: session,
    codes: names,
    raters: names,
    documents: names,
    speakers: names,
    version: label.optional(),
    /** Ids of single codings. */
    codings: names,
  }),
  /** The framework matrix. */
  z.strictObject({ from: z.literal('matrix'), cases: names, themes: names }),
] as const;

const ofSelection = [
  z.strictObject({ from: z.literal('flow') }),
  z.strictObject({
    from: z.literal('selection'),
    stages: names,
    measure: measure.optional(),
    unsure: z.enum(unsureWays).optional(),
  }),
] as const;

const result = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('participants'), label: label.optional(), ...question }),
  z.strictObject({
    from: z.literal('records'),
    /** The caption of its tables and figures; its name unless said. */
    label: label.optional(),
    data: name,
    /** Of the records of a review: only those that every stage of selection includes. */
    included: z.boolean().default(false),
    ...question,
  }),
  z.strictObject({
    from: z.literal('statements'),
    /** One statement; without it, all of them side by side. */
    statement: name.optional(),
    base: z.enum(['participants', 'comments']).default('participants'),
  }),
  z.strictObject({
    /** What came of comparing with published.yaml, so that a report can say so. */
    from: z.literal('replication'),
    show: z.enum(['checked', 'reconstructed', 'not recoverable', 'findings']),
  }),
  z.strictObject({
    from: z.literal('survey'),
    items: names,
    where: question.where,
    /** The item whose answers make groups. */
    by: label.optional(),
    /** Compare groups two at a time as well. */
    pairs: z.boolean().default(false),
    mean: z.boolean().default(false),
  }),
  z.strictObject({ from: z.literal('scales'), scales: names, where: question.where }),
  ...ofCodings,
  ...ofSelection,
  ...literatureResults(question.where),
]);

export const studySchema = z
  .strictObject({
    emic: z.literal(1),
    title: label,
    kind: z.enum(['focus-group', 'interviews', 'survey', 'literature-review']),
    language: z.string().default('en'),
    fictional: z.boolean().default(false),
    paper: z.strictObject({ reference: label, doi: label.optional(), licence: label.optional() }).optional(),
    sessions: z.array(session).default([]),
    participants: participants.optional(),
    statements: statements.optional(),
    data: data.default({}),
    survey: survey.optional(),
    literature: literatureSchema.optional(),
    coding: coding.prefault({}),
    protocol: protocol.prefault({}),
    results: z.record(name, result).default({}),
  })
  .superRefine((study, context) => {
    const complain = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const { participants: people } = study;
    for (const key of [people?.id, people?.session]) {
      if (key !== undefined && people?.columns[key]?.type === 'number') {
        complain(
          ['participants', 'columns', key, 'type'],
          `"${key}" names people or sessions and is read as text`,
        );
      }
    }
    const twice = study.sessions.findIndex((one, index) => study.sessions.indexOf(one) !== index);
    if (twice !== -1) complain(['sessions', twice], `session "${study.sessions[twice]}" stands here twice`);
    if (study.statements) {
      const { agree, neutral, disagree, apart, keyed } = study.statements.scale;
      const all = [...agree, ...neutral, ...disagree, ...apart];
      const repeated = all.find(
        (one, index) => all.findIndex((other) => fold(other) === fold(one)) !== index,
      );
      if (repeated) complain(['statements', 'scale'], `"${repeated}" stands twice in the scale`);
      const named = all.filter((one) => slug(one) !== '');
      const alike = named.find(
        (one, index) => named.findIndex((other) => slug(other) === slug(one)) !== index,
      );
      if (alike && !repeated) {
        complain(
          ['statements', 'scale'],
          `"${alike}" is too much like another column: both are "${slug(alike)}" in files`,
        );
      }
      const reserved = all.find((one) => absences.some((word) => word === fold(one)));
      if (reserved) {
        complain(
          ['statements', 'scale'],
          `"${reserved}" is kept for people without a mark and cannot be a column`,
        );
      }
      const reversed = Object.values(study.statements.list).some(({ polarity }) => polarity === 'reversed');
      if (reversed && agree.length !== disagree.length) {
        complain(
          ['statements', 'scale'],
          `a reversed statement needs as many columns that agree (${agree.length}) as disagree (${disagree.length})`,
        );
      }
      const onScale = agree.length + neutral.length + disagree.length;
      if (keyed && keyed.length !== onScale) {
        complain(
          ['statements', 'scale', 'keyed'],
          `keyed has ${keyed.length} names and the scale ${onScale} columns`,
        );
      }
      if (!study.participants)
        complain(['statements'], 'statements need participants: declare who took part');
    }
  });

export type StudyConfig = z.output<typeof studySchema>;
export type ResultConfig = StudyConfig['results'][string];
