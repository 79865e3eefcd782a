import type { Figure } from './figure.ts';
import type { Table } from './table.ts';

/** The caption of a figure, after what is stamped on its picture. */
export const captionOf = ({ caption, stamp }: Pick<Figure, 'caption' | 'stamp'>): string =>
  stamped(caption, stamp);

/** What the picture shows in words, after the stamp. */
export const descriptionOf = ({ description, stamp }: Figure): string => stamped(description, stamp);

/** The data table of a figure, whose caption begins with the stamp too. */
export const figureData = ({ data, stamp }: Figure): Table => ({
  ...data,
  caption: stamped(data.caption, stamp),
});

const stamped = (words: string, stamp: string | undefined): string => (stamp ? `[${stamp}] ${words}` : words);
