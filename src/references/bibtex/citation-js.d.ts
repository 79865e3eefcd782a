// plugin-bibtex ships no types. Its reader of values is imported by itself: the main entry would give CSL, which knows
// no preprints, and has no place for an error.
declare module '@citation-js/plugin-bibtex/lib/input/value.js' {
  interface Name {
    family?: string;
    given?: string;
    prefix?: string;
    suffix?: string;
  }
  /** The text of a field's value, or a list, as the field is said to be in the data model of biblatex. */
  export function parse(value: string, field: string): string | string[] | Name[];
}
