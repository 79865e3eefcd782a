/**
 * Versions of a codebook: `major.minor.patch`, with a pre-release if need be (`2.0.0-rc.1`), ordered as
 * Semantic Versioning 2.0.0, section 11, has it. Build metadata, which has no order, is refused.
 */
export const versionPattern =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

export const isVersion = (text: string): boolean => versionPattern.test(text);

/** What a version may look like, for messages. */
export const versionRule = 'three numbers with dots, such as 1.0.0';

/** Negative where `a` comes before `b`, 0 where they are one version. Both have to be versions. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const [index, number] of left.numbers.entries()) {
    const difference = compareNumbers(number, right.numbers[index] ?? '0');
    if (difference !== 0) return difference;
  }
  if (left.pre.length === 0 || right.pre.length === 0) return right.pre.length - left.pre.length;
  for (const [index, identifier] of left.pre.entries()) {
    const other = right.pre[index];
    if (other === undefined) return 1;
    const difference = compareIdentifiers(identifier, other);
    if (difference !== 0) return difference;
  }
  return left.pre.length - right.pre.length;
}

function parts(version: string): { numbers: string[]; pre: string[] } {
  const match = versionPattern.exec(version);
  if (!match) throw new RangeError(`Not a version: ${JSON.stringify(version)}`);
  return { numbers: match.slice(1, 4), pre: match[4]?.split('.') ?? [] };
}

function compareIdentifiers(a: string, b: string): number {
  const [numberA, numberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (numberA && numberB) return compareNumbers(a, b);
  if (numberA !== numberB) return numberA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Digits of any length, without going through floating point. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}
