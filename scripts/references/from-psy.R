# Kappas of two raters, Light's kappa and two intraclass correlations by psy. It leaves out units that one
# of a pair of raters did not rate.

source("scripts/references/reference-data.R")
library(psy)

of_two <- function(name) {
  ratings <- read_ratings(name)
  if (is.null(ratings) || ncol(ratings) != 2 || grepl("scores", name)) return(NULL)
  one <- function(weights, call, found) {
    list(data = name, measure = "cohen-kappa", weights = weights, call = call, value = found$kappa)
  }
  list(
    one("identity", "ckappa(ratings)$kappa", ckappa(ratings)),
    one("linear", "wkappa(ratings, weights = 'absolute')$kappa", wkappa(ratings, weights = "absolute")),
    one("quadratic", "wkappa(ratings)$kappa", wkappa(ratings))
  )
}

of_many <- function(name) {
  ratings <- read_ratings(name)
  if (is.null(ratings) || ncol(ratings) < 3 || grepl("scores|shrout", name)) return(NULL)
  value <- lkappa(ratings)
  if (!is.finite(value)) return(NULL)
  list(list(
    data = name, measure = "light-kappa", units = "pairwise", call = "lkappa(ratings, type = 'Cohen')",
    value = value
  ))
}

intraclass <- function(name) {
  ratings <- read_ratings(name)
  if (is.null(ratings) || anyNA(ratings) || !grepl("ordinal|scores|shrout|anxiety", name)) return(NULL)
  found <- icc(ratings)
  one <- function(form, part) {
    list(data = name, measure = form, call = paste0("icc(ratings)$", part), value = found[[part]])
  }
  list(one("icc-2-1", "icc.agreement"), one("icc-3-1", "icc.consistency"))
}

all <- names_of("ratings")
values <- c(do.call(c, lapply(all, of_two)), do.call(c, lapply(all, of_many)), do.call(c, lapply(all, intraclass)))
write_values("psy", as.character(packageVersion("psy")), "from-psy.R", values)
