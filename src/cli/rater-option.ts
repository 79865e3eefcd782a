/** Commands by one rater, `--rater`; and those that take several, `--raters`. */
const one = new Set(['code', 'done', 'selection decide']);
const several = new Set([
  'agree',
  'disagree',
  'reconcile',
  'codes',
  'evidence',
  'quotes',
  'confirm',
  'codebook migrate',
]);

/** The words of a call with `--rater` and `--raters` each as its command has it, so that either spelling will do. */
export function asCommandSpells(args: readonly string[], command: string | undefined): string[] {
  if (command === undefined || !(one.has(command) || several.has(command))) return [...args];
  const option = one.has(command) ? '--rater' : '--raters';
  return args.map((word) => word.replace(/^--raters?(?==|$)/, option));
}
