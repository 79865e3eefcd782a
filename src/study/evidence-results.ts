import { type CsvTable, findColumn } from '../csv/read.ts';
import { compareCited } from '../evidence/compare-cited.ts';
import type { Mapping } from '../evidence/mapping.ts';
import { type CitingColumns, readCited } from '../evidence/read-cited.ts';
import { readCompared } from '../evidence/read-compared.ts';
import { readLinks } from '../evidence/read-links.ts';
import type { RecordBase } from '../evidence/record-base.ts';
import { summariseCited } from '../evidence/summarise-cited.ts';
import type { CitedResult } from '../exhibit/cited-tables.ts';
import { checkQuestion } from '../records/check-question.ts';
import type { Question } from '../records/summarise.ts';
import { countedEvidence } from './counted-evidence.ts';
import { mappingLayers } from './mapping-layers.ts';
import type { PlacedTable, Study } from './open-study.ts';
import type { LiteratureResult, Result } from './result.ts';
import { ResultNames } from './result-names.ts';
import type { ResultConfig } from './schema.ts';

type Config<From> = Extract<ResultConfig, { from: From }>;

/**
 * Computes the results of study.yaml that are about literature, of included records where there is a selection. What is wrong is told on the file that it is in, and the
 * result left out; citations that no record has are warnings, and the rest is counted.
 *
 * @param wanted which of them; all unless said.
 */
export function evidenceResults(
  study: Study,
  base: RecordBase | null,
  wanted: (config: ResultConfig) => boolean = () => true,
): Map<string, Result> {
  const results = new Map<string, Result>();
  for (const [name, config] of Object.entries(study.config.results)) {
    if (!wanted(config)) continue;
    const names = new ResultNames(study, name);
    const result = compute(study, config, names, base);
    if (result && !names.failed) results.set(name, result);
  }
  return results;
}

function compute(
  study: Study,
  config: ResultConfig,
  names: ResultNames,
  base: RecordBase | null,
): LiteratureResult | undefined {
  switch (config.from) {
    case 'evidence': {
      const counted = countedEvidence(study, config, names, base);
      return counted && { from: 'evidence', counted };
    }
    case 'cited':
      return ofCitations(study, config, names, base);
    case 'compared':
      return ofSymbols(study, config, names);
    case 'mapping':
      return ofMapping(study, config, names);
    default:
      return undefined;
  }
}

function ofCitations(
  study: Study,
  config: Config<'cited'>,
  names: ResultNames,
  base: RecordBase | null,
): LiteratureResult | undefined {
  const here = citedIn(study, config, names, base, []);
  const there = config.against && citedIn(study, config.against, names, base, ['against']);
  if (!here) return undefined;
  const cited: CitedResult = {
    name: config.label ?? config.data,
    rowLabels: rowLabels(study, [...here.rows, ...(there?.rows ?? [])]),
    head: labelsOf(study, config.data)(config.row),
    summary: here,
    against:
      config.against && there
        ? {
            name: config.against.label ?? config.against.data,
            summary: there,
            differences: compareCited(here, there),
          }
        : null,
  };
  return { from: 'cited', cited };
}

function citedIn(
  study: Study,
  { data, row, columns, where }: CitingColumns & { data: string; where?: Question['where'] },
  names: ResultNames,
  base: RecordBase | null,
  within: string[],
) {
  const { records, follow } = study.literature ?? {};
  if (!records) {
    names.refuse('from', 'no-literature', 'there are no records: declare them under "literature"');
    return undefined;
  }
  const placed = tableOf(study, data, names, [...within, 'data']);
  if (!placed || !hasColumns(placed, [row, ...columns], names, [...within, 'columns'])) return undefined;
  const declared = study.records.get(data);
  for (const problem of declared ? checkQuestion(declared, { where }) : []) {
    names.tell([...within, ...problem.path], 'question', problem.reason, problem);
  }
  const labelOf = labelsOf(study, data);
  const read = readCited(placed.file, rowsWhere(placed.table, where ?? {}), { row, columns }, records, {
    base,
    follow,
  });
  const labelled = read.columns.map(({ name }) => ({ name, label: labelOf(name) }));
  return summariseCited({ ...read, columns: labelled }, records, base);
}

