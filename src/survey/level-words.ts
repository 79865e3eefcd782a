/** Words that scales are often made of, lowest first; one row a scale. A draft of a question file knows scales by them. */
const families: readonly (readonly string[])[] = [
  // Agreement
  ['strongly disagree', 'disagree', 'agree', 'strongly agree'],
  ['strongly disagree', 'disagree', 'neutral', 'agree', 'strongly agree'],
  ['strongly disagree', 'disagree', 'neither agree nor disagree', 'agree', 'strongly agree'],
  ['strongly disagree', 'disagree', 'neither', 'agree', 'strongly agree'],
  ['strongly disagree', 'disagree', 'undecided', 'agree', 'strongly agree'],
  ['strongly disagree', 'somewhat disagree', 'somewhat agree', 'strongly agree'],
  ['strongly disagree', 'somewhat disagree', 'neutral', 'somewhat agree', 'strongly agree'],
  [
    'strongly disagree',
    'somewhat disagree',
    'neither agree nor disagree',
    'somewhat agree',
    'strongly agree',
  ],
  ['strongly disagree', 'disagree', 'somewhat disagree', 'somewhat agree', 'agree', 'strongly agree'],
  [
    'strongly disagree',
    'disagree',
    'somewhat disagree',
    'neutral',
    'somewhat agree',
    'agree',
    'strongly agree',
  ],
  [
    'strongly disagree',
    'disagree',
    'somewhat disagree',
    'neither agree nor disagree',
    'somewhat agree',
    'agree',
    'strongly agree',
  ],
  // Satisfaction
  ['very dissatisfied', 'dissatisfied', 'neutral', 'satisfied', 'very satisfied'],
  ['very dissatisfied', 'dissatisfied', 'neither satisfied nor dissatisfied', 'satisfied', 'very satisfied'],
  [
    'very dissatisfied',
    'somewhat dissatisfied',
    'neither satisfied nor dissatisfied',
    'somewhat satisfied',
    'very satisfied',
  ],
  [
    'very dissatisfied',
    'slightly dissatisfied',
    'neither satisfied nor dissatisfied',
    'slightly satisfied',
    'very satisfied',
  ],
  [
    'extremely dissatisfied',
    'somewhat dissatisfied',
    'neither satisfied nor dissatisfied',
    'somewhat satisfied',
    'extremely satisfied',
  ],
  // Frequency
  ['never', 'rarely', 'sometimes', 'often', 'always'],
  ['never', 'rarely', 'sometimes', 'often', 'very often'],
  ['never', 'rarely', 'sometimes', 'usually', 'always'],
  ['never', 'rarely', 'sometimes', 'frequently', 'always'],
  ['never', 'sometimes', 'about half the time', 'most of the time', 'always'],
  // Importance, likelihood, quality, extent
  [
    'not at all important',
    'slightly important',
    'moderately important',
    'very important',
    'extremely important',
  ],
  ['not important', 'slightly important', 'moderately important', 'important', 'very important'],
  ['very unimportant', 'unimportant', 'neutral', 'important', 'very important'],
  ['very unlikely', 'unlikely', 'neutral', 'likely', 'very likely'],
  ['very unlikely', 'unlikely', 'neither likely nor unlikely', 'likely', 'very likely'],
  [
    'extremely unlikely',
    'somewhat unlikely',
    'neither likely nor unlikely',
    'somewhat likely',
    'extremely likely',
  ],
  ['very poor', 'poor', 'fair', 'good', 'very good'],
  ['poor', 'fair', 'good', 'very good', 'excellent'],
  ['very bad', 'bad', 'neutral', 'good', 'very good'],
  ['not at all', 'a little', 'moderately', 'a lot', 'a great deal'],
  ['not at all', 'slightly', 'moderately', 'very', 'extremely'],
  ['not at all', 'to a small extent', 'to some extent', 'to a great extent'],
  ['very unfavorable', 'unfavorable', 'indifferent', 'favorable', 'very favorable'],
  ['very difficult', 'difficult', 'neutral', 'easy', 'very easy'],
  ['much worse', 'worse', 'about the same', 'better', 'much better'],
  // German, Spanish, French, Portuguese
  ['stimme überhaupt nicht zu', 'stimme nicht zu', 'neutral', 'stimme zu', 'stimme voll zu'],
  ['stimme gar nicht zu', 'stimme eher nicht zu', 'teils/teils', 'stimme eher zu', 'stimme voll zu'],
  ['totalmente en desacuerdo', 'en desacuerdo', 'neutral', 'de acuerdo', 'totalmente de acuerdo'],
  ['pas du tout d’accord', 'pas d’accord', 'neutre', 'd’accord', 'tout à fait d’accord'],
  ['discordo totalmente', 'discordo', 'neutro', 'concordo', 'concordo totalmente'],
];

/** Answers that say that somebody has no opinion, or keeps it. */
const noOpinion = new Set([
  "don't know",
  "i don't know",
  'do not know',
  'not sure',
  'unsure',
  'no opinion',
  'prefer not to say',
  'prefer not to answer',
  'rather not say',
  'not applicable',
  'weiß nicht',
  'keine angabe',
  'no sé',
  'ne sait pas',
  'não sei',
]);

/** How texts are compared: without case, curly quotation marks and spaces in between. */
const plain = (text: string): string => text.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim();

/** How data write words, by how they are compared. */
export type Spellings = ReadonlyMap<string, string>;

/** How the first of several texts that come to the same is written. */
export function spellingsOf(texts: Iterable<string>): Spellings {
  const spellings = new Map<string, string>();
  for (const text of texts) if (!spellings.has(plain(text))) spellings.set(plain(text), text);
  return spellings;
}

export interface KnownScale {
  /** Lowest first, as the data write them where they do; the words of the scale where nobody chose them. */
  levels: string[];
  /** Those of the texts that are outside the scale. */
  apart: string[];
  /** True where a longer scale has these words too, so that levels may be lacking that nobody chose. */
  doubtful: boolean;
}

/** The smallest scale of common words that all texts are of; at least two of them, or there is nothing to go by. */
export function knownScale(texts: readonly string[], spellings: Spellings): KnownScale | undefined {
  const apart = texts.filter((text) => noOpinion.has(plain(text)));
  const own = new Map(texts.filter((text) => !apart.includes(text)).map((text) => [plain(text), text]));
  if (own.size < 2 || own.size + apart.length < texts.length) return undefined;
  const fitting = families.filter((family) => {
    const words = new Set(family.map(plain));
    return [...own.keys()].every((word) => words.has(word));
  });
  const [smallest] = fitting.sort((a, b) => a.length - b.length);
  if (!smallest) return undefined;
  const levels = smallest.map(
    (word) => own.get(plain(word)) ?? spellings.get(plain(word)) ?? asWritten(word, [...own.values()]),
  );
  const all = own.size === smallest.length && smallest.length % 2 === 1;
  return { levels, apart, doubtful: !all && fitting.some((family) => family.length > smallest.length) };
}

/** A level that nobody chose begins with a capital where the others do. */
function asWritten(word: string, others: readonly string[]): string {
  const capital = others.every((other) => other.charAt(0) !== other.charAt(0).toLowerCase());
  return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
