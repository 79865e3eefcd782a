import type { ReferenceType } from '../reference.ts';

/** Types of reference, as RIS abbreviates them (specification of 2011), in standard words. */
export const risTypes: Readonly<Record<string, ReferenceType>> = {
  JOUR: 'article',
  JFULL: 'article',
  EJOUR: 'article',
  MGZN: 'article',
  NEWS: 'article',
  INPR: 'article',
  ABST: 'article',
  CONF: 'conference paper',
  CPAPER: 'conference paper',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'report',
  ELEC: 'web page',
  WEB: 'web page',
  BLOG: 'web page',
  UNPB: 'other',
  GEN: 'other',
  SER: 'other',
  DATA: 'other',
  COMP: 'other',
  PAT: 'other',
  VIDEO: 'other',
  PAMP: 'other',
  CTLG: 'other',
  DICT: 'other',
  ENCYC: 'other',
  AGGR: 'other',
  SLIDE: 'other',
};

/** Tags that are read, by field; the first that is there counts, for authors and keywords all of the first kind. */
export const readTags = {
  title: ['TI', 'T1', 'CT', 'BT'],
  authors: ['AU', 'A1', 'A2', 'ED'],
  year: ['PY', 'Y1', 'DA'],
  venue: ['T2', 'JF', 'JO', 'JA', 'J2', 'BT', 'T3', 'PB'],
  volume: ['VL'],
  issue: ['IS'],
  from: ['SP'],
  to: ['EP'],
  doi: ['DO', 'DI'],
  url: ['UR', 'LK'],
  abstract: ['AB', 'N2'],
  keywords: ['KW', 'DE'],
  language: ['LA'],
  key: ['ID', 'AN'],
} as const;

/** Other tags of the specification, and those that the large databases add: known, and not part of the table. */
const others =
  'TY ER A3 A4 AD AV C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CY DB DP ET J1 L1 L2 L3 L4 LB M1 M2 M3 N1 NV OP PP RI RN RP SE SN ST SV TA TT U1 U2 U3 U4 U5 VO Y2';

export const knownTags: ReadonlySet<string> = new Set([
  ...Object.values(readTags).flat(),
  ...others.split(' '),
]);
