# Kappas and intraclass correlations by psych. Not asked: its standard error of weighted kappa, which is
# not that of Fleiss, Cohen and Everitt.

source("scripts/references/reference-data.R")
suppressMessages(library(psych))

quietly <- function(expression) suppressWarnings(suppressMessages(expression))

# Cohen (1968) takes distances, as psych does: .348.
cohen_distances <- matrix(c(0, 1, 3, 1, 0, 6, 3, 6, 0), 3)

of_table <- function(name) {
  found <- quietly(cohen.kappa(read_table(name)))
  list(
    list(
      data = name, measure = "cohen-kappa", weights = "identity", call = "cohen.kappa(table)$kappa",
      value = found$kappa, se = sqrt(found$var.kappa)
    ),
    list(
      data = name, measure = "cohen-kappa", weights = "quadratic",
      call = "cohen.kappa(table)$weighted.kappa", value = found$weighted.kappa
    )
  )
}

mean_kappa <- function(name) {
  ratings <- read_ratings(name)
  if (is.null(ratings) || ncol(ratings) < 3 || anyNA(ratings) || grepl("scores|shrout", name)) return(NULL)
  levels <- sort(unique(c(ratings)))
  list(list(
    data = name, measure = "light-kappa", units = "complete",
    call = "cohen.kappa(ratings, levels)$av.kappa",
    value = quietly(cohen.kappa(ratings, levels = levels))$av.kappa
  ))
}

forms <- c("icc-1-1", "icc-2-1", "icc-3-1", "icc-1-k", "icc-2-k", "icc-3-k")

intraclass <- function(name) {
  ratings <- read_ratings(name)
  if (is.null(ratings) || anyNA(ratings) || !grepl("ordinal|scores|shrout|anxiety", name)) return(NULL)
  found <- quietly(ICC(ratings, lmer = FALSE))$results
  lapply(seq_along(forms), function(row) {
    list(
      data = name, measure = forms[row], call = "ICC(ratings, lmer = FALSE)$results",
      value = found$ICC[row], f = found$F[row], df1 = found$df1[row], df2 = found$df2[row],
      p = found$p[row], low = found$`lower bound`[row], high = found$`upper bound`[row], level = 0.95
    )
  })
}

cohen <- "tables/cohen-1960-p45"
values <- c(
  do.call(c, lapply(names_of("tables"), of_table)),
  list(list(
    data = cohen, measure = "cohen-kappa", weights = "cohen-1968",
    call = "cohen.kappa(table, distances)$weighted.kappa",
    value = quietly(cohen.kappa(read_table(cohen), cohen_distances))$weighted.kappa
  )),
  do.call(c, lapply(names_of("ratings"), mean_kappa)),
  do.call(c, lapply(names_of("ratings"), intraclass))
)
write_values("psych", as.character(packageVersion("psych")), "from-psych.R", values)
