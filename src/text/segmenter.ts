/** A segment by `Intl.Segmenter`, in UTF-16 units. */
export interface Segment {
  start: number;
  end: number;
  isWordLike: boolean;
}

type Granularity = 'sentence' | 'word';

/** Units that are handed to the segmenter at once: V8's takes time in proportion to their square. */
const WINDOW = { word: 1024, sentence: 4096 };

/**
 * The segments of a text in time proportional to its length: in windows, each beginning where a segment of
 * the one before begins. The last two segments of a window are found again in the next, since a boundary
 * depends on what follows.
 */
export function* segments(text: string, language: string, granularity: Granularity): Generator<Segment> {
  const segmenter = segmenterFor(language, granularity);
  let size = WINDOW[granularity];
  for (let from = 0; from < text.length; ) {
    const isLast = from + size >= text.length;
    const found = [...segmenter.segment(text.slice(from, from + size))];
    const kept = isLast ? found : found.slice(0, -2);
    if (kept.length === 0) {
      size *= 2;
      continue;
    }
    let end = from;
    for (const { segment, isWordLike } of kept) {
      const start = end;
      end += segment.length;
      yield { start, end, isWordLike: isWordLike === true };
    }
    from = end;
    size = WINDOW[granularity];
  }
}

const made = new Map<string, Intl.Segmenter>();

/** A segmenter for a language; what is no language tag is taken as the root of all languages. */
function segmenterFor(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let segmenter = made.get(key);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity });
    } catch {
      segmenter = new Intl.Segmenter('und', { granularity });
    }
    made.set(key, segmenter);
  }
  return segmenter;
}
