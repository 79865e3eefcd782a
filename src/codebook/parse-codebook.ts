import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { tellConflicts } from '../problem/conflicts.ts';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import { linesDown, readYaml, type YamlDocument } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { type Code, type Codebook, draftVersion } from './codebook.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';
import { arrange, type NamedParent } from './hierarchy.ts';
import { foldId, idFor, idRule, isId } from './id.ts';
import { type Markers, markersOf } from './markers.ts';
import { placeOf } from './place.ts';
import { readParts } from './read-parts.ts';
import { parseMarkdown, type Section, sectionsOf } from './sections.ts';
import { isVersion } from './version.ts';

/**
 * Reads a codebook. Headings that end in an inline code are codes, and their nesting is the hierarchy; all
 * other headings group:
 *
 *     ## Tool cost `tool-cost`
 *
 *     **Definition.** What a tool costs, in money or time.
 *
 *     **Include.** Licences; training.
 *
 *     **Exclude.**
 *
 *     - pay
 *
 *     > We could never afford it.
 *
 * Where a merge left conflict markers, nothing is read.
 * A draft (a file named `draft`, unless told) has no version; any other needs a version and a date. Without usable front matter,
 * or without a version in it or in the name of the file, there is no codebook. Any other problem leaves what could be read: the first of two codes with one id, a
 * code with an unknown parent at the top.
 */
export function parseCodebook(file: VFile, options?: { draft: boolean }): Codebook | undefined {
  if (tellConflicts(file)) return undefined;
  const isDraft = options?.draft ?? (file.stem === undefined || file.stem === draftVersion);
  const tree = parseMarkdown(file);
  const head = readHead(file, tree, isDraft);
  const codes = readCodes(file, sectionsOf(tree), head?.markers);
  if (!head) return undefined;
  const { matter, document } = head;
  const version = matter.version ?? (isVersion(file.stem ?? '') ? file.stem : undefined);
  if (!isDraft && version === undefined) return undefined;
  return {
    name: matter.name,
    version: isDraft ? null : (version ?? null),
    date: matter.date ?? null,
    previous: matter.previous ?? null,
    language: matter.language ?? null,
    codes,
    changes: matter.changes,
    place: document.place,
    keyPlace: document.keyPlace,
  };
}

interface Head {
  matter: FrontMatter;
  document: YamlDocument;
  markers: Markers;
}

function readHead(file: VFile, tree: Root, isDraft: boolean): Head | undefined {
  const [first] = tree.children;
  if (first?.type !== 'yaml') {
    addProblem(file, {
      rule: 'missing-front-matter',
      reason: 'a codebook begins with front matter',
      place: { line: 1, column: 1 },
      expected: ['a line ---, a line such as "name: My codebook", and a line ---'],
    });
    return undefined;
  }
  const document = readYaml(file, { text: first.value, placeOf: linesDown(1) });
  const matter = document && validate(file, document, frontMatterSchema);
  if (!matter) return undefined;
  checkVersion(file, matter, document, isDraft);
  return { matter, document, markers: markersOf(file, matter.markers ?? {}, document.place) };
}

function checkVersion(
  file: VFile,
  { version, date }: FrontMatter,
  document: YamlDocument,
  isDraft: boolean,
): void {
  if (isDraft) {
    if (version === undefined) return;
    addProblem(file, {
      rule: 'version-of-draft',
      reason: `a draft has no version, and this one says ${quote(version)}`,
      place: document.keyPlace(['version']),
      advice: 'remove the line; a version comes with a release',
    });
    return;
  }
  for (const key of ['version', 'date'] as const) {
    if ((key === 'version' ? version : date) !== undefined) continue;
    addProblem(file, {
      rule: 'missing-key',
      reason: `${quote(key)} is missing, and only a file named ${draftVersion}.md may go without`,
      place: document.keyPlace([]),
      expected: [key === 'version' ? 'a line such as version: 1.0.0' : 'a line such as date: 2024-05-31'],
    });
  }
  const { stem } = file;
  if (version !== undefined && stem !== undefined && isVersion(stem) && stem !== version) {
    addProblem(file, {
      rule: 'version-differs',
      reason: `this file is named ${quote(stem)} and says that it is version ${quote(version)}`,
      place: document.place(['version']),
      found: version,
      expected: [stem],
    });
  }
}

/** Without markers (the front matter is unusable) nothing is said of words that no marker explains. */
function readCodes(file: VFile, sections: readonly Section[], markers: Markers | undefined): Code[] {
  const codes: Code[] = [];
  const taken = new Map<string, { id: string; place: Place }>();
  const named: NamedParent[] = [];
  const usable = new Map<Section, string>();
  for (const section of sections) {
    if (!isUsable(file, section, taken)) continue;
    const { id, title, idPlace, heading, within } = section;
    const parts = readParts(file, section.body, markers);
    const { parent, ...definition } = parts;
    const code: Code = {
      id,
      title,
      parent: (within && usable.get(within)) ?? null,
      depth: 0,
      ...definition,
      place: placeOf(heading),
    };
    usable.set(section, id);
    taken.set(foldId(id), { id, place: idPlace });
    codes.push(code);
    if (parent) named.push({ code, parent: parent.id, place: parent.place });
  }
  arrange(file, codes, named);
  return codes;
}

function isUsable(
  file: VFile,
  section: Section,
  taken: ReadonlyMap<string, { id: string; place: Place }>,
): section is Section & { id: string } {
  const { id, title, idPlace } = section;
  if (id === null) {
    tellNearCode(file, section);
    return false;
  }
  if (!isId(id)) {
    addProblem(file, {
      rule: id === '' ? 'empty-id' : 'unusable-id',
      reason:
        id === '' ? `the code ${quote(title)} has an empty id` : `${quote(id)} cannot be the id of a code`,
      place: idPlace,
      found: id,
      expected: [idRule],
      advice: `for example ${quote(idFor(id || title, []))}; a heading that ends in inline code is a code`,
    });
    return false;
  }
  const other = taken.get(foldId(id));
  if (!other) return true;
  addProblem(file, {
    rule: 'duplicate-code',
    reason:
      other.id === id
        ? `the id ${quote(id)} is already the id of the code at ${other.place.line}:${other.place.column}`
        : `the id ${quote(id)} differs only in case from ${quote(other.id)} at ${other.place.line}:${other.place.column}`,
    place: idPlace,
    found: id,
    advice: 'give one of the two an id of its own',
  });
  return false;
}

/** A heading with nothing but punctuation after its inline code was probably meant as a code. */
function tellNearCode(file: VFile, { heading, idPlace, title }: Section): void {
  const [before, last] = heading.children.slice(-2);
  if (before?.type !== 'inlineCode' || last?.type !== 'text' || !/^[\s\p{P}]+$/u.test(last.value)) return;
  addProblem(file, {
    rule: 'not-a-code',
    reason: `the heading ${quote(title)} is read as a group: its inline code is not the last thing in it`,
    place: idPlace,
    advice: 'end the heading with the inline code to make it a code',
    warning: true,
  });
}
