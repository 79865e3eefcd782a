import type { VFile } from 'vfile';
import { confusableNames } from '../coding/rater-names.ts';
import { unportable } from '../file/portable-name.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { consensusRater } from './coded.ts';
import type { Corpus } from './corpus.ts';
import type { Study } from './open-study.ts';
import { unusableName } from './unusable-name.ts';

/** Names of raters, rounds and transcripts: those that study.yaml does not have, that cannot be files, or are one file on some machines. */
export function checkNames(study: Study, corpus: Corpus): void {
  checkCoderNames(study, corpus);
  checkDocumentNames(corpus);
}

function checkCoderNames(study: Study, corpus: Corpus): void {
  const { raters, rounds } = study.config.coding;
  for (const { log, file } of corpus.logs) {
    const place = { line: 1, column: 1 };
    tellUnportable(file, 'rater', log.rater);
    tellUnportable(file, 'round', log.round);
    const advice = 'add it in study.yaml under "coding", or rename the log';
    if (raters.length > 0 && log.rater !== consensusRater && !raters.includes(log.rater)) {
      addProblem(file, {
        rule: 'undeclared-rater',
        reason: `${quote(log.rater)} is not a rater that study.yaml declares`,
        ...{ place, found: log.rater, expected: raters, advice },
      });
    }
    if (rounds.length > 0 && !rounds.includes(log.round)) {
      addProblem(file, {
        rule: 'undeclared-round',
        reason: `${quote(log.round)} is not a round that study.yaml declares`,
        ...{ place, found: log.round, expected: rounds, advice },
      });
    }
  }
  tellReserved(study);
  tellUnusable(study, 'raters');
  tellUnusable(study, 'rounds');
  checkDeclared(study, 'raters', [consensusRater, ...raters]);
  checkDeclared(study, 'rounds', rounds);
  const names = [...raters, ...corpus.logs.map(({ log }) => log.rater)];
  for (const [first = '', ...others] of confusableNames([consensusRater, ...names])) {
    for (const { log, file } of corpus.logs.filter(({ log }) => others.includes(log.rater))) {
      addProblem(file, {
        rule: 'confusable-raters',
        reason: `the raters ${quote(log.rater)} and ${quote(first)} are one name on some machines`,
        place: { line: 1, column: 1 },
        advice: 'if they are one person, give the logs one name; else call one of them something else',
      });
    }
  }
}

/** The consensus is nobody: declared, it would be counted as a rater who has coded nothing, or with the others. */
function tellReserved({ config, declared }: Study): void {
  for (const [index, name] of config.coding.raters.entries()) {
    if (name !== consensusRater) continue;
    addProblem(declared.file, {
      rule: 'reserved-rater',
      reason: `${quote(name)} cannot be a rater: the name is kept for what raters agree on in the end`,
      place: declared.place(['coding', 'raters', index]),
      advice:
        'take it out: the consensus needs no declaring; or, if somebody is called so, choose another name',
    });
  }
}

/** Names in study.yaml that nobody could code under. */
function tellUnusable({ config, declared }: Study, key: 'raters' | 'rounds'): void {
  for (const [index, name] of config.coding[key].entries()) {
    const reason = unusableName(name);
    if (reason === undefined) continue;
    addProblem(declared.file, {
      rule: 'unusable-name',
      reason: `${quote(name)} cannot be a ${key.slice(0, -1)}’s name: it ${reason}`,
      place: declared.place(['coding', key, index]),
      advice: 'choose another name, also for the logs that are called so',
    });
  }
}

/** Names in study.yaml that are one file, or folder, on some machines. */
function checkDeclared(
  { config, declared }: Study,
  key: 'raters' | 'rounds',
  names: readonly string[],
): void {
  for (const [first = '', ...others] of confusableNames(names)) {
    for (const name of others) {
      const index = config.coding[key].indexOf(name);
      addProblem(declared.file, {
        rule: `confusable-${key}`,
        reason: `${quote(name)} and ${quote(first)} are one ${key.slice(0, -1)}’s name on some machines`,
        place: declared.place(['coding', key, index]),
        advice:
          first === consensusRater && key === 'raters'
            ? `${quote(first)} is kept for what raters agree on in the end; choose another name`
            : 'call one of them something else, and what is called by it',
      });
    }
  }
}

function tellUnportable(file: VFile, what: string, name: string): void {
  const reason = unportable(name);
  if (reason === undefined) return;
  addProblem(file, {
    rule: 'unusable-name',
    reason: `${quote(name)} cannot be a ${what}’s name: it ${reason}, and not every machine can have such a file`,
    place: { line: 1, column: 1 },
    advice: 'choose another name, in the file and for it',
  });
}

/** Transcripts that are one file on some machines. */
function checkDocumentNames({ documents }: Corpus): void {
  for (const { id, file } of documents.values()) tellUnportable(file, 'document', id);
  for (const [first = '', ...others] of confusableNames(documents.keys())) {
    for (const name of others) {
      const file = documents.get(name)?.file;
      if (!file) continue;
      addProblem(file, {
        rule: 'confusable-documents',
        reason: `the transcripts ${quote(name)} and ${quote(first)} are one file on some machines`,
        place: { line: 1, column: 1 },
        advice: 'call one of them something else, its folders of codings too',
      });
    }
  }
}
