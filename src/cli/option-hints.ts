import { nearest } from '../text/nearest.ts';

/** `Did you mean --raters?` for each option of a call that there is none like; empty where nothing is close. */
export function optionHints(args: readonly string[], known: readonly string[]): string[] {
  const options = known.filter((name) => name.length > 1 && !/[A-Z]/.test(name)).map((name) => `--${name}`);
  const given = args.flatMap((word) => /^--[^=]+/.exec(word)?.[0] ?? []);
  const unknown = given.filter(
    (name) => !options.includes(name) && !options.includes(name.replace('--no-', '--')),
  );
  return [...new Set(unknown)].flatMap((name) => {
    const meant = nearest(name, options);
    return meant === undefined ? [] : [`For ${name}, did you mean ${meant}?`];
  });
}