/** Rows that are named by the id of a code go by its title. */
function rowLabels({ literature }: Study, rows: readonly { row: string }[]): Map<string, string> {
  const { newest } = literature?.codes ?? {};
  if (!literature || newest === undefined) return new Map();
  const titles = new Map(literature.codes.codesOf(newest).map(({ id, title }) => [id, title]));
  return new Map(
    rows.flatMap(({ row }): [string, string][] => {
      const title = titles.get(row);
      return title === undefined ? [] : [[row, title]];
    }),
  );
}

/** The rows whose cells have any of the values asked for, column by column. */
function rowsWhere(table: CsvTable, where: NonNullable<Question['where']>): CsvTable {
  const conditions = Object.entries(where).map(([name, values]) => ({
    at: findColumn(table, name),
    values: values.map((value) => String(value ?? '').normalize('NFC')),
  }));
  const meets = ({ cells }: CsvTable['rows'][number]) =>
    conditions.every(({ at, values }) => values.includes((cells[at]?.value ?? '').normalize('NFC')));
  return { ...table, rows: table.rows.filter(meets) };
}

function ofSymbols(
  study: Study,
  config: Config<'compared'>,
  names: ResultNames,
): LiteratureResult | undefined {
  const scales = study.config.literature?.symbols ?? {};
  const scale = scales[config.symbols];
  names.known('symbols', [config.symbols], Object.keys(scales), 'scale');
  const placed = tableOf(study, config.data, names, ['data']);
  if (!placed || !scale) return undefined;
  const { table, file } = placed;
  const columns =
    config.columns ??
    table.header.map(({ value }) => value).filter((_, at) => at !== findColumn(table, config.row));
  if (!hasColumns(placed, [config.row, ...columns], names, ['columns'])) return undefined;
  const matrix = readCompared(
    file,
    table,
    { row: config.row, columns },
    {
      scale: scale.scale,
      notReported: scale['not-reported'],
      notRecoverable: scale['not-recoverable'],
    },
  );
  const labelOf = labelsOf(study, config.data);
  const aspects = matrix.aspects.map(({ name }) => ({ name, label: labelOf(name) }));
  return matrix.unknown > 0
    ? undefined
    : { from: 'compared', compared: { head: labelOf(config.row), matrix: { ...matrix, aspects } } };
}

function ofMapping(
  study: Study,
  config: Config<'mapping'>,
  names: ResultNames,
): LiteratureResult | undefined {
  const placed = tableOf(study, config.links, names, ['links']);
  const layers = mappingLayers(study, config, names);
  if (!placed || !layers) return undefined;
  const read = readLinks(placed.file, placed.table, layers);
  if (!read || read.leftOut > 0) return undefined;
  const mapping: Mapping = { layers, links: read.links };
  return { from: 'mapping', mapping, unit: config.unit };
}

/** A declared data file; one that could not be read was told when it was opened. */
function tableOf(study: Study, data: string, names: ResultNames, path: string[]): PlacedTable | undefined {
  names.known(path, [data], Object.keys(study.config.data), 'data');
  return study.tables.get(data);
}

function hasColumns(
  { table }: PlacedTable,
  wanted: readonly string[],
  names: ResultNames,
  path: string[],
): boolean {
  const there = table.header.map(({ value }) => value);
  const absent = wanted.filter((name) => findColumn(table, name) === -1);
  names.known(path, absent, there, 'column');
  return absent.length === 0;
}

function labelsOf(study: Study, data: string): (name: string) => string {
  const columns = study.records.get(data)?.columns ?? [];
  return (name) => columns.find((column) => column.name === name)?.label ?? name;
}
