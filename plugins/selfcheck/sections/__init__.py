"""Sections of pages that questions name: their texts as stamps, read from the Markdown of the pages."""
