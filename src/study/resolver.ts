import type { Note } from '../exhibit/note.ts';
import { noteColumns, notesOf } from '../exhibit/records-exhibits.ts';
import { columnAt } from '../records/records.ts';
import type { NotesSlot, Resolver, Unfilled } from '../report/slots.ts';
import type { Study } from './open-study.ts';
import type { Result } from './result.ts';
import { figureOf } from './result-figures.ts';
import { quotesFor, themesFor } from './result-passages.ts';
import { tableOf } from './result-tables.ts';
import { valuesByName } from './values-by-name.ts';

/** Answers a template's slots and inline values from a study's named results. */
export function resolverFor(study: Study, results: ReadonlyMap<string, Result>): Resolver {
  const names = [...results.keys()];
  const unknown = (name: string): Unfilled => ({
    problem: `there is no result named "${name}"`,
    key: 'result',
    found: name,
    expected: names,
  });
  // A picture or table can leave the report, so each says by itself that it is invented.
  const captioned = (caption: string) => (study.config.fictional ? `${caption} (fictional)` : caption);
  return {
    names,
    values: (name) => valuesByName(results, name),
    table: (slot) => {
      const result = results.get(slot.result);
      const table = result ? tableOf(slot, result, study.literature?.records?.cell) : unknown(slot.result);
      if ('problem' in table) return table;
      return {
        ...table,
        caption: captioned(slot.caption ?? labelOf(study, slot.result) ?? table.caption),
        notes: [...table.notes, ...slot.notes],
      };
    },
    figure: (slot) => {
      const result = results.get(slot.result);
      const figure = result ? figureOf(slot, result, study) : unknown(slot.result);
      if ('problem' in figure) return figure;
      return {
        ...figure,
        caption: captioned(slot.caption ?? labelOf(study, slot.result) ?? figure.caption),
        data: { ...figure.data, caption: captioned(figure.data.caption) },
        notes: [...figure.notes, ...slot.notes],
      };
    },
    notes: (slot) => {
      const result = results.get(slot.result);
      return result ? notesFrom(slot, result, study) : unknown(slot.result);
    },
    quotes: (slot) => {
      const result = results.get(slot.result);
      return result ? quotesFor(slot, result) : unknown(slot.result);
    },
    themes: (slot) => {
      const result = results.get(slot.result);
      return result ? themesFor(slot, result) : unknown(slot.result);
    },
  };
}

/** Notes say who held what, so nobody may be named in them who is not a participant. */
function notesFrom(slot: NotesSlot, result: Result, study: Study): Note[] | Unfilled {
  const needed = Object.values(noteColumns);
  if (result.from !== 'records' || needed.some((name) => columnAt(result.summary.records, name) === -1)) {
    return { problem: `"${slot.result}" is no result with the columns ${needed.join(', ')}`, key: 'result' };
  }
  const notes = notesOf(result.summary.records);
  const ids = [...study.roster.sessionOf.keys()];
  const stranger = notes.find(({ who }) => who !== null && !ids.includes(who.normalize('NFC')));
  if (!stranger) return notes;
  return {
    problem: `a note is by "${stranger.who}", who is not a declared participant`,
    key: 'result',
    found: stranger.who ?? '',
    expected: ids,
  };
}

/** What a result on records is called, whose table has no words of its own. */
function labelOf({ config }: Study, name: string): string | undefined {
  const result = config.results[name];
  return result?.from === 'records' || result?.from === 'participants' ? result.label : undefined;
}
