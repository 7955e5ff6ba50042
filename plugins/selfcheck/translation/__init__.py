"""Questions in further languages: files of texts beside a question file, and the items made of both."""
