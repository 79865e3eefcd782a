import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { RootContent } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Figure } from '../exhibit/figure.ts';
import { captionOf, figureData } from '../exhibit/figure-data.ts';
import type { Note } from '../exhibit/note.ts';
import type { Exhibit } from '../report/tree.ts';
import { figureToHast } from './figures/figure-to-svg.ts';
import { captionContent, notesList, tableToHast } from './html-table.ts';
import { quotesToMdast, themesToMdast } from './passages.ts';

/** What stands in a page for a slot of the report. Tables and figures have the ids `table-1`, `figure-1`. */
export function exhibitToHast(exhibit: Exhibit): Element {
  switch (exhibit.kind) {
    case 'table': {
      const { table, number } = exhibit;
      const element = tableToHast(table, `Table ${number}.`);
      element.properties.id = `table-${number}`;
      return element;
    }
    case 'figure':
      return figureElement(exhibit.figure, exhibit.number);
    case 'notes':
      return notesElement(exhibit.notes);
    case 'quotes':
      return passagesElement('Coded passages', quotesToMdast(exhibit.quotes));
    case 'themes':
      return passagesElement('Cases by themes', themesToMdast(exhibit.themes));
  }
}

function figureElement(figure: Figure, number: number): Element {
  const name = `figure-${number}`;
  const label = `Figure ${number}.`;
  return h('figure', { id: name }, [
    h(
      'div.scroll.picture',
      { role: 'region', ariaLabel: `${label} ${figure.caption}`, tabIndex: 0 },
      figureToHast(figure, name),
    ),
    h('figcaption', [...captionContent(captionOf(figure), label), ...notesList(figure.notes)]),
    h('details', [h('summary', `Data behind figure ${number}`), tableToHast(figureData(figure))]),
  ]);
}

/** Remarks told in our words: a list that says so, without quotation marks. */
function notesElement(notes: readonly Note[]): Element {
  return h('section.notes', { ariaLabel: 'Notes, told in our words' }, [
    h('p.label', notes.length > 0 ? 'Told in our words, not quoted' : 'No notes.'),
    h(
      'ul',
      notes.map((note) => h('li', noteContent(note))),
    ),
  ]);
}

function passagesElement(label: string, children: RootContent[]): Element {
  const content = toHast.runSync({ type: 'root', children }) as Root;
  return h('section.passages', { ariaLabel: label }, content.children);
}

const toHast = unified().use(remarkRehype);

function noteContent({ who, text, place }: Note): ElementContent[] {
  const tag = who === null ? h('span.who.nobody', 'not attributed') : h('span.who', who);
  const content: ElementContent[] = [tag, { type: 'text', value: `: ${text}` }];
  return place === '' ? content : [...content, { type: 'text', value: ' ' }, h('span.place', `(${place})`)];
}
