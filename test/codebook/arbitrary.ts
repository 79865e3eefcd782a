import * as fc from 'fast-check';
import type { Change } from '../../src/codebook/change.ts';
import type { Code, Codebook } from '../../src/codebook/codebook.ts';

const names = ['water', 'paths', 'tools', 'noise', 'shade', 'sun', 'bees', 'été', '12', 'true'];
const words = fc.constantFrom('One thing.', 'Another thing.', 'A third: thing', null);

/** Some of ten codes, each with words of its own and below a code before it or at the top. */
export const randomCodes: fc.Arbitrary<Code[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...names),
      title: fc.constantFrom('Title', 'Other', 'Third'),
      definition: words,
      example: words,
      above: fc.nat(),
    }),
    { selector: ({ id }) => id },
  )
  .map((codes) => {
    const placed: Code[] = [];
    for (const { id, title, definition, example, above } of codes) {
      const parent = placed[above % (placed.length + 1)];
      placed.push({
        id,
        title,
        parent: parent?.id ?? null,
        depth: parent ? parent.depth + 1 : 0,
        definition,
        include: [],
        exclude: [],
        examples: example === null ? [] : [example],
        place: { line: 1, column: 1 },
      });
    }
    return placed;
  });

/** Codes as the text of a draft. */
export const draftText = (codes: readonly Code[]): string =>
  `---\n# kept\nname: Gardens\n---\n\n${codes
    .map(({ id, title, parent, definition, examples }) =>
      [
        `## ${title} \`${id}\``,
        ...(parent === null ? [] : [`**Parent.** ${parent}`]),
        ...(definition === null ? [] : [`**Definition.** ${definition}`]),
        ...examples.map((example) => `> ${example}`),
      ].join('\n\n'),
    )
    .join('\n\n')}\n`;

const reason = 'because';

/** One version after another, with changes that say what became of every code, exchanges of ids among them. */
export const randomChain: fc.Arbitrary<Codebook[]> = fc
  .array(
    fc.array(fc.record({ what: fc.nat(6), to: fc.nat(9), other: fc.nat(9) }), {
      minLength: 10,
      maxLength: 10,
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((steps) => {
    const books = [bookOf(1, names.slice(0, 6), [])];
    for (const [index, choices] of steps.entries()) {
      const ids = books.at(-1)?.codes.map(({ id }) => id) ?? [];
      const now = new Set<string>();
      const changes: Change[] = [];
      for (const [at, id] of ids.entries()) {
        const { what = 0, to = 0, other = 0 } = choices[at] ?? {};
        const [target, second] = [names[to] ?? id, names[other] ?? id];
        if (what === 0) changes.push({ kind: 'retire', code: id, reason });
        else if (what === 1 && target !== id) changes.push({ kind: 'merge', from: [id], to: target, reason });
        else if (what === 2) changes.push({ kind: 'split', from: id, to: [target, second], reason });
        else if (what === 3) changes.push({ kind: 'redefine', code: id, meaning: 'changed', reason });
        else if (what === 4 && target !== id) changes.push({ kind: 'rename', from: id, to: target, reason });
        if (what === 2) now.add(second);
        if (what === 2 || ((what === 1 || what === 4) && target !== id)) now.add(target);
        else if (what !== 0) now.add(id);
      }
      books.push(bookOf(index + 2, [...now], changes));
    }
    return books;
  });

function bookOf(major: number, ids: readonly string[], changes: Change[]): Codebook {
  const place = () => ({ line: 1, column: 1 });
  const codes = ids.map((id) => ({
    ...{ id, title: id, parent: null, depth: 0, definition: null },
    ...{ include: [], exclude: [], examples: [], place: place() },
  }));
  const head = { name: 'Gardens', date: null, previous: null, language: null, place, keyPlace: place };
  return { ...head, version: `${major}.0.0`, codes, changes };
}
