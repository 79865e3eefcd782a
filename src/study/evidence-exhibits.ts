import type { RecordIndex } from '../evidence/record-index.ts';
import { citedDifferencesTable, citedTable, citesNone } from '../exhibit/cited-tables.ts';
import { comparedTable, symbolCountsTable } from '../exhibit/compared-tables.ts';
import { evidenceFigure } from '../exhibit/evidence-figure.ts';
import { carriesNone, evidenceTable, uncitedTable } from '../exhibit/evidence-tables.ts';
import type { Figure } from '../exhibit/figure.ts';
import { mappingFigure, mappingTable } from '../exhibit/mapping-figure.ts';
import type { Table } from '../exhibit/table.ts';
import type { TableSlot, Unfilled } from '../report/slots.ts';
import type { LiteratureResult } from './result.ts';

/** What `show` of a table's block may be, for each result on literature; the first is meant unless said. */
export const literatureShows = {
  evidence: ['tree', 'uncited'],
  cited: ['citations', 'uncited', 'differences'],
  compared: ['symbols', 'counts'],
  mapping: [],
} as const satisfies Record<LiteratureResult['from'], readonly TableSlot['show'][]>;

/** The table of a result on literature that a block asks for. */
export function literatureTable(
  { result: id, show }: TableSlot,
  result: LiteratureResult,
  cell?: RecordIndex['cell'],
): Table | Unfilled {
  switch (result.from) {
    case 'evidence': {
      const { uncited, base } = result.counted.counts;
      return show === 'uncited'
        ? uncitedTable(`${id}-uncited`, uncited, base, carriesNone, cell)
        : evidenceTable(id, result.counted);
    }
    case 'cited': {
      const { summary } = result.cited;
      if (show === 'uncited')
        return uncitedTable(`${id}-uncited`, summary.uncited, summary.base, citesNone, cell);
      if (show !== 'differences') return citedTable(id, result.cited);
      return (
        citedDifferencesTable(`${id}-differences`, result.cited) ?? {
          problem: `"${id}" is compared with nothing: name a data file in "against"`,
          key: 'show',
        }
      );
    }
    case 'compared':
      return show === 'counts'
        ? symbolCountsTable(`${id}-counts`, result.compared)
        : comparedTable(id, result.compared);
    case 'mapping':
      return mappingTable(id, result.mapping, result.unit);
  }
}

/** The figure of a result on literature; null where it has none, or none that could be read. */
export function literatureFigure(id: string, result: LiteratureResult): Figure | null {
  if (result.from === 'evidence') return evidenceFigure(id, result.counted) ?? null;
  return result.from === 'mapping' ? mappingFigure(id, result.mapping, result.unit) : null;
}
