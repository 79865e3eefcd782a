# Tests, effect sizes and reliability for surveys: R itself, effectsize, psych and lavaan. What none of them has is
# written out from its paper: van der Eijk's agreement, and Cliff's delta from the matrix of all pairs. The covariances are
# those of psychTools::bfi, of which no answer is kept.

source("scripts/references/reference-data.R")
suppressMessages({
  library(effectsize)
  library(psych)
  library(psychTools)
  library(lavaan)
})

quietly <- function(expression) suppressWarnings(suppressMessages(expression))
expand <- function(counts) rep(seq_along(counts), counts)

wilson <- function(count, n, level) {
  found <- quietly(prop.test(count, n, conf.level = level, correct = FALSE))$conf.int
  list(
    kind = "wilson", call = "prop.test(count, n, correct = FALSE)", count = count, n = n, level = level,
    low = found[1], high = found[2]
  )
}
wilsons <- Map(
  wilson,
  c(0, 1, 3, 7, 10, 22, 132, 331, 5e5, 3), c(10, 1, 10, 9, 10, 331, 331, 331, 1e6, 1e6),
  c(0.95, 0.95, 0.9, 0.99, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95)
)

columns <- list(
  list(values = c(1, 2, 3, 4, 5), counts = c(3, 0, 4, 2, 1)),
  list(values = c(-2.5, 0, 0.5, 10), counts = c(1, 1, 1, 1)),
  list(values = c(7), counts = c(4)),
  list(values = c(1, 2, 3, 4), counts = c(250000, 250000, 250001, 249999))
)
quantiles <- do.call(c, lapply(columns, function(column) {
  lapply(c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), function(p) {
    x <- rep(column$values, column$counts)
    levels <- rep(seq_along(column$counts), column$counts)
    inside <- p > 0 && p < 1
    Filter(Negate(is.null), list(
      kind = "quantile", call = "quantile(x, p, type = 7), and 1 read from below and from above", values = I(column$values),
      counts = I(column$counts), p = p, value = quantile(x, p, type = 7, names = FALSE),
      low = if (inside) quantile(levels, p, type = 1, names = FALSE) - 1,
      high = if (inside) -quantile(-levels, 1 - p, type = 1, names = FALSE) - 1
    ))
  })
}))

# van der Eijk (2001): all triples of levels of each layer, one by one.
eijk <- function(counts) {
  k <- length(counts)
  n <- sum(counts)
  a <- 0
  while (max(counts) > 0) {
    layer <- as.integer(counts > 0)
    least <- min(counts[counts > 0])
    patterns <- apply(combn(k, 3), 2, function(at) paste(layer[at], collapse = ""))
    tdu <- sum(patterns == "101")
    tu <- sum(patterns %in% c("110", "011"))
    u <- if (tu + tdu == 0) 1 else ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu))
    a <- a + sum(layer) * least / n * u * (1 - (sum(layer) - 1) / (k - 1))
    counts <- counts - layer * least
  }
  a
}
scales <- list(
  c(30, 40, 210, 130, 530, 50, 10), c(5, 0, 0, 0, 5), c(4, 4, 4, 4), c(0, 9, 0), c(1, 2, 3, 2, 1), c(3, 2, 1, 2, 3), c(10, 0, 7, 3),
  c(1, 0, 0), c(2, 2, 0), c(120, 80, 44, 61, 26)
)
agreements <- lapply(scales, function(counts) {
  list(kind = "van der Eijk", call = "van der Eijk (2001), written out", counts = I(counts), value = eijk(counts))
})

groups <- list(
  list(c(3, 5, 2, 8, 4), c(6, 7, 4, 2, 1)),
  list(c(1, 0, 0), c(0, 1, 1)),
  list(c(2, 3), c(3, 2)),
  list(c(0, 4, 6, 0), c(0, 5, 5, 0)),
  list(c(9, 4, 1), c(9, 4, 1)),
  list(c(40, 31, 22, 10, 3), c(20, 33, 44, 12, 11)),
  list(c(100000, 150000, 120000, 80000, 50000), c(99000, 150100, 121000, 80900, 49000)),
  list(c(10, 5, 0, 0), c(0, 0, 7, 3)),
  list(c(1, 2, 1, 0, 0), c(0, 0, 1, 2, 0))
)
ranks <- lapply(groups, function(group) {
  x <- expand(group[[1]])
  y <- expand(group[[2]])
  with <- wilcox.test(x, y, exact = FALSE, correct = TRUE)
  without <- wilcox.test(x, y, exact = FALSE, correct = FALSE)
  list(
    kind = "Mann-Whitney", call = "wilcox.test(x, y, exact = FALSE, correct = TRUE, and FALSE)", first = I(group[[1]]),
    second = I(group[[2]]), u = with$statistic[[1]], p = with$p.value, uncorrected = without$p.value
  )
})

