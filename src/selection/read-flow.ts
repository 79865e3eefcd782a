import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { readYaml, type YamlDocument } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { type FlowConfig, flowSchema } from './flow-schema.ts';

/** A flow as its file has it, and where everything stands there. */
export interface FlowFile {
  config: FlowConfig;
  document: YamlDocument;
  file: VFile;
}

/** Names that values of a flow have already. */
const kept = ['totals', 'differing', 'unchecked'];

/** Reads a flow and what its parts refer to. Undefined, and told, where it is none. */
export function readFlow(file: VFile): FlowFile | undefined {
  const document = file.value === undefined ? undefined : readYaml(file);
  const config = document && validate(file, document, flowSchema);
  if (!document || !config) return undefined;
  const read = { config, document, file };
  const before = file.messages.length;
  checkSources(read);
  checkTotals(read);
  return file.messages.length === before ? read : undefined;
}

function checkSources({ config, document, file }: FlowFile): void {
  const names = Object.keys(config.sources);
  if (names.length === 0) {
    const place = document.place(['sources']);
    addProblem(file, { rule: 'no-sources', reason: 'a flow needs at least one source', place });
  }
  for (const [name, { from }] of Object.entries(config.sources)) {
    const clash = kept.includes(name) ? 'is kept for something else' : undefined;
    const same = Object.hasOwn(config.totals, name) ? 'is the name of a total, too' : undefined;
    const reason = clash ?? same;
    if (reason !== undefined) {
      addProblem(file, {
        rule: 'unusable-name',
        reason: `${quote(name)} cannot be a source’s name: it ${reason}`,
        place: document.keyPlace(['sources', name]),
      });
    }
    if (from !== undefined && from !== name && names.includes(from)) {
      checkCircle({ config, document, file }, name);
      continue;
    }
    if (from === undefined) continue;
    addProblem(file, {
      rule: 'unknown-source',
      reason: from === name ? 'a source cannot begin with itself' : `there is no source ${quote(from)}`,
      place: document.place(['sources', name, 'from']),
      found: from,
      expected: names.filter((one) => one !== name),
    });
  }
}

/** Sources that begin with each other, told once, at the first of them. */
function checkCircle({ config, document, file }: FlowFile, name: string): void {
  const way = [name];
  for (let at = config.sources[name]?.from; at !== name; at = config.sources[at]?.from) {
    // One further on is a circle of others.
    if (at === undefined || way.includes(at)) return;
    way.push(at);
  }
  const names = Object.keys(config.sources);
  if (way.some((other) => names.indexOf(other) < names.indexOf(name))) return;
  addProblem(file, {
    rule: 'circular-source',
    reason: `sources cannot begin with each other: ${[...way, name].map(quote).join(' from ')}`,
    place: document.place(['sources', name, 'from']),
    advice: 'a source that began with none of them has no "from"',
  });
}

function checkTotals(read: FlowFile): void {
  const { config, document, file } = read;
  const sources = Object.keys(config.sources);
  const totals = Object.keys(config.totals);
  for (const [name, total] of Object.entries(config.totals)) {
    total.of.forEach((part, index) => {
      if (!('source' in part) || sources.includes(part.source) || totals.includes(part.source)) return;
      addProblem(file, {
        rule: 'unknown-source',
        reason: `there is no source and no total ${quote(part.source)}`,
        place: document.place(['totals', name, 'of', index]),
        found: part.source,
        expected: [...sources, ...totals.filter((one) => one !== name)],
      });
    });
    const other = total['alternative-to'];
    if (other !== undefined && (other === name || !totals.includes(other))) {
      addProblem(file, {
        rule: 'unknown-total',
        reason: `there is no other total ${quote(other)}`,
        place: document.place(['totals', name, 'alternative-to']),
        found: other,
        expected: totals.filter((one) => one !== name),
      });
    }
    if (partsBelow(config, name).has(name)) {
      addProblem(file, {
        rule: 'circular-total',
        reason: `${quote(name)} is a part of itself`,
        place: document.keyPlace(['totals', name]),
      });
    }
  }
  if (file.messages.length === 0) checkTwice(read);
}

/** Everything that a total is made of, however far below. */
function partsBelow({ totals }: FlowConfig, name: string): Set<string> {
  const found = new Set<string>();
  const waiting = [name];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const part of totals[at]?.of ?? []) {
      if (!('source' in part) || found.has(part.source)) continue;
      found.add(part.source);
      waiting.push(part.source);
    }
  }
  return found;
}

/** A source that comes into a total twice, or into two totals of which none is said to be another way of counting. */
function checkTwice({ config, document, file }: FlowFile): void {
  const entries = Object.entries(config.totals);
  for (const [name, { of }] of entries) {
    const met = new Set<string>();
    of.forEach((part, index) => {
      if (!('source' in part)) return;
      const own = [part.source, ...partsBelow(config, part.source)];
      const twice = own.find((one) => met.has(one));
      for (const one of own) met.add(one);
      if (twice === undefined) return;
      addProblem(file, {
        rule: 'counted-twice',
        reason: `${quote(twice)} comes into ${quote(name)} twice`,
        place: document.place(['totals', name, 'of', index]),
      });
    });
  }
  // What is made of alternatives are alternatives themselves.
  const saysSo = (one: string, other: string): boolean => {
    const others = new Set([other, ...partsBelow(config, other)]);
    return [one, ...partsBelow(config, one)].some((part) =>
      others.has(config.totals[part]?.['alternative-to'] ?? ''),
    );
  };
  const alternative = (one: string, other: string): boolean => saysSo(one, other) || saysSo(other, one);
  const final = entries.filter(([name]) => !entries.some(([other]) => partsBelow(config, other).has(name)));
  for (const [at, [name]] of final.entries()) {
    for (const [other] of final.slice(0, at)) {
      const below = partsBelow(config, other);
      const shared = [...partsBelow(config, name)].find((one) => below.has(one));
      if (shared === undefined || alternative(name, other)) continue;
      addProblem(file, {
        rule: 'counted-twice',
        reason: `${quote(shared)} is counted in ${quote(other)} and in ${quote(name)}`,
        place: document.keyPlace(['totals', name]),
        advice: `if a paper gives two totals for one thing, say "alternative-to: ${other}"`,
      });
    }
  }
}
