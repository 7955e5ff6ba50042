"""What a site may demand of each question by the option `require`."""

REQUIRABLE = ("explanation", "feedback", "hints", "objective", "section")
"""Every name that the option takes."""
