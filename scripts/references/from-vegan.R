# Kendall's coefficient of concordance by vegan, which corrects for ties.

source("scripts/references/reference-data.R")
suppressMessages(library(vegan))

concordance <- function(name) {
  ratings <- read_ratings(name)
  if (is.null(ratings) || ncol(ratings) < 3 || anyNA(ratings)) return(NULL)
  found <- kendall.global(ratings, nperm = 1)$Concordance_analysis
  list(list(
    data = name, measure = "kendall-w", units = "complete",
    call = "kendall.global(ratings)$Concordance_analysis", value = found[["W", 1]], f = found[["F", 1]],
    p = found[["Prob.F", 1]], chiSquare = found[["Chi2", 1]]
  ))
}

values <- do.call(c, lapply(names_of("ratings"), concordance))
write_values("vegan", as.character(packageVersion("vegan")), "from-vegan.R", values)
