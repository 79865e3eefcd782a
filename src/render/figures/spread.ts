/**
 * Moves the centres of boxes on a line apart until none lies over another, each as little as its
 * neighbours allow. `centres` in ascending order; the order stays.
 */
export function spread(centres: readonly number[], widths: readonly number[]): number[] {
  const clusters: Cluster[] = [];
  centres.forEach((centre, index) => {
    const width = widths[index] ?? 0;
    let cluster: Cluster = { wanted: [centre - width / 2], width, start: centre - width / 2 };
    for (
      let before = clusters.at(-1);
      before && before.start + before.width > cluster.start;
      before = clusters.at(-1)
    ) {
      clusters.pop();
      cluster = merged(before, cluster);
    }
    clusters.push(cluster);
  });
  const members = clusters.flatMap(({ wanted, start }) =>
    wanted.map((_, place) => ({ start, first: place === 0 })),
  );
  let left = 0;
  return members.map(({ start, first }, index) => {
    const width = widths[index] ?? 0;
    if (first) left = start;
    left += width;
    return left - width / 2;
  });
}

interface Cluster {
  /** Where each member would have the cluster start. */
  wanted: number[];
  width: number;
  start: number;
}

function merged(before: Cluster, after: Cluster): Cluster {
  const wanted = [...before.wanted, ...after.wanted.map((start) => start - before.width)];
  const start = wanted.reduce((total, value) => total + value, 0) / wanted.length;
  return { wanted, width: before.width + after.width, start };
}
