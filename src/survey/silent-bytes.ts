/** Words that may mean that there is no answer, found by the bytes of a cell without making a text of each cell. */
export class SilentBytes {
  private readonly words: ReadonlySet<string>;
  private readonly byLength: { word: string; bytes: Uint8Array }[][] = [];

  constructor(words: ReadonlySet<string>) {
    this.words = words;
    for (const word of words) {
      const bytes = new TextEncoder().encode(word);
      this.byLength[bytes.length] ??= [];
      this.byLength[bytes.length]?.push({ word, bytes });
    }
  }

  /** The text where it is one of the words. */
  word(text: string): string | undefined {
    return this.words.has(text) ? text : undefined;
  }

  find(bytes: Uint8Array, from: number, to: number): string | undefined {
    return this.byLength[to - from]?.find(({ bytes: of }) =>
      of.every((byte, at) => byte === bytes[from + at]),
    )?.word;
  }
}
