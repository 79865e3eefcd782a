import type { ColumnHead } from './column-head.ts';
import { answersIn, type FirstRows } from './exports/export.ts';
import { identityOf } from './identity-heading.ts';
import { identityAmong } from './identity-text.ts';

/** What becomes of one column of a file. */
export interface DecidedColumn {
  head: ColumnHead;
  /** Where it stands in the file, from 0. */
  index: number;
  /** Why it is left out; undefined for one that is kept. */
  leftOut: string | undefined;
  /** True where somebody said to keep it, whatever it holds. */
  isWanted: boolean;
}

/** The first column of the responses that are kept. */
export const RESPONDENT = 'respondent';

export interface Decided {
  columns: DecidedColumn[];
  /** The index of the column that says which respondent a row is; -1 if none does. */
  respondent: number;
  /** True where its ids are kept. */
  keepsIds: boolean;
  /** Names that were given and are no column's. */
  unknown: { option: '--keep' | '--leave-out'; name: string }[];
}

/**
 * Decides which columns are kept: all, but for those that were said, those that may say who people are, ids of the
 * tool, and columns without a name in which nothing stands.
 */
export function decideColumns(
  heads: readonly ColumnHead[],
  headings: readonly string[],
  rows: FirstRows,
  headerRows: number,
  {
    keep = [],
    leaveOut = [],
    keepAll = false,
  }: {
    keep?: readonly string[] | undefined;
    leaveOut?: readonly string[] | undefined;
    keepAll?: boolean | undefined;
  },
): Decided {
  const kept = new Set(keep.map(plain));
  const unwanted = new Set(leaveOut.map(plain));
  // In what was imported the column is known, however often an id comes back in it.
  const isImported = keepAll && heads[0]?.name === RESPONDENT;
  const respondent = isImported ? 0 : heads.findIndex(({ role }) => role === 'respondent');
  const columns = heads.map((original, index): DecidedColumn => {
    const cells = answersIn(rows, headerRows, index);
    const kind = keepAll || original.role === 'respondent' ? undefined : identityKind(original, cells);
    const isTaken = index !== respondent && plain(original.name) === RESPONDENT;
    const head: ColumnHead = {
      ...original,
      ...(kind && { role: 'identity' }),
      ...(isTaken && { name: `${original.name} (2)` }),
    };
    const isKept = kept.has(plain(head.name));
    const why = unwanted.has(plain(head.name))
      ? 'as was said'
      : isKept
        ? undefined
        : head.role === 'respondent' && !keepAll
          ? 'an id of the tool, which leads to its data'
          : (kind ??
            (headings[index] === '' && head.role === 'answer' && cells.length === 0
              ? 'it has no name, and nothing stands in it'
              : undefined));
    return { head, index, leftOut: why, isWanted: isKept };
  });
  const names = new Set(heads.map(({ name }) => plain(name)));
  return {
    columns,
    respondent,
    keepsIds: respondent !== -1 && columns[respondent]?.leftOut === undefined,
    unknown: [
      ...keep.map((name) => ({ option: '--keep' as const, name })),
      ...leaveOut.map((name) => ({ option: '--leave-out' as const, name })),
    ].filter(({ name }) => !names.has(plain(name))),
  };
}

function identityKind(
  { name, question, role, option }: ColumnHead,
  cells: readonly string[],
): string | undefined {
  const kind = (option ? undefined : (identityOf(name) ?? identityOf(question))) ?? identityAmong(cells);
  return kind ?? (role === 'identity' ? 'it leads to a person' : undefined);
}

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
