"""Getting text: paths → documents; rows of reference tables → documents with claims."""
