import { unstopped } from '../exhibit/words.ts';

/** `Role: Manager`, or behind a question `Are you here? yes`; nothing where there are no groups. */
export function panelTitle(by: string | undefined, label: string): string {
  if (by === undefined || by === '' || label === '') return label;
  const question = unstopped(by);
  return /[?？؟]\s*$/u.test(question) ? `${question.trim()} ${label}` : `${question}: ${label}`;
}
