# Cohen's kappa and its standard error by vcd.

source("scripts/references/reference-data.R")
suppressMessages(library(vcd))

# Printed by Fleiss, Cohen and Everitt; psych's help of cohen.kappa has them.
own_weights <- matrix(c(1, 0, 0.4444, 0, 1, 0.6667, 0.4444, 0.6667, 1), 3)

one <- function(name, weights, call, found) {
  list(
    data = name, measure = "cohen-kappa", weights = weights, call = call,
    value = found[["value"]], se = found[["ASE"]]
  )
}

kappas <- function(name) {
  table <- read_table(name)
  linear <- Kappa(table, weights = "Equal-Spacing")
  quadratic <- Kappa(table, weights = "Fleiss-Cohen")
  list(
    one(name, "identity", "Kappa(table)$Unweighted", linear$Unweighted),
    one(name, "linear", "Kappa(table, 'Equal-Spacing')$Weighted", linear$Weighted),
    one(name, "quadratic", "Kappa(table, 'Fleiss-Cohen')$Weighted", quadratic$Weighted)
  )
}

weighted <- "tables/fleiss-cohen-everitt-1969"
values <- c(
  do.call(c, lapply(names_of("tables"), kappas)),
  list(one(
    weighted, "fleiss-cohen-everitt", "Kappa(table, weights)$Weighted",
    Kappa(read_table(weighted), weights = own_weights)$Weighted
  ))
)
write_values("vcd", as.character(packageVersion("vcd")), "from-vcd.R", values)
