import type { VFile } from 'vfile';
import { addProblem, quote } from '../../problem/problem.ts';
import { oneLine, yearIn } from '../clean.ts';
import { MOST, tellYear } from '../tell.ts';
import type { CutEntry, CutField } from './cut-entries.ts';
import { fieldNames, fieldText } from './field-text.ts';

/** The fields of an entry as text; what is wrong with one is told where it stands, once it is asked for. */
export class Fields {
  private readonly byName = new Map<string, CutField>();
  private readonly file: VFile;
  private readonly strings: ReadonlyMap<string, string>;

  constructor(file: VFile, { fields }: CutEntry, strings: ReadonlyMap<string, string>) {
    this.file = file;
    this.strings = strings;
    for (const field of fields) {
      if (!this.byName.has(field.name)) this.byName.set(field.name, field);
      else if (field.name !== 'keywords') {
        const reason = `${field.name} stands twice in this entry; the first counts`;
        addProblem(file, { rule: 'duplicate-field', reason, place: field.place, warning: true, most: MOST });
      }
    }
  }

  field(...names: string[]): CutField | undefined {
    for (const name of names) if (this.byName.has(name)) return this.byName.get(name);
    return undefined;
  }

  /** As it was typed, strings put in. */
  typed(...names: string[]): string {
    const field = this.field(...names);
    return field
      ? field.parts.map(({ text, isName }) => (isName ? this.string(field, text) : text)).join('')
      : '';
  }

  text(...names: string[]): string {
    return this.readWith(fieldText, names);
  }

  names(...names: string[]): string {
    return this.readWith(fieldNames, names);
  }

  /** The year of four digits; blank, and told, where the field holds none. */
  year(): string {
    const field = this.field('year', 'date');
    const typed = this.text('year', 'date');
    const year = yearIn(typed);
    if (field && typed !== '' && year === undefined) tellYear(this.file, field.place, typed);
    return year ?? '';
  }

  private readWith(read: (value: string) => string | undefined, names: string[]): string {
    const typed = this.typed(...names);
    const text = read(typed);
    const field = this.field(...names);
    if (text !== undefined) {
      const unknown = text.includes('\\')
        ? typed.match(COMMANDS)?.find((one) => text.includes(one))
        : undefined;
      if (unknown !== undefined) {
        addProblem(this.file, {
          rule: 'latex',
          reason: `${field?.name} has the command ${unknown}, which is not known and stays as it stands`,
          place: field?.place,
          advice: 'write what it stands for in references.csv',
          warning: true,
          most: MOST,
        });
      }
      return text;
    }
    addProblem(this.file, {
      rule: 'latex',
      reason: `${field?.name} cannot be read as LaTeX, and is kept as it stands`,
      place: field?.place,
      found: typed,
      suggest: false,
      advice: 'braces and $ come in pairs, and a name is not blank; \\$ is the sign itself',
      warning: true,
      most: MOST,
    });
    return oneLine(typed);
  }

  private string(field: CutField, name: string): string {
    const known = this.strings.get(name.toLowerCase());
    if (known !== undefined) return known;
    addProblem(this.file, {
      rule: 'unknown-string',
      reason: `${field.name} names the string ${quote(name)}, which is not defined before`,
      place: field.place,
      found: name,
      advice: 'the name stands in the table instead; text goes in braces',
      warning: true,
      most: MOST,
    });
    return name;
  }
}

/** Commands of LaTeX that have a name. */
const COMMANDS = /\\[a-zA-Z]+/g;
