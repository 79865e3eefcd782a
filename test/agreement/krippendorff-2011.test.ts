import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { ofWords } from './data.ts';

// Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania.

describe('nominal alpha', () => {
  test('section A, two observers, ten units, two values: .095', () => {
    const found = krippendorffAlpha(ofWords('0100000010', '1110010000'));
    expect(found.value).toBeCloseTo(0.095, 3);
  });

  test('section B, two observers, twelve units, five values: .692', () => {
    const found = krippendorffAlpha(ofWords('aabbdcccedda', 'babbbccceddd'));
    expect(found.value).toBeCloseTo(0.692, 3);
  });

  test('section C, four observers, twelve units, missing values: .743 over 40 pairable values', () => {
    const found = krippendorffAlpha(
      ofWords('123321412...', '1233224125.3', '.33323422 51.'.replaceAll(' ', ''), '1233244125 1.'),
    );
    expect(found.value).toBeCloseTo(0.743, 3);
    expect(found.n).toBe(11);
    expect(found.omitted).toBe(1);
  });
});
