# Quantiles of the normal distribution, and of data (type 7), by R itself.

source("scripts/references/reference-data.R")

p <- c(1e-9, 1e-4, 0.005, 0.025, 0.05, 0.0749, 0.075, 0.1, 0.3, 0.5, 0.6, 0.924, 0.926, 0.95, 0.975, 0.995, 0.9999)
normal <- Map(function(p, z) list(measure = "normal-quantile", p = p, call = "qnorm(p)", value = z), p, qnorm(p))

columns <- list(c(0.25), c(-1, 3), c(0.1, 0.2, 0.4, 0.8, 1.6), round(qnorm(ppoints(40)), 3))
of_column <- function(column) {
  lapply(c(0, 0.025, 0.1, 1 / 3, 0.5, 0.9, 0.975, 1), function(p) {
    list(
      measure = "quantile", of = I(column), p = p, call = "quantile(of, p, type = 7)",
      value = quantile(column, p, type = 7, names = FALSE)
    )
  })
}
values <- c(normal, do.call(c, lapply(columns, of_column)))
write_values("R", paste(R.version$major, R.version$minor, sep = "."), "from-r.R", values)
