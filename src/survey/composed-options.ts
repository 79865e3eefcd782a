import type { Option } from './questionnaire.ts';

/**
 * Options that other options make up when they stand side by side in a cell, such as `A, B` beside `A` and `B` where
 * commas part options: nobody could say which were chosen.
 */
export function composedOptions(options: readonly Option[], separator: string): Option[] {
  const cuts = options.map(({ cell }) => cell.split(separator).map((part) => part.trim()));
  return options.filter((_, at) => {
    const whole = cuts[at] as string[];
    const others = cuts.filter((_, other) => other !== at);
    // True for each length from the beginning that others make up.
    const reached = [true];
    for (let end = 1; end <= whole.length; end++) {
      reached[end] = others.some(
        (parts) =>
          parts.length <= end &&
          reached[end - parts.length] === true &&
          parts.every((part, index) => part === whole[end - parts.length + index]),
      );
    }
    return whole.length > 1 && reached[whole.length] === true;
  });
}
