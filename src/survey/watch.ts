import type { VFile } from 'vfile';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import type { Identity } from './identity-heading.ts';
import { identityIn } from './identity-text.ts';

/** Looks whether what stands in a column says who people are, though its heading does not. Nothing of it is told. */
export class Watch {
  readonly name: string;
  readonly index: number;
  private looked = 0;
  private readonly found = new Map<Identity, { times: number; first: Place }>();
  private data: Place | undefined;

  constructor(name: string, index: number) {
    this.name = name;
    this.index = index;
  }

  /** @param isLong whether the column is one of open answers, in which only e-mail addresses and phone numbers are looked for. */
  look(bytes: Uint8Array, from: number, to: number, isLong: boolean, placeOf: () => Place): void {
    this.looked++;
    const cell = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
    if (!cell.includes(AT) && !cell.includes(PLUS) && (isLong || !mayBeNumbers(bytes, from, to))) return;
    const kind = identityIn(cell.toString());
    if (!kind) return;
    const found = this.found.get(kind);
    if (found) found.times++;
    else this.found.set(kind, { times: 1, first: placeOf() });
  }

  noteData(placeOf: () => Place): void {
    this.data ??= placeOf();
  }

  /** True where most of its different texts say who people are. */
  get isIdentity(): boolean {
    return [...this.found.values()].some(({ times }) => times * 2 > this.looked);
  }

  tell(file: VFile): void {
    for (const [kind, { times, first }] of this.found) {
      const most = times * 2 > this.looked;
      const holds =
        kind === 'e-mail' ? 'an e-mail address' : `what looks like ${ARTICLE[kind] ?? 'a '}${kind}`;
      addProblem(file, {
        rule: most ? 'identity-column' : 'identity-in-answer',
        reason: most
          ? `column ${quote(this.name)} holds what identifies people (${kind}), from here on`
          : `${times === 1 ? 'an answer' : `${times} answers`} in column ${quote(this.name)} ${times === 1 ? 'holds' : 'hold'} ${holds}; the first stands here`,
        place: first,
        advice: most
          ? `leave it out with --leave-out ${quote(this.name)}, or keep it with --keep ${quote(this.name)}`
          : `take it out of a copy of the file and import that, or leave the column out with --leave-out ${quote(this.name)}`,
        warning: !most,
      });
    }
  }

  tellNameless(file: VFile): void {
    if (!this.data) return;
    addProblem(file, {
      rule: 'unnamed-column',
      reason: `column ${this.index + 1} has no name but holds data, the first of them here`,
      place: this.data,
      advice: `it is left out; --keep ${quote(this.name)} keeps it`,
    });
  }
}

const ARTICLE: Partial<Record<Identity, string>> = {
  'IP address': 'an ',
  coordinates: '',
  'contact details': '',
};

/** A quick look at the beginning of a text. */
function mayBeNumbers(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] as number;
  const isNumber = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d;
  return isNumber && to - from >= 7 && to - from <= 64;
}

const AT = 0x40;
const PLUS = 0x2b;
