import type { CellEvidence, Matrix } from '../exhibit/matrix.ts';
import { type Evidence, evidenceFinder, type FoundEvidence, type Framework } from './cases.ts';
import { turnsOf } from './coded.ts';
import type { Corpus } from './corpus.ts';

/** Some cases and themes of a framework matrix, each cell with the passages that it rests on. */
export function matrixOf(
  corpus: Corpus,
  framework: Framework,
  { cases, themes }: { cases: readonly string[]; themes: readonly string[] },
): Matrix {
  const find = evidenceFinder(corpus);
  const cells = framework.cells
    .filter((cell) => cases.includes(cell.case) && themes.includes(cell.theme))
    .map(({ case: of, theme, summary, evidence }) => ({
      case: of,
      theme,
      summary,
      evidence: evidence.map((one) => shown(corpus, one, find(one))),
    }));
  return { cases, themes, cells };
}

function shown(corpus: Corpus, { written }: Evidence, found: FoundEvidence): CellEvidence {
  if (found.kind !== 'here') return { written, problem: found.reason, passage: null };
  const { document: id, start, end } = found;
  const document = corpus.documents.get(id);
  const parts = document
    ? turnsOf(document).flatMap((turn, index) => {
        const [from, to] = [Math.max(turn.start, start), Math.min(turn.end, end)];
        const text = from < to ? document.text.slice(from, to).trim() : '';
        const { speaker, time, until } = turn;
        return text === '' ? [] : [{ turn: index + 1, speaker, time, until, text }];
      })
    : [];
  const kind = document?.frozen.front.kind ?? 'transcript';
  return { written, problem: null, passage: { document: id, kind, start, end, parts } };
}
