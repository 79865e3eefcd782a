/**
 * The library: what the command line does, as functions over plain data. Only the functions about a
 * workspace on disk touch the disk.
 */

export type { Comparison } from './agreement/comparison.ts';
// Codings, counted; what opens and compares them is below
export { type CodeCount, type CountBy, countCodes } from './coding/count-codes.ts';
// Literature
export { citationsIn } from './evidence/citations.ts';
export { countEvidence, type EvidenceCounts, type EvidenceQuestion } from './evidence/count-evidence.ts';
export type { Evidence, TreeCode } from './evidence/evidence.ts';
export { readEvidence } from './evidence/read-evidence.ts';
export { indexRecords, type RecordIndex } from './evidence/record-index.ts';
// Tables and figures as data, and how they are shown
export type { ContinuumChart } from './exhibit/continuum-chart.ts';
export { type ContinuumHeads, continuumFigure } from './exhibit/continuum-figure.ts';
export { crosstabFigure } from './exhibit/crosstab-figure.ts';
export type {
  BoardMark,
  DivergingBars,
  DivergingRow,
  Figure,
  LayeredGraph,
  StatementBoard,
} from './exhibit/figure.ts';
export { type FlowChart, flowChart } from './exhibit/flow-chart.ts';
export { flowTable } from './exhibit/flow-table.ts';
export { likertFigure } from './exhibit/likert-figure.ts';
export { type FigureHeads, shareFigure } from './exhibit/share-figure.ts';
export { statementBoard } from './exhibit/statement-board.ts';
export { statementSentence } from './exhibit/statement-sentence.ts';
export { statementSummary } from './exhibit/statement-summary.ts';
export { commentsTable, measuresTable, positionsTable } from './exhibit/statement-tables.ts';
export type { HeatMap, LikertAnswers, LikertBars, Share, ShareBars } from './exhibit/survey-figures.ts';
export type { Cell, Column, Missing, Table } from './exhibit/table.ts';
// Records
export { readRecords } from './records/read-records.ts';
export type { Records } from './records/records.ts';
export { type Question, type Summary, summarise } from './records/summarise.ts';
export { tableToCsv } from './render/csv.ts';
export { figureToTerminal } from './render/figure-terminal.ts';
export { figureToSvg } from './render/figures/figure-to-svg.ts';
export { reportToHtml } from './render/html.ts';
export { tableToHtml } from './render/html-table.ts';
export { tableToLatex } from './render/latex.ts';
export { reportToMarkdown } from './render/markdown.ts';
export { tableToMarkdown } from './render/markdown-table.ts';
export { tableToTerminal } from './render/terminal.ts';
// Comparing with what was published
export { type CellOutcome, compare, type Ours, type Outcome } from './replication/compare.ts';
export { type Basis, type Published, readPublished, type Target } from './replication/published.ts';
export { holds, type ReplicationSummary } from './replication/summary.ts';
export type { Report } from './report/tree.ts';
// Selection flows of literature reviews
export { buildFlow } from './selection/build-flow.ts';
export { type Checked, checkFlow } from './selection/check-flow.ts';
export type { Flow } from './selection/flow.ts';
export { readFlow } from './selection/read-flow.ts';
// Statements that participants placed themselves towards
export type { Mark } from './statements/mark.ts';
export { type Base, keyed, type Measures, measure } from './statements/measures.ts';
export { readMarks } from './statements/read-marks.ts';
export type { Scale, ScaleColumn, Side, Statement } from './statements/scale.ts';
export { type StatementResult, statementResult } from './statements/statement-result.ts';
export { type ColumnTally, type Roster, type Tally, tallyStatement } from './statements/tally.ts';
// Statistics
export { consensus } from './statistics/consensus.ts';
export { type Description, describe } from './statistics/describe.ts';
export { ordinalMedian } from './statistics/ordinal-median.ts';
export { compareRaters, type RoundUnits, unitsOfRound } from './study/agreement.ts';
export { versionCodedWith } from './study/agreement-units.ts';
export { type CodesQuestion, codesOfUnits, openCounted } from './study/coded.ts';
// A workspace on disk
export { type Loaded, loadStudy } from './study/load-study.ts';
export type { Study } from './study/open-study.ts';
export type { Replication, Result } from './study/result.ts';
export { roundsBegun, roundsOf } from './study/rounds.ts';
export { findWorkspace, listStudies, type Workspace } from './study/workspace.ts';
export { type Filled, fillReport, type WrittenReport, writeReport } from './study/write-report.ts';