# Cliff (1993) from the matrix of all pairs; the interval of Feng and Cliff (2004).
cliff <- function(group, level = 0.95) {
  x <- expand(group[[1]])
  y <- expand(group[[2]])
  n <- length(x)
  m <- length(y)
  pairs <- sign(outer(x, y, "-"))
  d <- mean(pairs)
  found <- list(
    kind = "Cliff", call = "Cliff (1993) and Feng and Cliff (2004), written out", first = I(group[[1]]), second = I(group[[2]]),
    delta = d
  )
  if (n == 1 || m == 1 || abs(d) == 1) return(found)
  unbiased <- (m^2 * sum((rowMeans(pairs) - d)^2) + n^2 * sum((colMeans(pairs) - d)^2) - sum((pairs - d)^2)) /
    (n * m * (n - 1) * (m - 1))
  s2 <- max(unbiased, (1 - d^2) / (n * m - 1))
  t <- qt(0.5 + level / 2, n + m - 2)
  ends <- (d - d^3 + c(-1, 1) * t * sqrt(s2) * sqrt((1 - d^2)^2 + t^2 * s2)) / (1 - d^2 + t^2 * s2)
  c(found, list(variance = s2, low = max(-1, ends[1]), high = min(1, ends[2])))
}
deltas <- lapply(groups[-7], cliff)

several <- list(
  list(c(3, 5, 2, 8, 4), c(6, 7, 4, 2, 1), c(1, 1, 5, 3, 2)),
  list(c(1, 0, 2), c(0, 1, 1), c(4, 0, 0), c(1, 1, 1)),
  list(c(5, 5), c(5, 5), c(5, 5)),
  list(c(1000, 1500, 1200, 800), c(990, 1510, 1210, 809), c(1100, 1400, 1100, 900)),
  list(c(40, 31, 22, 10, 3), c(20, 33, 44, 12, 11))
)
walliss <- lapply(several, function(counts) {
  x <- do.call(c, lapply(counts, expand))
  g <- factor(rep(seq_along(counts), vapply(counts, sum, 0)))
  found <- kruskal.test(x, g)
  list(
    kind = "Kruskal-Wallis", call = "kruskal.test(x, g), effectsize::rank_epsilon_squared(x, g, ci = NULL)",
    counts = lapply(counts, I), h = found$statistic[[1]], df = found$parameter[[1]], p = found$p.value,
    epsilon2 = quietly(rank_epsilon_squared(x, g, ci = NULL))$rank_epsilon_squared
  )
})

tables <- list(
  rbind(c(3, 1), c(1, 3)),
  rbind(c(12, 5), c(7, 20)),
  rbind(c(8, 0), c(2, 9)),
  rbind(c(5, 5), c(5, 5)),
  rbind(c(30, 40, 20, 10, 5), c(20, 33, 44, 12, 11)),
  rbind(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11)),
  rbind(c(8, 10, 7, 3, 2), c(4, 6, 9, 8, 3), c(2, 5, 7, 9, 7)),
  rbind(c(10, 0, 0), c(0, 10, 0), c(0, 0, 10)),
  rbind(c(2, 0, 1), c(0, 3, 1), c(1, 1, 0), c(0, 2, 2)),
  rbind(c(250300, 249700), c(249500, 250500))
)
crossed <- lapply(tables, function(table) {
  found <- quietly(chisq.test(table, correct = FALSE))
  v <- function(adjust) cramers_v(table, ci = NULL, adjust = adjust)[[1]]
  c(
    list(
      kind = "table", call = paste(
        "chisq.test(table, correct = FALSE, and TRUE), fisher.test(table, workspace = 2e7)$p.value,",
        "effectsize::cramers_v(table, ci = NULL, adjust = FALSE, and TRUE)"
      ),
      table = table, statistic = found$statistic[[1]], df = found$parameter[[1]], p = found$p.value,
      few = sum(found$expected < 5), expected = found$expected, yates = quietly(chisq.test(table))$statistic[[1]],
      exact = fisher.test(table, workspace = 2e7)$p.value, v = v(FALSE)
    ),
    list(corrected = v(TRUE))
  )
})

