import { agreementFigure } from '../exhibit/agreement-figure.ts';
import { codesByAnswerFigure } from '../exhibit/codes-by-answer-figure.ts';
import { codesFigure } from '../exhibit/codes-figure.ts';
import type { CountedCodes } from '../exhibit/codes-tables.ts';
import type { Figure } from '../exhibit/figure.ts';
import { flowChart } from '../exhibit/flow-chart.ts';
import { statementBoard } from '../exhibit/statement-board.ts';
import { statementSummary } from '../exhibit/statement-summary.ts';
import type { Table } from '../exhibit/table.ts';
import type { FigureSlot, Unfilled } from '../report/slots.ts';
import { literatureFigure } from './evidence-exhibits.ts';
import type { Study } from './open-study.ts';
import { type Result, togetherOf } from './result.ts';
import { tableOf } from './result-tables.ts';
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
      return literatureFigure(slot.result, result) ?? tooMany(slot);
    case 'codes':
    case 'agreement': {
      const data = tableOf({ result: slot.result, notes: [] }, result);
      if ('problem' in data) return data;
      if (result.from === 'codes') return ofCodes(slot, result.counted, data) ?? tooMany(slot);
      const { report, threshold } = result.agreement;
      const together = togetherOf(report.comparisons);
      return together ? agreementFigure(slot.result, together, threshold, data) : none;
    }
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

const tooMany = ({ result }: FigureSlot): Unfilled => ({
  problem: `"${result}" has too many bars to be read; a table holds them`,
  key: 'result',
});
