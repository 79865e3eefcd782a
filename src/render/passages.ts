import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Passage, Quotes, Themes } from '../exhibit/passages.ts';
import { safe } from './safe-text.ts';

/** Coded passages as Markdown's syntax tree. One group has no heading: whoever asked for it knows what it is. */
export function quotesToMdast({ remarks, groups }: Quotes): RootContent[] {
  return [
    ...groups.flatMap(({ heading, passages }) => [
      ...(groups.length > 1 ? [paragraph(strong(`${heading} (${passages.length})`))] : []),
      ...passages.flatMap(passageToMdast),
    ]),
    ...(groups.length === 0 ? [paragraph(words('No passages.'))] : []),
    ...remarks.map((remark) => paragraph(emphasis(remark))),
  ];
}

/** A matrix case by case as Markdown's syntax tree, with a line for every theme. */
export function themesToMdast({ groups, remarks }: Themes): RootContent[] {
  return [
    ...groups.flatMap(({ theme, cells }) => [
      ...(theme === null
        ? []
        : [paragraph({ type: 'strong', children: [{ type: 'emphasis', children: [words(theme)] }] })]),
      ...cells.flatMap((cell) => [
        paragraph(strong(`${cell.case}:`), words(` ${cell.summary}`)),
        ...cell.evidence.flatMap((one) =>
          'problem' in one ? [paragraph(words(one.problem))] : passageToMdast(one),
        ),
      ]),
    ]),
    ...remarks.map((remark) => paragraph(emphasis(remark))),
  ];
}

/**
 * Words of participants as a block quotation with who says it where as its last line; notes as a list, which
 * nobody takes for a quotation.
 */
function passageToMdast({ kind, parts, credit, memos }: Passage): RootContent[] {
  const noted = memos.map(({ rater, memo }) => paragraph(words(`Memo, ${rater}: ${memo}`)));
  if (kind === 'notes') {
    const note = paragraph(words(`${parts.map(({ text }) => text).join(' … ')} `), emphasis(credit));
    return [
      {
        type: 'list',
        spread: false,
        children: [{ type: 'listItem', spread: false, children: [note, ...noted] }],
      },
    ];
  }
  const said = parts.map(({ speaker, text }) =>
    parts.length > 1 && speaker !== null
      ? paragraph(strong(`${speaker}:`), words(` ${text}`))
      : paragraph(words(text)),
  );
  return [{ type: 'blockquote', children: [...said, paragraph(emphasis(credit))] }, ...noted];
}

const words = (value: string): PhrasingContent => ({ type: 'text', value: safe(value) });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [words(value)] });
const emphasis = (value: string): PhrasingContent => ({ type: 'emphasis', children: [words(value)] });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
