import { speakerName } from '../speaker-name.ts';
import { isNameLike, type Label } from './labels.ts';
import { count } from './lines.ts';

/** A possible label and the text that follows it on its line. */
export interface Candidate {
  label: Label;
  text: string;
}

export interface Speakers {
  /** True if a label with this name begins a turn. */
  accepts(label: Label): boolean;
  decisions: string[];
}

/** Words that begin a line with a colon in documents about anything. Compared in small letters. */
const NO_NAMES = new Set(
  (
    'note,notes,nb,n.b,ps,p.s,example,examples,e.g,i.e,source,sources,see,link,links,url,http,https,ftp,mailto,' +
    'title,subtitle,date,time,duration,length,location,place,topic,subject,summary,abstract,keywords,tags,' +
    'participants,participant list,attendees,present,speakers,transcript,transcription,transcribed by,' +
    'transcript by,recorded,recording,file,version,part,section,chapter,break,intro,outro,introduction,' +
    'conclusion,sponsor,music,ad,warning,tip,important,update,edit,todo,fig,figure,table,references,' +
    'question number,language,interview,interview date,project'
  ).split(','),
);

/**
 * Decides, over a whole file, which labels name people. `Note:` and `https:` look like `Ana:`, so:
 *
 * - never: the words of `NO_NAMES` (also with a number, "Part 2"), and what an address follows;
 * - always: forms that only speakers have (`<v Ana>`, `Ana (00:01:02):`), and names in bold;
 * - else: names that label two lines or more and look like names (or are one word);
 * - else, a name that labels one line: if it looks like a name, and it is part of an accepted one or at least
 *   half of the paragraphs begin with a label.
 *
 * What was decided, and what was left as text, is put in words.
 */
export function decideSpeakers(candidates: readonly Candidate[], paragraphs: number): Speakers {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { name } = candidate.label;
    const group = groups.get(name);
    if (group) group.push(candidate);
    else groups.set(name, [candidate]);
  }

  const possible = [...groups].filter(([name, group]) => !isExcluded(name, group));
  const sure = possible.filter(
    ([name, group]) =>
      group.some(({ label }) => label.strength === 'certain' || label.strength === 'bold') ||
      (group.length > 1 && (isNameLike(name) || !/\s/.test(name))),
  );
  const accepted = new Set(sure.map(([name]) => name));
  const labelled = possible.reduce((sum, [name, group]) => sum + (isNameLike(name) ? group.length : 0), 0);
  const mostly = labelled >= 2 && labelled * 2 >= paragraphs;
  // One heading with a time among labels of another form is no speaker.
  const above = candidates.filter(({ label }) => label.strength === 'above').length;
  const mostlyAbove = above * 2 >= candidates.length;
  for (const [name, group] of possible) {
    if (!mostlyAbove && group.every(({ label }) => label.strength === 'above')) continue;
    if (isNameLike(name) && (mostly || isPartOfAnother(name, sure))) accepted.add(name);
  }

  return {
    accepts: (label) => accepted.has(label.name),
    decisions: [...groups]
      .filter(([name]) => !accepted.has(name))
      .map(
        ([name, group]) => `"${name}:" begins ${count(group.length, 'line')} and is not taken as a speaker`,
      ),
  };
}

function isExcluded(name: string, group: readonly Candidate[]): boolean {
  if (group.every(({ label }) => label.strength === 'certain')) return false;
  const plain = name.toLowerCase().replace(/[\s\d.]+$/, '');
  if (NO_NAMES.has(plain) || NO_NAMES.has(name.toLowerCase()) || speakerName(name) === null) return true;
  if (/^\d+$/.test(name)) return true;
  return group.every(({ text }) => /^<?(?:https?|ftp|mailto):/i.test(text));
}

/** "CD" and "Carl Dong (CD)", "Ana" and "Ana Ruiz". */
function isPartOfAnother(name: string, sure: readonly (readonly [string, unknown])[]): boolean {
  const words = partsOf(name);
  return sure.some(([other]) => {
    const others = partsOf(other);
    return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
  });
}

const partsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
