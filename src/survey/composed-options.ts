import type { Option } from './questionnaire.ts';

/**
 * Texts of options, cells or labels, that those of other options make up when they stand side by side in a cell, such as `A, B`
 * beside `A` and `B` where commas part options, or beside `A,B`: nobody could say which were chosen.
 */
export function composedOptions(options: readonly Option[], separator: string): string[] {
  const texts = options.flatMap(({ cell, label }, option) =>
    [...new Set([cell, label])].map((text) => ({
      ...{ option, text, parts: text.split(separator).map((part) => part.trim()) },
    })),
  );
  return texts.flatMap(({ option, text, parts: whole }) => {
    const others = texts.filter((one) => one.option !== option);
    // True for each length from the beginning that others make up.
    const reached = [true];
    for (let end = 1; end <= whole.length; end++) {
      reached[end] = others.some(
        ({ parts }) =>
          parts.length <= end &&
          reached[end - parts.length] === true &&
          parts.every((part, index) => part === whole[end - parts.length + index]),
      );
    }
    return whole.length > 1 && reached[whole.length] === true ? [text] : [];
  });
}
