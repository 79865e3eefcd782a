import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { normalQuantile } from '../../src/agreement/normal-quantile.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { ofRows, ofTable, python, r } from './data.ts';

const ranks = ['identity', 'linear', 'quadratic'] as const;

function near(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(1e-9);
}

describe.each(python.twoRaters)('two raters: $name', (known) => {
  const counts = ofTable(known.table);

  test.each(ranks)('%s kappa and both standard errors are those of statsmodels', (weights) => {
    const found = cohenKappa(counts, { weights, interval: 'analytic' });
    near(found.value, known[weights].statsmodels.value);
    near(found.se, known[weights].statsmodels.se);
    near(found.seNull, known[weights].statsmodels.seNull);
    const { sklearn } = known[weights];
    if (sklearn) near(found.value, sklearn.value);
  });

  test.each(ranks)('%s kappa and its standard error are those of vcd', (weights) => {
    const found = cohenKappa(counts, { weights, interval: 'analytic' });
    const own = r.twoRaters.find(({ name }) => name === known.name);
    near(found.value, own?.vcd[weights].value ?? Number.NaN);
    near(found.se, own?.vcd[weights].se ?? Number.NaN);
    if (weights !== 'linear') near(found.value, own?.psych[weights] ?? Number.NaN);
  });
});

test.each(python.twoRaters.filter(({ nltk }) => nltk))(
  "kappa, Scott's pi, alpha and percent are those of nltk: $name",
  ({ table, nltk }) => {
    const counts = ofTable(table);
    near(cohenKappa(counts).value, nltk?.kappa ?? Number.NaN);
    near(fleissKappa(counts).value, nltk?.pi ?? Number.NaN);
    near(krippendorffAlpha(counts, { interval: 'none' }).value, nltk?.alpha ?? Number.NaN);
    near(percentAgreement(counts).value, nltk?.percent ?? Number.NaN);
  },
);

test.each(python.manyRaters)('alpha is that of nltk: $name', ({ rows, nltk }) => {
  near(krippendorffAlpha(ofRows(rows), { interval: 'none' }).value, nltk.alpha);
});

test.each(python.manyRaters.filter(({ statsmodels }) => statsmodels))(
  "listwise, Fleiss' kappa is that of statsmodels on complete units: $name",
  ({ rows, statsmodels }) => {
    const found = fleissKappa(ofRows(rows), { missing: 'listwise' });
    near(found.value, statsmodels?.listwiseFleiss ?? Number.NaN);
  },
);

test.each(r.normalQuantiles)('the normal quantile of $p is that of R', ({ p, z }) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-12);
});
