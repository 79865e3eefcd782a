import type { Difference } from '../../reconciliation/differences.ts';
import { bindings, raterKeys, reasonKeys } from '../../reconciliation/keys.ts';
import { type Choice, settlementsOf } from '../../reconciliation/settle.ts';
import { safe } from '../../render/safe-text.ts';

/** One of the choices, with what it would do. */
export interface ShownChoice {
  key: string;
  verb: string;
  choice: Choice;
  does: string;
}

/** What can be said of a difference: each rater, then the other verdicts. */
export function choicesOf(together: readonly Difference[]): ShownChoice[] {
  const [difference] = together;
  const raters = difference?.views ?? [];
  const others = bindings.flatMap(({ keys: [key], verb, act }) =>
    act.act === 'choose' ? [{ key: key ?? '', verb: verb ?? '', choice: act.choice }] : [],
  );
  return [
    ...raters.map(({ rater }, index) => ({
      key: index < 9 ? String(index + 1) : '',
      verb: rater,
      choice: { verdict: 'rater', rater } as const,
    })),
    ...others,
  ].flatMap((one): ShownChoice[] => {
    const settled = settlementsOf(together, one.choice);
    if (settled[0]?.difference !== difference) return [];
    return [{ ...one, does: safe(settledInWords(settled)) }];
  });
}

/** `tiredness, not workload`, or `tiredness, workload left open`. */
function settledInWords(settled: ReturnType<typeof settlementsOf>): string {
  const codes = settled.map(({ difference }) => difference.code);
  if (settled.every(({ outcome }) => outcome === 'open')) return `${codes.join(', ')} left open`;
  return settled
    .map(({ outcome }, index) => `${outcome === 'absent' ? 'not ' : ''}${codes[index]}`)
    .join(', ');
}

/** Every key with what it does, as help shows it. */
export const helpLines = (): string[] => [
  `${raterKeys.keys.padEnd(16)} ${raterKeys.does}`,
  ...[...bindings, ...reasonKeys].flatMap(({ keys, does }) =>
    keys.length === 0 ? [] : [`${keys.map(keyName).join(', ').padEnd(16)} ${does}`],
  ),
];

/** The words of --plain with what they do. */
export const verbLines = (): string[] => [
  `${raterKeys.verb.padEnd(12)} ${raterKeys.does}, or its number`,
  ...[...bindings, ...reasonKeys].flatMap(({ verb, does }) =>
    verb === null ? [] : [`${verb.padEnd(12)} ${does}`],
  ),
];

const keyName = (key: string): string => (key === ' ' ? 'space' : key);
