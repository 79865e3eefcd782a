import { isNone, isValues, type Value, type Values } from '../exhibit/value.ts';
import { type Rounding, toDecimals } from '../statistics/rounding.ts';
import type { ComputedTarget, Published, Target } from './published.ts';

/** One value held against the paper. */
export interface CellOutcome {
  /** Which value within the target; empty where it has only one. */
  name: string;
  published: string;
  ours: string;
  /** `documented`: differs just as published.yaml says it does. */
  verdict: 'match' | 'documented' | 'differs';
  /** What published.yaml expects us to get instead, where it documents a difference. */
  documented?: string;
}

export interface Outcome {
  target: Target;
  /** Empty where nothing can be recovered. */
  cells: CellOutcome[];
  /** Said beside the outcome, for example that a documented difference has gone. */
  remark?: string;
}

/** What targets are compared with. Whatever they name is taken to exist. */
export interface Ours {
  value(path: string): Value | Values | undefined;
  /** Cells of a records result by row key and column name. */
  cell(result: string, key: string, keyColumn: string, column: string): Value | undefined;
  /** Keys of the rows of a records result. */
  keys(result: string, keyColumn: string): string[];
}

/** A number's text as typed in published.yaml, which has the digits that the paper printed. */
export type Printed = (path: readonly PropertyKey[]) => string | undefined;

/** Compares every target with what is computed here, cell by cell, at the precision printed. */
export function compare(published: Published, printed: Printed, ours: Ours): Outcome[] {
  return published.targets.map((target, index) => {
    if (target.basis === 'not recoverable') return { target, cells: [] };
    const at = ['targets', index];
    return target.rows
      ? { target, cells: compareRows(target, at, printed, ours, published.rounding) }
      : compareValue(target, at, printed, ours, published.rounding);
  });
}

function compareRows(
  target: ComputedTarget,
  at: PropertyKey[],
  printed: Printed,
  ours: Ours,
  rounding: Rounding,
): CellOutcome[] {
  const [keyColumn = '', ...columns] = target.columns ?? [];
  const known = new Set(ours.keys(target.result, keyColumn));
  const listed = new Set<string>();
  const cells = (target.rows ?? []).flatMap((row, r) => {
    const text = (c: number) =>
      row[c] === null ? '' : (printed([...at, 'rows', r, c]) ?? String(row[c] ?? ''));
    const key = text(0);
    listed.add(key);
    const name = outcome(
      `${key}, ${keyColumn}`,
      key,
      known.has(key) ? key : { none: 'empty' },
      'equals',
      rounding,
    );
    return [
      name,
      ...columns.map((column, c) => {
        const own = ours.cell(target.result, key, keyColumn, column) ?? { none: 'empty' };
        return outcome(`${key}, ${column}`, text(c + 1), own, 'equals', rounding);
      }),
    ];
  });
  const extra = [...known].filter((key) => !listed.has(key));
  return [
    ...cells,
    ...extra.map((key) => outcome(`${key}, ${keyColumn}`, 'no such row', key, 'equals', rounding)),
  ];
}

function compareValue(
  target: ComputedTarget,
  at: PropertyKey[],
  printed: Printed,
  ours: Ours,
  rounding: Rounding,
): Outcome {
  const own = ours.value(target.result) ?? { none: 'undefined' as const };
  const plain = cellsOf(target.value ?? '', [...at, 'value'], own, target.relation, printed, rounding);
  if (!target.differs || target.value === undefined) return { target, cells: plain };

  const expected = new Map(
    cellsOf(target.differs.ours, [...at, 'differs', 'ours'], own, 'equals', printed, rounding).map((cell) => [
      cell.name,
      cell,
    ]),
  );
  const gone = plain.every((cell) => cell.verdict === 'match');
  return {
    target,
    cells: plain.map((cell): CellOutcome => {
      const instead = expected.get(cell.name);
      if (!instead) return cell;
      const asDocumented = cell.verdict === 'differs' ? 'documented' : 'match';
      return {
        ...cell,
        // At the precision of what was expected, for the paper's may hide the difference.
        ours: instead.ours,
        documented: instead.published,
        verdict: instead.verdict === 'match' && !gone ? asDocumented : 'differs',
      };
    }),
    ...(gone && { remark: 'ours is what the paper prints, although a difference is documented' }),
  };
}

