import { addProblem } from '../problem/problem.ts';
import type { Study } from './open-study.ts';

/** Tells what a result asks for and is not there, at its place in study.yaml. */
export class ResultNames {
  failed = false;
  readonly #study: Study;
  readonly #result: string;

  constructor(study: Study, result: string) {
    this.#study = study;
    this.#result = result;
  }

  /** The names as they are spelt where they are known; undefined where none is asked for. */
  known(
    key: string | readonly PropertyKey[],
    wanted: readonly string[] | undefined,
    names: readonly string[],
    what: string,
  ): string[] | undefined {
    const found = wanted?.map((one, index) => {
      const known = names.find((name) => name.normalize('NFC') === one.normalize('NFC'));
      if (known !== undefined) return known;
      this.tell(
        [...(typeof key === 'string' ? [key] : key), index],
        `unknown-${what}`,
        `there is no ${what} "${one}"`,
        {
          found: one,
          expected: [...new Set(names)].slice(0, 60),
        },
      );
      return one;
    });
    return found && [...new Set(found)];
  }

  refuse(key: string, rule: string, reason: string): undefined {
    this.tell([key], rule, reason);
  }

  /** @param path below the result; what stands deeper than study.yaml goes is told at its nearest parent. */
  tell(
    path: readonly PropertyKey[],
    rule: string,
    reason: string,
    more: { found?: string; expected?: readonly string[]; warning?: boolean } = {},
  ): void {
    if (!more.warning) this.failed = true;
    addProblem(this.#study.declared.file, {
      rule,
      reason: `result "${this.#result}": ${reason}`,
      place: this.#study.declared.place(['results', this.#result, ...path]),
      found: more.found,
      expected: more.expected,
      warning: more.warning,
    });
  }
}
