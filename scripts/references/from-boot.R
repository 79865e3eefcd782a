# Percentile and BCa intervals of Cohen's kappa by boot, with its resamples and its jackknife; kappa itself is vcd's.

source("scripts/references/reference-data.R")
library(boot)
suppressPackageStartupMessages(library(vcd))

one <- function(name, weights, of, seed) {
  table <- read_table(name)
  cells <- which(table > 0, arr.ind = TRUE)
  units <- cells[rep(seq_len(nrow(cells)), table[cells]), ]
  k <- seq_len(nrow(table))
  kappa <- function(units, chosen) {
    counted <- table(factor(units[chosen, 1], k), factor(units[chosen, 2], k))
    Kappa(counted, weights = of)[[if (weights == "identity") "Unweighted" else "Weighted"]][["value"]]
  }
  set.seed(seed)
  found <- boot(units, kappa, R = 399)
  influence <- empinf(found, type = "jack")
  limits <- lapply(c(0.8, 0.95), function(level) {
    ci <- boot.ci(found, conf = level, type = c("perc", "bca"), L = influence)
    list(level = level, low = ci$bca[4], high = ci$bca[5], percentile = I(ci$percent[4:5]))
  })
  list(
    data = name, measure = "cohen-kappa", weights = weights, call = "boot.ci(boot(units, kappa, R = 399), L = empinf(type = 'jack'))",
    value = found$t0, influence = I(sort(influence)), acceleration = sum(influence^3) / (6 * sum(influence^2)^1.5),
    resamples = I(c(found$t)), limits = limits
  )
}

values <- list(
  one("tables/drawn-5-categories-up-to-30", "identity", "Equal-Spacing", 1),
  one("tables/ms-patients-winnipeg", "linear", "Equal-Spacing", 2),
  one("tables/fleiss-cohen-everitt-1969", "quadratic", "Fleiss-Cohen", 3)
)
version <- paste0(packageVersion("boot"), ", vcd ", packageVersion("vcd"))
write_values("boot", version, "from-boot.R", values, file.path(fixtures, "resampling", "boot.json"))
