/** Small letters without diacritics (NFKD), and what Unicode does not take apart as it is written without them. */
export const fold = (text: string): string =>
  (ASCII.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(MARKS, '')
        .replace(WHOLE, (sign) => plain[sign] ?? sign)
  ).toLowerCase();

const ASCII = /^[\u0020-\u007e]*$/;
/** Of other scripts they are letters: vowels of Hindi, voicing in Japanese. */
const MARKS = /[\u0300-\u036f]+/g;
const WHOLE = /[ßẞøØłŁæÆœŒđĐðÐþÞıŋħĦ]/g;
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  Ħ: 'h',
};
