# Writes test/fixtures/ordinal.json: medians and consensus of ordered scales, and descriptions of
# columns of numbers, by R alone. From the root of the repository:
#
#     Rscript scripts/references/ordinal.R
#
# A median is R's quantile of the expanded data (type 1), read from below and from above. Consensus is
# equation 2 of Tastle and Wierman (2007), written out.

# `times`: by what to multiply the weights so that they are whole numbers.
scales <- list(
  list(weights = c(4)),
  list(weights = c(0)),
  list(weights = c(0, 0, 0)),
  list(weights = c(7, 0, 0, 0)),
  list(weights = c(0, 0, 7, 0)),
  list(weights = c(0, 0, 0, 7)),
  list(weights = c(5, 0, 0, 0, 5)),
  list(weights = c(5, 0, 0, 0, 6)),
  list(weights = c(1, 1)),
  list(weights = c(3, 2)),
  list(weights = c(2, 2, 2, 2)),
  list(weights = c(3, 3, 3, 3, 3)),
  list(weights = c(10, 5, 2, 1)),
  list(weights = c(1, 2, 5, 10)),
  list(weights = c(0, 3, 0, 3, 0)),
  list(weights = c(0, 3, 1, 3, 0)),
  list(weights = c(2, 0, 0, 1, 0, 0, 1)),
  list(weights = c(30, 40, 210, 130, 530, 50, 10)),
  list(weights = c(999999, 0, 1)),
  list(weights = c(12, 9, 4, 0, 4, 9, 12)),
  list(weights = c(0.5, 0.5, 1, 2), times = 2),
  list(weights = c(1.5, 0.5, 0, 3), times = 2),
  list(weights = c(0, 2.5, 0, 2.5), times = 2),
  list(weights = c(2, 1.5, 1, 0.5, 0), times = 2),
  list(weights = c(1 / 3, 1 / 3, 1 / 3), times = 3),
  list(weights = c(4 / 3, 1 / 3, 1 / 3, 2), times = 3)
)

columns <- list(
  c(42),
  c(1, 2),
  c(3, 1, 2),
  c(8, 3, 5, 1, 9, 2),
  c(2, 2, 2, 2, 2),
  c(-5, 0, 5, -1.5, 2.25),
  c(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
  c(1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 8),
  c(20, 23, 31, 35, 38, 41, 41, 44, 52, 67)
)

median_of <- function(counts) {
  x <- rep(seq_along(counts), counts)
  if (length(x) == 0) return("null")
  low <- quantile(x, 0.5, type = 1, names = FALSE)
  high <- -quantile(-x, 0.5, type = 1, names = FALSE)
  sprintf('{ "low": %d, "high": %d }', low - 1L, high - 1L)
}

consensus_of <- function(weights) {
  k <- length(weights)
  if (sum(weights) == 0 || k < 2) return("null")
  p <- weights / sum(weights)
  x <- seq_len(k)
  mu <- sum(p * x)
  number(1 + sum((p * log2(1 - abs(x - mu) / (k - 1)))[p > 0]))
}

# The shortest decimal that is the same number.
number <- function(x) {
  for (digits in 15:17) {
    text <- sprintf("%.*g", digits, x)
    if (as.numeric(text) == x) return(text)
  }
}

numbers <- function(x) sprintf("[%s]", paste(vapply(x, number, ""), collapse = ", "))

object <- function(...) {
  fields <- c(...)
  lines <- sprintf('      "%s": %s', names(fields), fields)
  paste0("    {\n", paste(lines, collapse = ",\n"), "\n    }")
}

describe_scale <- function(scale) {
  times <- if (is.null(scale$times)) 1 else scale$times
  object(
    weights = numbers(scale$weights),
    median = median_of(round(scale$weights * times)),
    consensus = consensus_of(scale$weights)
  )
}

describe_column <- function(x) {
  object(
    values = numbers(x),
    sum = number(sum(x)),
    mean = number(mean(x)),
    median = number(quantile(x, 0.5, type = 7, names = FALSE)),
    min = number(min(x)),
    max = number(max(x))
  )
}

writeLines(
  c(
    "{",
    '  "provenance": {',
    sprintf('    "program": "%s",', R.version.string),
    '    "command": "Rscript scripts/references/ordinal.R"',
    "  },",
    '  "scales": [',
    paste(vapply(scales, describe_scale, ""), collapse = ",\n"),
    "  ],",
    '  "columns": [',
    paste(vapply(columns, describe_column, ""), collapse = ",\n"),
    "  ]",
    "}"
  ),
  "test/fixtures/ordinal.json"
)
