# Quantiles of the normal distribution by R itself.

source("scripts/references/reference-data.R")

p <- c(1e-9, 1e-4, 0.005, 0.025, 0.05, 0.0749, 0.075, 0.1, 0.3, 0.5, 0.6, 0.924, 0.926, 0.95, 0.975, 0.995, 0.9999)
values <- Map(function(p, z) list(measure = "normal-quantile", p = p, call = "qnorm(p)", value = z), p, qnorm(p))
write_values("R", paste(R.version$major, R.version$minor, sep = "."), "from-r.R", values)
