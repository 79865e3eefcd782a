import { agreementFigure } from '../exhibit/agreement-figure.ts';
import { codesByAnswerFigure } from '../exhibit/codes-by-answer-figure.ts';
import { codesFigure } from '../exhibit/codes-figure.ts';
import type { CountedCodes } from '../exhibit/codes-tables.ts';
import { MOST_ROWS } from '../exhibit/evidence-figure.ts';
import type { Figure } from '../exhibit/figure.ts';
import { flowChart } from '../exhibit/flow-chart.ts';
import { countsFigure } from '../exhibit/records-figure.ts';
import { statementBoard } from '../exhibit/statement-board.ts';
import { statementSummary } from '../exhibit/statement-summary.ts';
import type { Table } from '../exhibit/table.ts';
import type { FigureSlot, Unfilled } from '../report/slots.ts';
import { literatureFigure } from './evidence-exhibits.ts';
import type { Study } from './open-study.ts';
import { type Result, togetherOf } from './result.ts';
import { tableOf } from './result-tables.ts';
import { spanFigureOf } from './span-exhibits.ts';
import { surveyFigureOf } from './survey-exhibits.ts';

/** The figure of a result; its data are the result's table. */
export function figureOf(slot: FigureSlot, result: Result, study: Study): Figure | Unfilled {
  const none: Unfilled = { problem: `"${slot.result}" has no figure`, key: 'result' };
  if (slot.show !== undefined && result.from !== 'survey') {
    return { problem: `"${slot.result}" is of no survey and has no "${slot.show}"`, key: 'show' };
  }
  switch (result.from) {
    case 'survey':
      return surveyFigureOf(slot, result);
    case 'statement':
      return statementBoard(slot.result, result.one);
    case 'statements':
      return study.scale
        ? statementSummary(slot.result, result.all, study.scale, study.config.statements?.scale.keyed)
        : none;
    case 'evidence':
    case 'mapping':
      return literatureFigure(slot.result, result) ?? tooManyCodes(slot, result);
    case 'codes':
    case 'agreement': {
      const data = tableOf({ result: slot.result, notes: [] }, result);
      if ('problem' in data) return data;
      if (result.from === 'codes') return ofCodes(slot, result.counted, data) ?? tooMany(slot);
      const { report, threshold } = result.agreement;
      const together = togetherOf(report.comparisons);
      return together ? agreementFigure(slot.result, together, threshold, data) : none;
    }
    case 'records': {
      if (result.countedBy === null) {
        return {
          problem: `${none.problem}: it is not counted; "count-by" counts it by a column`,
          key: 'result',
        };
      }
      const data = tableOf({ result: slot.result, notes: [] }, result);
      if ('problem' in data) return data;
      const unit = study.config.results[slot.result]?.from === 'participants' ? 'participants' : 'records';
      return countsFigure(slot.result, data, unit) ?? tooMany(slot);
    }
    case 'spans':
      return spanFigureOf(slot.result, result.spans) ?? none;
    case 'flow':
      return flowChart(slot.result, result.flow);
    default:
      return none;
  }
}

const ofCodes = ({ result: id }: FigureSlot, counted: CountedCodes, data: Table): Figure | undefined =>
  counted.answers
    ? codesByAnswerFigure(id, counted, counted.answers, data.notes)
    : codesFigure(id, counted, data);

/** A tree that is too large for one picture can be drawn branch by branch. */
function tooManyCodes(slot: FigureSlot, result: Result): Unfilled {
  if (result.from !== 'evidence') return tooMany(slot);
  const codes = result.counted.counts.codes.map(({ code }) => code);
  const ids = new Set(codes.map(({ id }) => id));
  const tops = codes.filter(({ parent }) => parent === null || !ids.has(parent));
  const branches = tops.length > 1 ? tops : codes.filter(({ parent }) => parent === tops[0]?.id);
  const [first] = branches;
  const shown = branches.slice(0, 8).map(({ id }) => id);
  return {
    problem: `"${slot.result}" has ${codes.length} codes, and no more than ${MOST_ROWS} bars can be read in one figure; a table holds them all, or make a result for each branch, such as "${slot.result}-${first?.id}: { from: evidence, codes: [${first?.id}] }" (branches: ${shown.join(', ')}${branches.length > shown.length ? ', …' : ''})`,
    key: 'result',
  };
}

const tooMany = ({ result }: FigureSlot): Unfilled => ({
  problem: `"${result}" has too many bars to be read; a table holds them`,
  key: 'result',
});
