"""The part of a block that all types share in the browser: scripts, styles and interface words."""
