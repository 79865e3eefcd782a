import type { MeasureName } from '../agreement/measure-names.ts';
import type { UnitKind } from '../coding/unit-codes.ts';
import type { StudyConfig } from './schema.ts';

type Protocol = StudyConfig['protocol'];

/** What a call asks for beside what the protocol of study.yaml can say. */
export interface Asked<Name extends string = MeasureName> {
  unit?: UnitKind | undefined;
  measures?: readonly Name[] | undefined;
  /** What changes values and no protocol fixes, as it was asked for: `--only-coded`. */
  others: readonly string[];
}

export interface Settled<Name extends string = MeasureName> {
  unit: UnitKind;
  measures: readonly (Name | MeasureName)[] | 'kappas';
  threshold: number | null;
  /** In what the call departs from the protocol. */
  departures: string[];
  /** Whether study.yaml fixed anything beforehand. */
  declared: boolean;
}

/**
 * The protocol's unit and measure unless the call names others; then it departs from the protocol. Undefined
 * where neither names a unit: without one there is nothing to compute.
 */
export function settle<Name extends string = MeasureName>(
  protocol: Protocol,
  asked: Asked<Name> & { unit: UnitKind },
): Settled<Name>;
export function settle<Name extends string = MeasureName>(
  protocol: Protocol,
  asked: Asked<Name>,
): Settled<Name> | undefined;
export function settle<Name extends string = MeasureName>(
  protocol: Protocol,
  asked: Asked<Name>,
): Settled<Name> | undefined {
  const unit = asked.unit ?? protocol.unit;
  if (unit === undefined) return undefined;
  const declared = protocol.unit !== undefined || protocol.measure !== undefined;
  const departures: string[] = [];
  if (protocol.unit !== undefined && unit !== protocol.unit) {
    departures.push(`the unit is ${unit}, the protocol's is ${protocol.unit}`);
  }
  const measures = asked.measures ?? (protocol.measure ? [protocol.measure] : 'kappas');
  const others = measures === 'kappas' ? [] : measures.filter((one) => one !== protocol.measure);
  if (protocol.measure !== undefined && others.length > 0) {
    departures.push(`${others.join(', ')} is not the protocol's measure, ${protocol.measure}`);
  }
  if (declared && asked.others.length > 0) {
    departures.push(`${asked.others.join(', ')} is not in the protocol`);
  }
  return { unit, measures, threshold: protocol.threshold ?? null, departures, declared };
}

export type RoundKind = 'training' | 'reliability' | null;

/** What the protocol says a round is for, and in what it departs from it. */
export function kindOfRound(
  protocol: Protocol,
  round: string,
  documents: readonly string[],
): { kind: RoundKind; departures: string[] } {
  if (protocol.training.includes(round)) return { kind: 'training', departures: [] };
  const reliable = protocol.reliability.includes(round);
  const departures: string[] = [];
  if (protocol.reliability.length > 0 && !reliable) departures.push(`round ${round} is not in the protocol`);
  const sample = protocol.sample?.documents;
  const beside = sample ? documents.filter((document) => !sample.includes(document)) : [];
  if (beside.length > 0) {
    departures.push(`not in the protocol's double-coded sample: ${beside.join(', ')}`);
  }
  return { kind: reliable ? 'reliability' : null, departures };
}
