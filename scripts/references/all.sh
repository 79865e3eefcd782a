#!/bin/sh
# Runs every program again over test/agreement/fixtures, and R and scipy for test/fixtures. On Debian:
#
#     apt-get install r-base-core r-cran-jsonlite r-cran-vcd r-cran-psych r-cran-psy r-cran-epir r-cran-vegan r-cran-boot \
#       r-cran-effectsize r-cran-lavaan r-cran-psychtools \
#       python3-nltk python3-scipy python3-sklearn python3-statsmodels
set -e
cd "$(dirname "$0")/../.."
# The order of sets decides the last digits of sums.
export PYTHONHASHSEED=0
/usr/bin/python3 scripts/references/draw-data.py
for script in scripts/references/from-*.py scripts/references/own-fractions.py scripts/references/survey.py scripts/references/spans.py; do
  /usr/bin/python3 "$script"
done
for script in scripts/references/from-*.R scripts/references/distributions.R scripts/references/ordinal.R \
  scripts/references/survey.R; do
  Rscript "$script"
done
/usr/bin/python3 scripts/references/degenerate.py
Rscript scripts/references/degenerate.R
npx biome format --write test/agreement/fixtures test/fixtures
