import { join } from 'node:path';
import type { VFile } from 'vfile';
import { readTextFile } from '../file/read-text.ts';
import { hasErrors } from '../problem/problem.ts';
import type { Coded } from './coded.ts';
import { codingResults } from './coding-results.ts';
import { evidenceResults } from './evidence-results.ts';
import { includedRecords } from './included-records.ts';
import { openStudy, type Study } from './open-study.ts';
import type { OpenedSurvey } from './open-survey.ts';
import { replicate } from './replicate.ts';
import type { Replication, Result } from './result.ts';
import { computeResults, replicationResults } from './results.ts';
import { selectionResults } from './selection-results.ts';
import { surveyResults } from './survey-results.ts';
import { tellTables } from './tell-tables.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

/** A study with everything computed that can be, and every file read, with its problems. */
export interface Loaded {
  /** Undefined where the study's declarations cannot be used. */
  study: Study | undefined;
  results: ReadonlyMap<string, Result>;
  /** False while the data have errors: then nothing was computed, and no template or published.yaml read. */
  computed: boolean;
  /** Null without a usable published.yaml. */
  replication: Replication | null;
  /** The transcripts, codebooks and logs, where a result needed them. */
  coded: Coded | undefined;
  /** The survey, where a result needed it. */
  survey: OpenedSurvey | undefined;
  files: VFile[];
}

/**
 * Opens a study, computes its named results and compares them with what was published. Results are
 * empty while a file of the data has an error: a number from half-read data would be a wrong number.
 */
export async function loadStudy(workspace: Workspace, name: string): Promise<Loaded> {
  const { study, files } = await openStudy(workspace, name);
  if (!study || hasErrors(files)) {
    if (study) tellTables(study, files);
    return { study, ...nothing, files };
  }
  const onCodings = await codingResults(study);
  const onSurvey = await surveyResults(study, onCodings.survey);
  const onSelection = await selectionResults(study);
  const included = await includedRecords(study);
  const further = [...onCodings.files, ...onSurvey.files, ...onSelection.files, ...included.files];
  const read = [...new Set([...files, ...further])];
  const { survey } = onSurvey;
  if (hasErrors(further)) {
    tellTables(study, read);
    return { study, ...nothing, survey, files: read };
  }
  const all = [
    computeResults(study, included.base),
    onCodings.results,
    onSurvey.results,
    onSelection.results,
    evidenceResults(study, included.base),
  ];
  const results = new Map(all.flatMap((some) => [...some]));
  const published = await readPublishedFile(workspace, name);
  const replication = published?.value !== undefined ? replicate(published, results) : null;
  // What is wrong with a published.yaml that is there is told in it.
  const about = published && !replication ? new Map() : replicationResults(study, replication);
  return {
    study,
    results: new Map([...results, ...about]),
    computed: true,
    replication,
    coded: onCodings.coded,
    survey,
    files: published ? [...read, published] : read,
  };
}

const nothing = {
  results: new Map(),
  computed: false,
  replication: null,
  coded: undefined,
  survey: undefined,
};

/** `reports/<study>/published.yaml`, where a study has one. */
async function readPublishedFile(workspace: Workspace, name: string): Promise<VFile | undefined> {
  const path = join(workspace.root, 'reports', name, 'published.yaml');
  return (await exists(path)) ? readTextFile(path, shownPath(workspace, path)) : undefined;
}
