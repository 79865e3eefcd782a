import type { VFile } from 'vfile';
import { hasErrors } from '../problem/problem.ts';
import { namesOfAnswers } from '../survey/answers.ts';
import { describedScale } from '../survey/described-scale.ts';
import { rowsWhere } from '../survey/groups.ts';
import type { Condition } from '../survey/questionnaire.ts';
import type { Survey } from '../survey/read-answers.ts';
import { scaleResult } from '../survey/scale-result.ts';
import { surveyResult } from '../survey/survey-result.ts';
import type { Study } from './open-study.ts';
import { type OpenedSurvey, openSurvey } from './open-survey.ts';
import type { Result } from './result.ts';
import { ResultNames } from './result-names.ts';
import type { ResultConfig, StudyConfig } from './schema.ts';

export interface SurveyResults {
  results: Map<string, Result>;
  /** Undefined where no result needed it. */
  survey: OpenedSurvey | undefined;
  files: VFile[];
}

/**
 * Computes every result that study.yaml names on the survey; without any the responses are not read.
 *
 * @param already the survey, where it was read before.
 */
export async function surveyResults(study: Study, already?: OpenedSurvey): Promise<SurveyResults> {
  const results = new Map<string, Result>();
  const wanted = Object.entries(study.config.results).filter(
    ([, { from }]) => from === 'survey' || from === 'scales',
  );
  if (wanted.length === 0) return { results, survey: already, files: [] };
  const opened = already ?? (await openSurvey(study));
  const { survey, files } = opened;
  const others = files.filter((file) => file !== study.declared.file);
  if (!survey || hasErrors(others)) return { results, survey: opened, files: others };
  for (const [name, config] of wanted) {
    const result =
      config.from === 'survey'
        ? ofItems(study, survey, name, config)
        : config.from === 'scales'
          ? ofScales(study, survey, name, config)
          : undefined;
    if (result) results.set(name, result);
  }
  return { results, survey: opened, files: others };
}

function ofItems(
  study: Study,
  survey: Survey,
  name: string,
  config: Extract<ResultConfig, { from: 'survey' }>,
): Result | undefined {
  const names = new ResultNames(study, name);
  const all = survey.questionnaire.items.map((item) => item.name);
  const items = names.known('items', config.items, all, 'item') ?? null;
  const where = conditionsOf(config.where);
  checkConditions(survey, where, names);
  if (config.by !== undefined) {
    const kind = survey.answers.get(config.by)?.kind;
    if (!all.includes(config.by)) names.refuse('by', 'unknown-item', `there is no item "${config.by}"`);
    else if (kind !== 'choice' && kind !== 'sets')
      names.refuse('by', 'no-groups', `"${config.by}" has no answers to make groups by`);
  }
  if (config.by !== undefined && items?.includes(config.by)) {
    names.refuse(
      'by',
      'own-groups',
      `"${config.by}" is among the items: an item is not compared by its own answers`,
    );
  }
  if (names.failed) return undefined;
  const question = {
    items,
    where,
    by: config.by ?? null,
    untested: whyUntested(study.config),
    pairs: config.pairs,
  };
  return {
    from: 'survey',
    survey: surveyResult(survey, question),
    show: { mean: config.mean },
    caveats: caveatsOf(study.config),
    stamp: stampOf(study.config),
  };
}

function ofScales(
  study: Study,
  survey: Survey,
  name: string,
  config: Extract<ResultConfig, { from: 'scales' }>,
): Result | undefined {
  const names = new ResultNames(study, name);
  const { scales } = survey.questionnaire;
  const wanted = names.known(
    'scales',
    config.scales,
    scales.map((scale) => scale.name),
    'scale',
  );
  const where = conditionsOf(config.where);
  checkConditions(survey, where, names);
  if (names.failed) return undefined;
  const chosen = scales.filter((scale) => wanted?.includes(scale.name) ?? true);
  const rows = rowsWhere(survey, where);
  return {
    from: 'scales',
    scales: chosen.map((scale) =>
      describedScale(scaleResult(survey, scale, rows), whyUntested(study.config)),
    ),
    stamp: stampOf(study.config),
  };
}

/** Conditions are on items, and on answers that they have. */
function checkConditions(
  { questionnaire, answers }: Survey,
  where: readonly Condition[],
  names: ResultNames,
): void {
  for (const { item, answers: wanted } of where) {
    const given = answers.get(item);
    if (!questionnaire.items.some(({ name }) => name === item)) {
      names.refuse('where', 'unknown-item', `there is no item "${item}"`);
    } else if (given?.kind === 'open') names.refuse('where', 'no-answers', `"${item}" is an open question`);
    else {
      const known = namesOfAnswers(given);
      const wrong = known && wanted.find((one) => !known.includes(one));
      if (typeof wrong === 'string') {
        names.refuse('where', 'unknown-answer', `"${wrong}" is no answer to "${item}"`);
      }
    }
  }
}

const conditionsOf = (where: Record<string, readonly (string | number)[]> = {}): Condition[] =>
  Object.entries(where).map(([item, answers]) => ({ item, answers: answers.map(String) }));

/** What has to be said of a study's answers wherever they are shown. */
export const standingOf = (config: StudyConfig) => ({
  caveats: caveatsOf(config),
  stamp: stampOf(config),
  untested: whyUntested(config),
});

/** Why differences in a study's data are not tested; null where they are. */
const whyUntested = ({ survey }: StudyConfig): string | null =>
  survey?.reconstructed ? 'the answers are reconstructed: a test would find what was put into them' : null;

/** What has to be said beside every test. */
const caveatsOf = ({ survey }: StudyConfig): string[] =>
  survey?.sample === 'self-selected' || survey?.sample === 'convenience'
    ? [
        survey.sample === 'self-selected'
          ? 'The respondents chose themselves: p values and intervals say nothing about people who did not answer.'
          : 'The respondents were chosen by convenience: p values and intervals say nothing about anybody else.',
      ]
    : [];

/** What stands over every picture and table of reconstructed answers. */
const stampOf = ({ survey }: StudyConfig): string | null =>
  survey?.reconstructed ? 'Reconstructed answers, not those of the respondents.' : null;
