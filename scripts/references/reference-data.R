# Reads the data under test/agreement/fixtures, and writes what a program says of them.

library(jsonlite)

fixtures <- "test/agreement/fixtures"

names_of <- function(kind) {
  sort(sub("\\.csv$", "", file.path(kind, list.files(file.path(fixtures, kind), "\\.csv$"))), method = "radix")
}

# Doubles: the product of two counts may be no integer to R.
read_table <- function(name) {
  table <- as.matrix(read.csv(file.path(fixtures, paste0(name, ".csv")), row.names = 1, check.names = FALSE))
  storage.mode(table) <- "double"
  table
}

# One row a unit, one column a rater; NA is not rated. NULL where labels are no numbers.
read_ratings <- function(name) {
  ratings <- as.matrix(read.csv(file.path(fixtures, paste0(name, ".csv")), row.names = 1))
  if (is.numeric(ratings)) unname(ratings) else NULL
}

write_values <- function(program, version, script, values, file = NULL) {
  if (is.null(file)) file <- file.path(fixtures, "expected", paste0(program, ".json"))
  document <- list(
    program = program,
    version = version,
    runtime = R.version.string,
    command = paste0("Rscript scripts/references/", script),
    date = format(Sys.Date()),
    values = values
  )
  text <- function(document) toJSON(document, auto_unbox = TRUE, digits = NA)
  # The date stays where nothing else changed.
  if (file.exists(file)) {
    earlier <- fromJSON(file, simplifyVector = FALSE)
    dated <- replace(document, "date", earlier$date)
    again <- fromJSON(text(dated), simplifyVector = FALSE)
    if (identical(again, earlier)) document <- dated
  }
  writeLines(text(document), file)
}
