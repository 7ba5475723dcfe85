"""Reports: a report is a few tables with titles, made from views, printed as a table, CSV, JSON or Markdown."""
