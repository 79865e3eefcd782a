# Probabilities and quantiles of the beta, gamma, F, t, chi-square and normal distributions by R itself.

source("scripts/references/reference-data.R")

one <- function(kind, call, parameters, at, value) {
  list(kind = kind, call = call, parameters = I(parameters), at = at, value = value)
}

shapes <- list(c(0.5, 0.5), c(1, 1), c(0.5, 20), c(3.2, 0.7), c(15, 15), c(200, 3.5), c(1e4, 2e4), c(5e5, 2e6), c(0.5, 5e8), c(2.5, 5e9), c(3e8, 2e8))
beta <- do.call(c, lapply(shapes, function(s) {
  # From far below to far above the mean, which for large shapes is a narrow place.
  mean <- s[1] / sum(s)
  sd <- sqrt(mean * (1 - mean) / (sum(s) + 1))
  # As they are written down: near 1, the last digits matter.
  x <- signif(c(1e-10, mean * c(0.1, 0.9), mean + sd * c(-8, -3, -0.2, 0.3, 2, 7), 0.999), 12)
  lapply(x[x > 0 & x < 1], function(x) one("beta", "pbeta(at, ...)", s, x, pbeta(x, s[1], s[2])))
}))

gamma <- do.call(c, lapply(c(0.1, 0.5, 1, 2.5, 12, 300, 5e4, 2e6), function(a) {
  x <- c(a * c(1e-6, 0.1, 0.9, 1.1, 3), a + sqrt(a) * c(-6, -2, -0.1, 0, 0.1, 2, 6))
  x <- x[x > 0]
  c(
    lapply(x, function(x) one("gamma", "pgamma(at, ...)", a, x, pgamma(x, a))),
    lapply(x, function(x) one("gamma above", "pgamma(at, ..., lower.tail = FALSE)", a, x, pgamma(x, a, lower.tail = FALSE)))
  )
}))

probabilities <- c(1e-12, 1e-5, 0.025, 0.1, 0.4, 0.5, 0.77, 0.975, 0.99999)
degrees <- list(c(1, 1), c(1, 10), c(5, 18), c(18, 5), c(3, 15), c(2.7, 4.3), c(0.8, 7), c(39, 195), c(1e3, 2), c(2e5, 8e5))
# By beta quantiles: qf itself loses digits of small values, and takes degrees beyond 4e5 for infinite.
f_quantile <- function(p, df) {
  q <- qbeta(p, df[1] / 2, df[2] / 2)
  r <- qbeta(p, df[2] / 2, df[1] / 2, lower.tail = FALSE)
  odds <- if (p < 0.5) q / (1 - q) else (1 - r) / r
  one("f quantile", "odds of qbeta(at, df1 / 2, df2 / 2), times df2 / df1", df, p, odds * df[2] / df[1])
}
f <- do.call(c, lapply(degrees, function(df) {
  c(
    lapply(probabilities, f_quantile, df),
    lapply(c(1e-6, 0.3, 0.98, 1.01, 2.6, 11, 900), function(f) one("f", "pf(at, ...)", df, f, pf(f, df[1], df[2]))),
    lapply(c(1e-6, 0.3, 0.98, 1.01, 2.6, 11, 900), function(f) {
      one("f above", "pf(at, ..., lower.tail = FALSE)", df, f, pf(f, df[1], df[2], lower.tail = FALSE))
    })
  )
}))

t <- do.call(c, lapply(c(1, 2, 3.5, 10, 29, 200, 1e6), function(df) {
  c(
    lapply(probabilities, function(p) one("t quantile", "qt(at, ...)", df, p, qt(p, df))),
    lapply(c(-40, -6, -2, -0.1, 0, 0.01, 1.3, 5), function(t) one("t", "pt(at, ...)", df, t, pt(t, df)))
  )
}))

chi_square <- do.call(c, lapply(c(0.5, 1, 2, 5, 14, 99.5, 1000, 1e6), function(df) {
  x <- df * c(1e-3, 0.5, 1, 1.2, 4)
  c(
    lapply(probabilities, function(p) one("chi-square quantile", "qchisq(at, ...)", df, p, qchisq(p, df))),
    lapply(x, function(x) one("chi-square", "pchisq(at, ...)", df, x, pchisq(x, df))),
    lapply(x, function(x) {
      one("chi-square above", "pchisq(at, ..., lower.tail = FALSE)", df, x, pchisq(x, df, lower.tail = FALSE))
    })
  )
}))

normal <- lapply(c(-37, -8.3, -3, -1, -1e-9, 0, 0.2, 1.6448536, 2.5, 6), function(z) {
  one("normal", "pnorm(at)", numeric(0), z, pnorm(z))
})

values <- c(beta, gamma, f, t, chi_square, normal)
version <- paste(R.version$major, R.version$minor, sep = ".")
write_values("R", version, "distributions.R", values, "test/fixtures/distributions.json")
