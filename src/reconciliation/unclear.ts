import { compareText } from '../coding/time.ts';
import { type Decision, standing } from './decision.ts';

/** A code whose definition was found unclear, with where and why. */
export interface UnclearCode {
  code: string;
  /** The codebook version that was found unclear. */
  version: string;
  decisions: Decision[];
}

/** Codes for the next version of the codebook, those found unclear most often first. */
export function unclearCodes(decisions: readonly Decision[]): UnclearCode[] {
  const found = new Map<string, UnclearCode>();
  for (const decision of standing(decisions).filter(({ verdict }) => verdict === 'unclear')) {
    const key = JSON.stringify([decision.code, decision.version]);
    const one = found.get(key) ?? { code: decision.code, version: decision.version, decisions: [] };
    one.decisions.push(decision);
    found.set(key, one);
  }
  return [...found.values()].sort(
    (a, b) => b.decisions.length - a.decisions.length || compareText(a.code, b.code),
  );
}
