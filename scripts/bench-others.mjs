// What the same takes in Python and R, of data of the same shape, start-up and making the data left out; nothing where
// Debian's packages (python3-sklearn, python3-statsmodels, r-cran-vcd) are not installed.
// @ts-check
import { spawnSync } from 'node:child_process';

const python = `
import time, warnings
import numpy as np
warnings.simplefilter('ignore')
random = np.random.default_rng(1)
def codes(units, categories, same):
    a = random.integers(0, categories, units)
    return a, np.where(random.random(units) < same, a, random.integers(0, categories, units))
def tell(what, tool, run, turns=3):
    times = []
    for _ in range(turns):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    print(what, tool, sorted(times)[turns // 2], sep='|', flush=True)
a, b = codes(1000000, 10, 0.7)
c, d = codes(10000, 10, 0.7)
binary = [codes(100000, 2, 0.8) for _ in range(100)]
draws = [random.integers(0, 10000, 10000) for _ in range(1000)]
try:
    import sklearn
    from sklearn.metrics import cohen_kappa_score as kappa
    tool = 'scikit-learn ' + sklearn.__version__
    tell('kappa', tool, lambda: kappa(a, b))
    tell('resamples', tool, lambda: [kappa(c[i], d[i]) for i in draws], 1)
    tell('codes', tool, lambda: [kappa(x, y) for x, y in binary], 1)
except ImportError:
    pass
try:
    import statsmodels
    from statsmodels.stats.inter_rater import cohens_kappa, to_table
    tool = 'statsmodels ' + statsmodels.__version__ + ', table by numpy'
    table = lambda x, y, k: np.bincount(x * k + y, minlength=k * k).reshape(k, k)
    tell('kappa', tool, lambda: cohens_kappa(table(a, b, 10)).std_kappa)
    tell('resamples', tool, lambda: [cohens_kappa(table(c[i], d[i], 10), return_results=False) for i in draws], 1)
    tables = [table(x, y, 2) for x, y in binary]
    tell('codes', 'statsmodels ' + statsmodels.__version__ + ', tables given', lambda: [cohens_kappa(t, return_results=False) for t in tables], 1)
except ImportError:
    pass
`;

const r = `
if (!suppressWarnings(suppressMessages(require(vcd, quietly = TRUE)))) quit()
set.seed(1)
a <- sample(10L, 1e6, TRUE)
b <- ifelse(runif(1e6) < 0.7, a, sample(10L, 1e6, TRUE))
times <- sapply(1:3, function(turn) system.time(Kappa(table(a, b)))[["elapsed"]] * 1000)
cat("kappa|vcd ", format(packageVersion("vcd")), "|", median(times), "\\n", sep = "")
`;

/** @returns {{ what: string, tool: string, ms: number }[]} */
export function others() {
  const printed = [run('/usr/bin/python3', ['-c', python]), run('Rscript', ['-e', r])].join('\n');
  const found = printed
    .split('\n')
    .map((line) => line.split('|'))
    .filter((parts) => parts.length === 3)
    .map(([what = '', tool = '', ms]) => ({ what, tool, ms: Number(ms) }));
  for (const tool of ['scikit-learn', 'statsmodels', 'vcd']) {
    if (!found.some((one) => one.tool.startsWith(tool))) console.log(`${tool} is not here, and left out`);
  }
  return found;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout : '';
}