gaps <- cbind(c(1, 2, NA, 4, 5, 1, 2, 8), 1e9 + c(1, 5, 2, NA, 3, 3, 7, 7), c(2, 2.5, -1, 0, 5, NA, NA, 1))
of_gaps <- list(list(
  kind = "covariance", call = "cov(rows, use = 'complete.obs'), cov(rows, use = 'pairwise.complete.obs')",
  rows = gaps, listwise = cov(gaps, use = "complete.obs"), pairwise = cov(gaps, use = "pairwise.complete.obs"),
  n = sum(complete.cases(gaps)), pairs = crossprod(!is.na(gaps)), means = colMeans(gaps, na.rm = TRUE)
))

omega_of <- function(covariance, n, sizes) {
  names <- colnames(covariance)
  l <- paste0("l", sizes)
  t <- paste0("t", sizes)
  model <- c(
    paste("f =~ NA *", names[1], "+", paste0(l, "*", names, collapse = " + ")), "f ~~ 1*f",
    paste0(names, " ~~ ", t, "*", names),
    sprintf("omega := (%s)^2 / ((%s)^2 + %s)", paste(l, collapse = "+"), paste(l, collapse = "+"), paste(t, collapse = "+"))
  )
  fit <- cfa(
    paste(model, collapse = "\n"), sample.cov = covariance, sample.nobs = n,
    optim.force.converged = TRUE, control = list(rel.tol = 1e-15, x.tol = 1e-15)
  )
  found <- parameterEstimates(fit)
  list(est = found[found$lhs == "omega", "est"], se = found[found$lhs == "omega", "se"])
}

bfi_scales <- list(
  agree = c("-A1", "A2", "A3", "A4", "A5"), conscientious = c("C1", "C2", "C3", "-C4", "-C5"),
  extraversion = c("-E1", "-E2", "E3", "E4", "E5"), neuroticism = c("N1", "N2", "N3", "N4", "N5"),
  openness = c("O1", "-O2", "O3", "O4", "-O5"), three = c("-A1", "A2", "A3"),
  all = c("-A1", "A2", "C1", "-C4", "-E1", "E3", "N1", "-N2")
)
of_scale <- function(name) {
  keys <- bfi_scales[[name]]
  signs <- ifelse(startsWith(keys, "-"), -1, 1)
  items <- sub("-", "", keys)
  x <- na.omit(bfi[, items])
  n <- nrow(x)
  turned <- as.data.frame(sweep(as.matrix(x), 2, signs, "*"))
  found <- quietly(alpha(turned))
  omega <- quietly(omega_of(cov(turned), n, seq_along(items)))
  ends <- plogis(qlogis(omega$est) + c(-1, 1) * qnorm(0.975) * omega$se / (omega$est * (1 - omega$est)))
  list(
    kind = "scale", call = "alpha(x), x of psychTools::bfi, listwise; lavaan::cfa and its delta method for omega, on the log odds for the interval",
    name = name, items = items, keys = signs, n = n, covariance = unname(cov(x)), raw = found$total$raw_alpha,
    standardised = found$total$std.alpha, low = found$feldt$lower.ci[[1]], high = found$feldt$upper.ci[[1]],
    dropped = found$alpha.drop$raw_alpha, droppedStandardised = found$alpha.drop$std.alpha,
    itemRest = found$item.stats$r.drop, omega = omega$est, se = omega$se, omegaLow = ends[1], omegaHigh = ends[2]
  )
}

values <- c(
  wilsons, quantiles, agreements, ranks, deltas, walliss, crossed, of_gaps, lapply(names(bfi_scales), of_scale)
)
packages <- c("effectsize", "psych", "psychTools", "lavaan")
version <- paste(
  c("base", packages), c(paste(R.version$major, R.version$minor, sep = "."), sapply(packages, function(p) as.character(packageVersion(p)))),
  collapse = ", "
)
write_values("R", version, "survey.R", values, "test/fixtures/survey.json")
