"""The questions of one file in a browser, without a site: shown anew whenever the file is saved."""