function cellsOf(
  value: string | number | Record<string, string | number>,
  at: PropertyKey[],
  own: Value | Values,
  relation: ComputedTarget['relation'],
  printed: Printed,
  rounding: Rounding,
): CellOutcome[] {
  if (typeof value !== 'object') {
    const single = isValues(own) ? { none: 'undefined' as const } : own;
    return [outcome('', printed(at) ?? String(value), single, relation, rounding)];
  }
  const ours = isValues(own) ? own : new Map<string, Value | Values>();
  const named = Object.entries(value).map(([name, one]) => {
    // What we have none of is not among our names.
    const single =
      ours.get(name) ?? (isValues(own) && typeof one === 'number' ? 0 : { none: 'empty' as const });
    return outcome(
      name,
      printed([...at, name]) ?? String(one),
      isValues(single) ? { none: 'undefined' } : single,
      relation,
      rounding,
    );
  });
  // What the paper does not name is expected to be none.
  const unnamed = [...ours].filter(
    ([name, one]) => !Object.hasOwn(value, name) && one !== 0 && !isValues(one),
  );
  return [
    ...named,
    ...unnamed.map(([name, one]) => outcome(name, 'not named', isValues(one) ? '' : one, 'equals', rounding)),
  ];
}

function outcome(
  name: string,
  printed: string,
  own: Value,
  relation: ComputedTarget['relation'],
  rounding: Rounding,
): CellOutcome {
  if (printed === '') {
    const isBlank = typeof own === 'object' && own.none === 'empty';
    return {
      name,
      published: 'blank',
      ours: isBlank ? 'blank' : show(own, undefined, rounding),
      verdict: isBlank ? 'match' : 'differs',
    };
  }
  const number = parsePrinted(printed);
  const keeps = (one: number) =>
    number === null || relation === 'equals' || (relation === 'at-least' ? one >= number : one <= number);
  const decimals = number === null ? undefined : decimalsFor(own, printedDecimals(printed), keeps, rounding);
  const shown = show(own, decimals, rounding);
  return {
    name,
    published: relationWords[relation] + printed,
    ours: shown,
    verdict: fits() ? 'match' : 'differs',
  };

  function fits(): boolean {
    if (typeof own === 'object' && own.none === 'empty') return false;
    if (number === null || typeof own !== 'number') return shown === printed;
    if (relation === 'equals') return Number(shown) === number;
    return keeps(own);
  }
}

/** A number as papers print it, with commas between thousands or not; null for any other text. */
function parsePrinted(printed: string): number | null {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+|\d{1,3}(,\d{3})+(\.\d+)?)$/.test(printed);
  return isNumber ? Number(printed.replaceAll(',', '')) : null;
}

const relationWords = { equals: '', 'at-least': 'at least ', 'at-most': 'at most ' };

function show(own: Value, decimals: number | undefined, rounding: Rounding): string {
  if (typeof own === 'string') return own;
  if (isNone(own)) return own.none === 'empty' ? 'blank' : own.none;
  return decimals === undefined ? String(own) : toDecimals(own, decimals, rounding);
}

/** As many decimals as the paper prints, or so many more that a number does not seem to keep a bound that it breaks, or to break one. */
function decimalsFor(
  own: Value,
  printed: number,
  keeps: (one: number) => boolean,
  rounding: Rounding,
): number | undefined {
  if (typeof own !== 'number') return undefined;
  for (let decimals = printed; decimals < 15; decimals++) {
    if (keeps(Number(toDecimals(own, decimals, rounding))) === keeps(own)) return decimals;
  }
  return undefined;
}

/** Digits after the decimal point in a number as printed: 2 for `4.20`; no more than a number can have. */
const printedDecimals = (printed: string): number => Math.min(15, /\.(\d+)/.exec(printed)?.[1]?.length ?? 0);
