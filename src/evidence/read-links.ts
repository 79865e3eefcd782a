import type { VFile } from 'vfile';
import { type CsvCell, type CsvTable, requireColumns } from '../csv/read.ts';
import { addProblem, type Finding, quote } from '../problem/problem.ts';
import { parseNumber } from '../records/records.ts';
import { likelyAmong } from './likely.ts';
import { layerOf, type Mapping, type MappingLink } from './mapping.ts';

/**
 * Reads a CSV file of links: `from` and `to`, and where it is known `evidence`, a number. A link to what no layer has, within a
 * layer or back to an earlier one, and one that stands twice, is told and left out. Links come in the order of the layers.
 */
export function readLinks(
  file: VFile,
  table: CsvTable,
  layers: Mapping['layers'],
): { links: MappingLink[]; leftOut: number } | undefined {
  const at = requireColumns(file, table, ['from', 'to'], ['evidence']);
  if (!at) return undefined;
  const layer = layerOf({ layers });
  const names = [...layer.keys()];
  const likely = likelyAmong(names);
  const seen = new Map<string, number>();
  const links: MappingLink[] = [];
  for (const { line, cells } of table.rows) {
    const cell = (name: string): CsvCell =>
      cells[at.get(name) ?? -1] ?? { value: '', place: { line, column: 1 } };
    const [from, to, evidence] = [cell('from'), cell('to'), cell('evidence')];
    const [start, end] = [from.value.normalize('NFC'), to.value.normalize('NFC')];
    const wrong = [from, to].filter(({ value }) => !layer.has(value.normalize('NFC')));
    const tell = (where: CsvCell, finding: Pick<Finding, 'rule' | 'reason' | 'expected' | 'advice'>) =>
      addProblem(file, { ...finding, found: where.value, place: where.place });
    for (const one of wrong) {
      tell(one, {
        rule: 'unknown-node',
        reason: `${quote(one.value)} is in no layer`,
        expected: likely(one.value),
      });
    }
    if (wrong.length > 0) continue;
    const [first = 0, last = 0] = [layer.get(start), layer.get(end)];
    const key = JSON.stringify([start, end]);
    const before = seen.get(key);
    if (first >= last) {
      tell(to, {
        rule: 'link-not-forward',
        reason: `${quote(start)} (${layers[first]?.title}) leads to ${quote(end)} (${layers[last]?.title}), which is not in a later layer`,
        advice: 'links go from an earlier layer to a later one, in the order of the layers in study.yaml',
      });
    } else if (before !== undefined) {
      tell(from, { rule: 'duplicate-link', reason: `this link stands in line ${before} already` });
    } else {
      seen.set(key, line);
      const amount = readAmount(file, evidence);
      if (amount !== undefined) links.push({ from: start, to: end, evidence: amount });
    }
  }
  const order = new Map(names.map((name, at) => [name, at]));
  const place = (id: string): number => order.get(id) ?? 0;
  links.sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
  return { links, leftOut: table.rows.length - links.length };
}

/** Undefined, and told, where it is no number above 0. */
function readAmount(file: VFile, { value, place }: CsvCell): number | null | undefined {
  if (value === '') return null;
  const amount = parseNumber(value);
  if (amount !== null && amount > 0) return amount;
  addProblem(file, {
    rule: 'not-an-amount',
    reason: `${quote(value)} is not an amount of evidence`,
    place,
    found: value,
    expected: ['a number above 0'],
    advice: 'leave the cell blank where it is not known, and the row out where nothing speaks for the link',
  });
  return undefined;
}
