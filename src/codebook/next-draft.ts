import { joinHead, type SplitText, splitHead } from './head-lines.ts';

/** The keys of the front matter that a release fills in. */
export const filledKeys = ['version', 'date', 'previous'];

/**
 * The draft to go on with after a release: its text byte for byte, without what the release filled in and with the
 * release as the version before. Undefined where the front matter is not written as one key a line.
 */
export function draftAfter(text: string, version: string): string | undefined {
  const split = splitHead(text);
  return split && joinHead(nextDraft(split, version));
}

export function nextDraft(split: SplitText, version: string): SplitText {
  const dropped = [...filledKeys, 'changes'];
  const blocks = split.blocks
    .filter(({ key }) => key === null || !dropped.includes(key))
    .flatMap((block) =>
      block.key === 'name'
        ? [block, { key: 'previous', lines: [`previous: ${version}${split.eol}`] }]
        : [block],
    );
  return { ...split, blocks };
}
