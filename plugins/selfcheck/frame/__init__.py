"""What every block has in the browser: scripts, styles and interface words, and how a site gets them."""
