# What psych and vcd print where a coefficient of two raters is degenerate.

suppressMessages({
  library(jsonlite)
  library(psych)
  library(vcd)
})

cases <- list(
  "one category" = c("aaaa", "aaaa"),
  "one rater constant" = c("aaaa", "aabb"),
  "both constant, differing" = c("aaaa", "bbbb"),
  "no category in common" = c("abab", "cdcd"),
  "one unit, agreed" = c("a", "a"),
  "one unit, not agreed" = c("a", "b"),
  "no units" = c("", "")
)

shown <- function(compute) {
  value <- tryCatch(suppressWarnings(suppressMessages(compute())), error = function(error) "error")
  if (identical(value, "error")) return(value)
  if (length(value) == 0 || is.nan(value) || is.na(value)) return("NaN")
  format(round(value, 6) + 0)
}

values <- lapply(names(cases), function(name) {
  words <- strsplit(cases[[name]], "")
  labels <- sort(unique(unlist(words)))
  a <- factor(words[[1]], labels)
  b <- factor(words[[2]], labels)
  list(
    case = name,
    cohen = list(
      psych = shown(function() cohen.kappa(cbind(as.integer(a), as.integer(b)))$kappa),
      vcd = shown(function() Kappa(table(a, b))$Unweighted[["value"]])
    )
  )
})
document <- list(
  programs = list(psych = as.character(packageVersion("psych")), vcd = as.character(packageVersion("vcd"))),
  runtime = R.version.string,
  command = "Rscript scripts/references/degenerate.R",
  values = values
)
writeLines(toJSON(document, auto_unbox = TRUE, pretty = 2), "test/agreement/fixtures/degenerate/r.json")
