# Of tables with two categories, kappa with what belongs to it, and Lin's concordance correlation, by epiR.
# Its indices take the first category as the positive one.

source("scripts/references/reference-data.R")
suppressMessages(library(epiR))

of_table <- function(name) {
  table <- read_table(name)
  if (nrow(table) != 2) return(NULL)
  found <- epi.kappa(table, method = "cohen")
  one <- function(measure, part, value) {
    list(data = name, measure = measure, call = paste0("epi.kappa(table, 'cohen')$", part), value = value)
  }
  list(
    one("cohen-kappa", "kappa$est", found$kappa$est),
    one("percent", "prop.agree$obs", found$prop.agree$obs),
    one("pabak", "pabak$est", found$pabak$est),
    one("prevalence-index", "pindex$est", found$pindex$est),
    one("bias-index", "bindex$est", found$bindex$est)
  )
}

concordance <- function(name) {
  ratings <- read_ratings(name)
  if (is.null(ratings) || ncol(ratings) != 2 || anyNA(ratings) || !grepl("ordinal|scores", name)) return(NULL)
  found <- epi.ccc(ratings[, 1], ratings[, 2], ci = "z-transform", conf.level = 0.95)
  list(list(
    data = name, measure = "lin-ccc", call = "epi.ccc(x, y, ci = 'z-transform')$rho.c",
    value = found$rho.c$est, low = found$rho.c$lower, high = found$rho.c$upper, level = 0.95,
    accuracy = found$C.b, scaleShift = found$s.shift, locationShift = found$l.shift
  ))
}

values <- c(
  do.call(c, lapply(names_of("tables"), of_table)),
  do.call(c, lapply(names_of("ratings"), concordance))
)
write_values("epiR", as.character(packageVersion("epiR")), "from-epir.R", values)
