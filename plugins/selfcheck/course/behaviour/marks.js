// Marks in the navigation: what a reader has done of each page.
