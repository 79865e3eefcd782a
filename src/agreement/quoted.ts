/** A label in a sentence, so that an empty one, or one with spaces, can be seen. */
export function quoted(label: string): string {
  return JSON.stringify(label.length > 60 ? `${label.slice(0, 59)}…` : label);
}
