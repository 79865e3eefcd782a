import { allCodes, roundsWithBooks, type Selection } from '../study/agreement-round.ts';
import type { Speakers } from '../study/agreement-units.ts';
import type { CountingCorpus } from '../study/corpus.ts';
import { roundsBegun } from '../study/rounds.ts';
import type { StudyConfig } from '../study/schema.ts';
import { chooseNames } from './agree-options.ts';
import type { Io } from './io.ts';

/** What a call named, checked against what there is. */
export function select(
  corpus: CountingCorpus,
  config: StudyConfig,
  wanted: {
    rounds: string[] | undefined;
    raters: string[] | undefined;
    codes: string[] | undefined;
    documents: string[] | undefined;
    version: string | undefined;
    speakers: Speakers;
  },
): Selection {
  // Who and what study.yaml declares may be named before anybody has coded.
  const raters = new Set([...corpus.logs.map(({ log }) => log.rater), ...config.coding.raters]);
  const rounds = roundsBegun(corpus, config);
  const known = [...new Set([...rounds, ...config.coding.rounds])];
  return {
    rounds: wanted.rounds ? chooseNames('round', wanted.rounds, known) : rounds,
    raters: wanted.raters && chooseNames('rater', wanted.raters, [...raters]),
    codes: wanted.codes && chooseNames('code', wanted.codes, allCodes(corpus)),
    documents: chooseNames('document', wanted.documents, [...corpus.documents.keys()]),
    version:
      wanted.version === undefined
        ? undefined
        : chooseNames('codebook version', [wanted.version], [...corpus.codes.versions])[0],
    speakers: wanted.speakers,
  };
}

/** That the numbers are without the files that have errors. */
export function tellLeftOut(io: Io, study: string, corpus: CountingCorpus, selection: Selection): void {
  const usable = roundsWithBooks(corpus, selection);
  const lost = selection.rounds.filter((round) => !usable.includes(round));
  io.err(
    `${study}: what cannot be read is left out; who wrote it counts as not having read there.${lost.length > 0 ? ` Without its codebook nothing can be said of round ${lost.join(', ')}.` : ''}`,
  );
}
