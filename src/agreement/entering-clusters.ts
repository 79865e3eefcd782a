import type { Counts } from './counts.ts';

/** 1 for the clusters that hold a unit of a pattern that enters. */
export function clustersEntering({ clusters }: Counts, enters: Uint8Array): Uint8Array {
  const found = new Uint8Array(clusters?.count ?? 0);
  if (!clusters) return found;
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    const end = clusters.starts[cluster + 1] as number;
    for (let entry = clusters.starts[cluster] as number; entry < end && found[cluster] === 0; entry++) {
      found[cluster] = enters[clusters.pattern[entry] as number] as number;
    }
  }
  return found;
}

/**
 * Without the clusters in which there is nothing to compare: they were not sampled for this comparison, and counted among
 * the others they would make its error look smaller. The units themselves stay.
 */
export function keepClusters(counts: Counts, keep: Uint8Array): Counts {
  const { clusters } = counts;
  if (!clusters || !keep.includes(0)) return counts;
  const starts = [0];
  const pattern: number[] = [];
  const times: number[] = [];
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    if (keep[cluster] === 0) continue;
    const [from, to] = [clusters.starts[cluster] as number, clusters.starts[cluster + 1] as number];
    for (let entry = from; entry < to; entry++) {
      pattern.push(clusters.pattern[entry] as number);
      times.push(clusters.times[entry] as number);
    }
    starts.push(pattern.length);
  }
  const kept = {
    ...{ name: clusters.name, count: starts.length - 1, starts: Int32Array.from(starts) },
    ...{ pattern: Int32Array.from(pattern), times: Float64Array.from(times) },
  };
  return { ...counts, clusters: kept };
}

/** Clusters that hold something to compare. */
export const withEnteringClusters = (counts: Counts, enters: Uint8Array): Counts =>
  keepClusters(counts, clustersEntering(counts, enters));
