import type { Figure } from './figure.ts';
import type { Table } from './table.ts';

/** The data table of a figure; what is stamped on the picture stands before its caption too. */
export const figureData = ({ data, stamp }: Figure): Table =>
  stamp ? { ...data, caption: `${stamp} ${data.caption}` } : data;
